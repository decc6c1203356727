"""Whose tables these are, and of which year, where no narrative says so."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.problem import Problem
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Narrative, Section

OWNER = r"(?:编制|填报|预算)?(?:部门|单位)(?:\(单位\)|（单位）|名称|/单位)*"
LABELLED = re.compile(rf"^{OWNER}\s*[:：]\s*(?P<name>\S{{3,40}}?)(?=\s|金额|单位[:：]|$)")
LABEL = re.compile(rf"^{OWNER}[:：]?$")
NAME = re.compile(r"^[\u4e00-\u9fff（）()]{4,40}$")
UNIT = re.compile(r"^(?:人民币)?(?:万?元)$")
YEAR = re.compile(r"(20\d\d)年")


def narrative_of_tables(text: str, grids: Iterable[Grid]) -> Narrative:
    """A narrative that states nothing: department, year and kind as the tables print them."""
    grids = tuple(grids)
    names = Counter(name for grid in grids for name in _names(grid))
    years = Counter(year for grid in grids for year in _years(grid))
    words = "".join(line for grid in grids for line in grid.lines)
    is_final = words.count("决算") > words.count("预算")
    return Narrative(
        text=text,
        department=names.most_common(1)[0][0] if names else "",
        year=int(years.most_common(1)[0][0]) if years else None,
        kind=Kind.FINAL if is_final else Kind.BUDGET,
        printed_unit="",
        sections=(Section(0, "", 0, len(text)),),
        statements=(),
    )


def misplaced(grids: Iterable[Grid], names: Collection[str], year: int) -> Iterator[Problem]:
    """Where tables name another owner than any of `names`, or only other years than this one."""
    for grid in grids:
        owners = [*_names(grid, only_with_colon=True)]
        if owners and not any(_is_same(each, name) for each in owners for name in names):
            yield Problem(
                f"表上写的是“{owners[0]}”，这份草稿是“{next(iter(names))}”的。"
                "请核对是否拿错了工作簿；如只是写法不同，请改成全称后重新上传。",
                dict(grid.where),
                owners[0],
            )
        years = [*_years(grid)]
        if years and str(year) not in years:
            yield Problem(
                f"表上写的是{years[0]}年，这份草稿是{year}年的。请核对是否拿错了工作簿。",
                dict(grid.where),
                years[0],
            )


def _is_same(printed: str, name: str) -> bool:
    """Whether one of two names is a part of the other, brackets and spaces aside."""
    one, other = (re.sub(r"[\s（）()]", "", each) for each in (printed, name))
    return one in other or other in one


def _names(grid: Grid, *, only_with_colon: bool = False) -> Iterator[str]:
    """Names behind 部门 or 单位; without a colon these may be words of a header."""
    for line in grid.lines:
        if (labelled := LABELLED.match(line)) and not UNIT.match(labelled["name"]):
            yield labelled["name"]
    for row in range(min(grid.height, 12)):
        places = list(grid.row(row))
        for label, value in pairwise(places):
            is_label = LABEL.match(label.text) and (not only_with_colon or label.text[-1] in ":：")
            if is_label and NAME.match(value.text):
                yield value.text
        for place in places:
            if (labelled := LABELLED.match(place.text)) and not UNIT.match(labelled["name"]):
                yield labelled["name"]


def _years(grid: Grid) -> Iterator[str]:
    heads = [place.text for row in range(min(grid.height, 4)) for place in grid.row(row)]
    for text in (*grid.lines, *heads):
        yield from YEAR.findall(text)

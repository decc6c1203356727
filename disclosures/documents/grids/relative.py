"""Header texts told relative to the disclosure's own year: which 预算数 is this year's.

A column of last year's budget beside this year's must not be taken for it, and in a final account
the amount is the 决算数: the budgets it is compared with are columns of their own.
"""

import re
from collections.abc import Iterable, Sequence

from disclosures.classification.money import halfwidth
from disclosures.documents.grids.header import Path
from disclosures.documents.grids.words import word
from disclosures.tables.balance_columns import ADJUSTED, INITIAL

YEAR = re.compile(r"(20\d\d)年度?")
LAST, NEXT, ELSEWHEN = "上年", "下年", "他年"
RESULT = re.compile(r"决算(?:数|金额|支出|收入)?$")
ADJUSTED_SAID = re.compile(r"(?:全年|调整后?)预算数?$")
BUDGETED = re.compile(r"^(?!上年|下年|他年)(?:(?:本年)?年?初?预算数?|预算安排数?)$")
INITIALLY = re.compile(r"^(?:本年)?年初预算数?$")
PREPARED = re.compile(r"预\(决\)算|预决算")


def relative_paths(paths: Sequence[Path], year: int | None) -> tuple[Path, ...]:
    """The header paths with 上年 for the year before, and none for the disclosure's own year.

    Without a year of its own, a header that names a single year is of that year.
    """
    own = year if year is not None else _only_year(paths)
    told = [tuple(_relative(text, own) for text in path) for path in paths]
    if not any(path and _is_result(path[-1]) for path in told):
        return tuple(told) if _has_amount(told) else tuple(map(_initially, told))
    return tuple((*path[:-1], _compared(path[-1])) if path else path for path in told)


def _has_amount(paths: Iterable[Path]) -> bool:
    """Whether a column says 预算数 alone, beside which 年初预算数 is another."""
    return any(path and word(path[-1]) == word("预算数") for path in paths)


def _initially(path: Path) -> Path:
    """A path whose 年初预算数 is the only amount there is: the year's budget."""
    return (*path[:-1], INITIALLY.sub("预算数", path[-1])) if path else path


def _only_year(paths: Iterable[Path]) -> int | None:
    named = {int(each) for path in paths for text in path for each in YEAR.findall(text)}
    return named.pop() if len(named) == 1 else None


def _relative(text: str, own: int | None) -> str:
    """A text with its years named; one without any keeps its own words."""
    years = YEAR.findall(halfwidth(text))
    if not years:
        return text
    if len(years) > 1:  # 2026年预算数比2025年执行数: a comparison of the two
        return text
    names = {own: "", (own or 0) - 1: LAST, (own or 0) + 1: NEXT}
    name = names.get(int(years[0]), ELSEWHEN) if own is not None else ELSEWHEN
    return YEAR.sub(name, halfwidth(text)) or text


def _is_result(text: str) -> bool:
    return bool(RESULT.search(_bare(text))) and not PREPARED.search(_bare(text))


def _compared(text: str) -> str:
    """The leaf of a final account: its result is the amount, budgets say which they are."""
    bare = _bare(text)
    if ADJUSTED_SAID.search(bare):
        return ADJUSTED
    if BUDGETED.match(bare):
        return INITIAL
    return RESULT.sub("预算数", bare) if _is_result(text) and len(bare) <= 6 else text


def _bare(text: str) -> str:
    return "".join(halfwidth(text).split())

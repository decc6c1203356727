"""Whose document it is, of which year, and whether a budget or a final account."""

import re
from collections import Counter
from decimal import Decimal

from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import masked

NAME = r"[\u4e00-\u9fffA-Za-z()·]{3,40}?"
KIND = r"(?:部门|单位|区级|市级|省级|县级|综合|汇总){0,4}(?P<kind>预算|决算)"
YEAR = r"(?P<year>20\d\d)\n?年度?"
END = r"(?:信息)?(?:公开|情况|编制|说明|草案|文本|报告)*(?:目录|表)?$"
PART = r"^(?:第[一二三四五]部分)?"
# Each with its weight: a name printed after a label is surer than one cut out of a title.
TITLES = (
    (9, rf"预算(?:主管)?(?:部门|单位):(?P<name>{NAME})(?:目录|$)"),
    (3, rf"{PART}(?P<name>{NAME}){YEAR}{KIND}{END}"),
    (3, rf"{PART}{YEAR}(?P<name>{NAME}){KIND}{END}"),
    (3, rf"{PART}{YEAR}\n(?P<name>{NAME}){KIND}{END}"),
    (3, rf"^(?P<name>{NAME})\n{YEAR}{KIND}{END}"),
    (5, rf"^部门:(?P<name>{NAME})(?:单位:.*)?$"),
    (2, rf"^(?P<name>{NAME})年?{KIND}{END}"),
    (2, r"^第[一二三四五]部分(?P<name>[\u4e00-\u9fff()·]{4,40}?)(?:部门|单位)?概况$"),
)
NO_NAME = re.compile(
    r"目录|概况|预算|决算|说明|名词|情况|收支|收入|支出|(?:部门|单位|表|费|项目)$|第.部分|关于"
    r"|年度|公开|^[本我各该]|一般公共|政府性|经费|拨款|资金|纳入|编制|绩效|主要|安排"
)
PLACE_ONLY = re.compile(r".{1,6}[省市区县](?:[省市区县]级)?")
YEARS = re.compile(
    r"(?<![比较与同])(20\d\d)\n?年度?[^\n,。;:]{0,24}?(?<!公共)(?<!基金)(?<!经营)(预算|决算)"
)
ALONE = re.compile(r"^(20\d\d)年?$", re.M)
SHORT_ENDS = "部局委厅办院署"  # 财政部 is a name, 本部门 is none
HEAD = 80  # lines that hold cover and contents
FIRST = 5  # lines that hold the title itself
TITLE_LENGTH = 48


def read_cover(page: Page, text: str) -> tuple[str, str]:
    """State the document's own facts; returns the department and the kind."""
    lines = ["".join(line.split()) for line in masked(text).split("\n") if line.strip()]
    head = "\n".join(line for line in lines[:HEAD] if _may_be_title(line))
    first = "\n".join(line for line in lines[:FIRST] if _may_be_title(line))
    department, year = _department(head, _first_titles(lines))
    page.year, kind = _year_and_kind((first, head, page.folded), year)
    if department and (at := page.folded.find(department)) >= 0:
        span = (at, at + len(department))
        department = page.text[slice(*span)]
        page.state("doc.dept_name", department, span, "0")
    if page.year is not None and (at := page.folded.find(str(page.year))) >= 0:
        page.state("doc.year", Decimal(page.year), (at, at + 4), "0")
    return department, kind


def _may_be_title(line: str) -> bool:
    """Whether a line is short and tells no amount."""
    return len(line) <= TITLE_LENGTH and "。" not in line and "万元" not in line


def _first_titles(lines: list[str]) -> str:
    """The first lines, each also joined with those after it: long titles are wrapped."""
    first = lines[:FIRST]
    joined = ["".join(first[at : at + count]) for count in (1, 2, 3) for at in range(len(first))]
    return "\n".join(joined)


def _department(head: str, first: str) -> tuple[str, int | None]:
    """The name with most votes among the titles, and the year beside it; "" and None: none."""
    votes: Counter[str] = Counter()
    years: dict[str, int] = {}
    for weight, pattern, text in [
        *((weight, pattern, head) for weight, pattern in TITLES),
        *((3 * weight, pattern, first) for weight, pattern in TITLES),
    ]:
        for match in re.compile(pattern, re.M).finditer(text):
            name = re.sub(r"(?:部门|单位)$", "", match["name"])
            if len(name) < 4 and name[-1] not in SHORT_ENDS:
                continue
            if NO_NAME.search(name) or PLACE_ONLY.fullmatch(name):
                continue
            votes[name] += weight
            if said := match.groupdict().get("year"):
                years.setdefault(name, int(said))
    if not votes:
        return "", None
    most = max(votes, key=lambda name: (votes[name], len(name)))
    return most, years.get(most)


def _year_and_kind(texts: tuple[str, ...], year: int | None) -> tuple[int | None, str]:
    """The year and the kind that most titles name, in the first of the texts that names any."""
    titles = next((found for text in texts if (found := YEARS.findall(text))), [])
    kinds = Counter(kind for _, kind in titles)
    kind = "final" if kinds["决算"] > kinds["预算"] else "budget"
    years = Counter(each for each, _ in titles)
    if (alone := ALONE.search(texts[1])) is not None:
        years[alone[1]] += 2
    if year is None and years:
        year = int(max(years, key=lambda each: (years[each], each)))
    return year, kind

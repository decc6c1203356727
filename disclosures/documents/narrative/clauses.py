"""Whose change a clause tells: the words between its beginning and the word for up or down."""

import re

from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import VERSUS

COMPARED = re.compile(VERSUS)
REACH = 120  # characters before a change that its clause may take
# A comma between the digits of a number ends no clause.
CUT = re.compile(r"[;。:、()]|\n(?![ ]*(?:万?元|\d))|,(?!\d{3}(?!\d))")
# Words that name nothing but the whole, by which any figure may be meant.
FILLER = (
    r"(?:年初|年[末底](?:数|余额)?|(?:我|本|全|该|各)?(?:部门|单位|局|委|办|院|校|馆|所|中心|年度?)"
    r"|20\d\d[ ]?年度?|同期|上年度?|去年度?|度|末|底|预算数?|执行数?|决算数?|完成数|安排|金额"
    r"|数额|总[额数计体]?|合计|共计?|经费|费用?|资金"
    r"|收入|支出|收支|财务|财政拨款|数|额|有所|略有?|小幅|大幅|净|实际|相应|同比"
    r"|相比较?|对比|比较|将|则|变化|变动"
    r'|情况|调整后?|批复|公开|的|为|即|其|共|[\d,.]+[ \n]{0,3}(?:万元|元|%)?|[ "+\n-])'
)
FILLERS = rf"(?>{FILLER}){{0,24}}+"
# A department named in full.
BODY = r"(?<!所属)(?<!下属)(?:局|委|办|院|校|馆|所|队|站|处|中心|部门|单位|委员会)"
ONLY_FILLER = re.compile(FILLERS)
# A clause that ends so names a sum; unless it is the figure's own it is another's.
SUM = re.compile(r"(?:经费|支出|费用?|收入|资金|拨款|预算|工资|补[助贴]|人员|资产)(?:共计?|合计)?$")


def clause(page: Page, said: re.Match[str], floor: int) -> str:
    """The words before a change in its own clause."""
    text = page.folded[max(floor, said.start() - REACH) : said.start()]
    return text[max((found.end() for found in CUT.finditer(text)), default=0) :]


def closing(page: Page, start: int, end: int) -> int:
    """Where the brackets that a place stands in are closed, or `end` when it stands in none."""
    depth = 0
    for found in re.compile(r"[()]").finditer(page.folded, start, end):
        depth += 1 if found.group() == "(" else -1
        if depth < 0:
            return found.start()
    return end


def after_brackets(page: Page, at: int, end: int) -> int | None:
    """Where the brackets that open at a place have been closed; None when none open there."""
    opened = re.compile(r"[ ]*\(").match(page.folded, at, end)
    if opened is None:
        return None
    closed = closing(page, opened.end(), end)
    return closed + 1 if closed < end else None


def _bracketed(page: Page, said: re.Match[str], floor: int) -> bool:
    """Whether a change stands further on in brackets that list parts, or beyond its own."""
    if closing(page, floor, said.start()) < said.start():
        return True
    opened = page.folded.rfind("(", max(floor, said.start() - 4 * REACH), said.start())
    if opened < 0 or ")" in page.folded[opened : said.start()]:
        return False
    return any(mark in page.folded[opened : said.start()] for mark in ",;、")


def is_own(page: Page, said: re.Match[str], floor: int, own: str) -> bool:
    """Whether a change is said of the figure itself, `own` being the words of its label."""
    if _bracketed(page, said, floor):
        return False
    head = clause(page, said, floor)
    compared = list(COMPARED.finditer(head))
    if not compared:
        return _names(head, own) or (_is_flat(said) and SUM.search(head) is None)
    before, after = head[: compared[0].start()], head[compared[-1].end() :]
    return all(_names(each, own) or SUM.search(each) is None for each in (before, after))


def _is_flat(said: re.Match[str]) -> bool:
    """Whether the change holds its comparison in itself: 与上年持平."""
    return COMPARED.match(said.group()) is not None


def _names(words: str, own: str) -> bool:
    """Whether words before a change name the figure itself, or nothing but the whole."""
    if ONLY_FILLER.fullmatch(words) or re.search(rf"{BODY}{FILLERS}$", words):
        return True
    return bool(own) and re.search(rf"(?:{own}){FILLERS}$", words) is not None

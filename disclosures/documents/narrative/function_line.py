"""One line of the function list: the code and names that stand before an amount."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.classification.codes import CodeList
from disclosures.classification.codes import folded as folded_name
from disclosures.documents.narrative.amounts import AMOUNT, Amount, amount_of
from disclosures.documents.narrative.grammar import ELSEWHERE
from disclosures.documents.narrative.page import Page, Span

MOST = 1500
LEVELS = (3, 5, 7)  # digits of 类, 款 and 项 codes
REACH = 160  # characters before an amount that its names may take
CODE = r"(?<!\d)(?P<code>2[0-3]\d{1,6})(?!\d|[ ]?年|[.,]\d)"
# What may follow the names before the amount; 支出 only after a closed quote or bracket.
TRAILING = re.compile(r"(?:(?<=[\")\d项])支出|科目|预算数?|安排|为|:|\"|[ ])*$")
OPENING = re.compile(r"[,。;:、\n\"]")
LIST_NUMBER = re.compile(
    r"(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}[.．、](?!\d)"
    r"|\d{1,2}[.．、](?=2[0-3]\d(?![\d.]))|[①-⑳])[ ]*"
)
# Words of the sentence that may stand before the names: 主要用于教育支出-普通教育-小学教育.
LEADING = re.compile(r"(?:主要|其中|包括|用于|安排|分别(?:是|为)|[ :])+")
# A word in quotes inside a name, “两庭”建设, opens no line.
QUOTED_WORD = re.compile(r'"(?=([^",。;:、()\d\n-]{1,12})"[\u4e00-\u9fff])\1"')
CODE_FIRST = re.compile(rf"[\[(]?{CODE}\"?[ ]*[-、:/()\]]?[ ]*(?P<names>[^\d][^\n]*)")
CODE_LAST = re.compile(rf"(?P<names>[^\d\n]{{2,120}}?)\"?[ ]*[\[(]?{CODE}(?:[类款项])?[\])]?")
BARE_CODE = re.compile(rf"[ ]*[\[(]?{CODE}[\])]?[ ]*")
LAST_CODE = re.compile(rf"{CODE}[^,。;:\n\"]{{2,100}}$")
# 公共安全支出(204类)司法(06款)行政运行(01项)
SPLIT_CODE = re.compile(
    r"(?P<c>[^()\d]{2,30})\((?P<c_code>\d{3})类?\)(?P<k>.{2,40}?)\((?P<k_code>\d{2})款?\)"
    r"(?P<i>.{2,40}?)\((?P<i_code>\d{2})项?\)"
)
# 208类05款05项机关事业单位基本养老保险缴费; 208社会保障和就业支出05行政事业单位养老支出05…
_MARK = r"[ ]*(?:\({level}\)|{level})?[- ]*"
SPLIT_FIRST = re.compile(
    r"(?P<c_code>2[0-3]\d)(?!\d)(?P<c>[^\d]{0,30}?)"
    + _MARK.format(level="类")
    + r"(?P<k_code>\d{2})(?P<k>[^\d]{0,40}?)"
    + _MARK.format(level="款")
    + r"(?P<i_code>\d{2})(?:项)?(?P<i>[^\d]{2,60}?)(?:\(项\))?"
)
LEVEL = re.compile(r"\((?:类|款|项)\)[-/]?|[ ]*[-/]+[ ]*")
LEVEL_MARK = re.compile(r"\((?:类|款|项)\)")
SPACES = " 　\t，,：:"
EDGES = SPACES + '“”"'
QUOTED_START = re.compile(r'[“"][^“”"]{1,12}[”"][\u4e00-\u9fff]')  # “两庭”建设


class Names:
    """The names of function codes, to tell a line from any other amount."""

    def __init__(self, codes: CodeList) -> None:
        every = {name for code in codes for name in (code.name, *code.aliases)}
        self._folded = {folded_name(name) for name in every}
        self._exact = {"".join(name.split()) for name in every}
        self._classes = {code.name for code in codes if len(code.code) == LEVELS[0]}

    def knows(self, name: str) -> bool:
        """Whether a code is called this, by the drifts that texts show."""
        return folded_name(name) in self._folded

    def names_class(self, name: str) -> bool:
        """Whether a name is exactly that of a 类."""
        return name in self._classes

    def trimmed(self, name: str) -> str:
        """A name without the 支出 that belongs to the sentence, not to the name."""
        bare = name.removesuffix("支出")
        return bare if bare != name and name not in self._exact and bare in self._exact else name


@dataclass(frozen=True)
class Line:
    """A line as printed; `code` is "" when it prints none."""

    code: str
    names: tuple[str, ...]
    start: int
    amount: Amount


def lines(page: Page, span: Span, names: Names) -> Iterator[Line]:
    """The amounts of a span that a code, or the names of one, stand right before."""
    before = span[0]
    for match in page.all(AMOUNT, span, MOST):
        amount = amount_of(match)
        if page.folded[amount.start - 1 : amount.start] == "(" and not amount.unit:
            continue  # a number in brackets is a code or a list's
        line = _line(page, before, amount, names)
        before = amount.end
        if line is not None:
            yield line


def _line(page: Page, floor: int, amount: Amount, names: Names) -> Line | None:
    newline = page.folded.rfind("\n", max(floor, amount.start - REACH), amount.start)
    floor = max(floor, amount.start - REACH, newline + 1)
    head = page.folded[floor : amount.start]
    trailing = TRAILING.search(head)
    head, tail = (head[: trailing.start()], trailing.group()) if trailing else (head, "")
    head = QUOTED_WORD.sub(r"'\1'", head)
    quoted = tail.count('"') % 2 == 1
    opening = _opening(head, quoted)
    if opening and head[opening - 1] == '"' and BARE_CODE.fullmatch(head, opening):
        opening = _opening(head[: opening - 1], '"' in head[: opening - 1])  # "names"2010301
    begin = _after_number(head, opening)
    starts = [begin]
    if not quoted and (coded := LAST_CODE.search(head)):
        starts.append(coded.start())
    for at in starts:
        made = _coded(page, floor + at, head[at:], amount, names)
        if made is not None:
            return made
    own_line = quoted or opening == 0 or head[opening - 1] in "。;"
    return _uncoded(page, floor + begin, head[begin:], amount, names, own_line)


def _opening(head: str, quoted: bool) -> int:
    """Where the line's own words begin: inside its quotes, or after the last stop."""
    if quoted and '"' in head:
        return head.rfind('"') + 1
    return max((found.end() for found in OPENING.finditer(head)), default=0)


def _after_number(head: str, begin: int) -> int:
    """The first character of the names, after spaces and the number of a list."""
    begin += len(head[begin:]) - len(head[begin:].lstrip())
    numbered = LIST_NUMBER.match(head, begin)
    return numbered.end() if numbered else begin


def _coded(page: Page, start: int, body: str, amount: Amount, names: Names) -> Line | None:
    # 支持中小企业发展和管理支出 is a name; before a code no share of small firms is told.
    if re.match(CODE, body) and ELSEWHERE.search(body.replace("中小企业", "")):
        page.doubt("功能科目后先写的是上年的数，没有采用", start, amount.end)
        return None
    split = SPLIT_CODE.fullmatch(body) or SPLIT_FIRST.fullmatch(body)
    if split is not None:
        code = split["c_code"] + split["k_code"] + split["i_code"]
        path = tuple(name for part in "cki" if (name := split[part].strip(EDGES + "-")))
        return Line(code, path, start, amount)
    for pattern in (CODE_LAST, CODE_FIRST):
        coded = pattern.fullmatch(body)
        if coded is None:
            continue
        path = _path(page, start + coded.start("names"), coded["names"], names)
        # A number of three digits or of a wrong length is a code only before a code's name.
        if path and (len(coded["code"]) in LEVELS[1:] or names.knows(path[0])):
            return Line(coded["code"], path, start, amount)
    return None


def _uncoded(
    page: Page, start: int, body: str, amount: Amount, names: Names, own_line: bool
) -> Line | None:
    leading = LEADING.match(body)
    if leading:
        start, body, own_line = start + leading.end(), body[leading.end() :], False
    path = _path(page, start, body, names)
    if not path:
        return None
    if LEVEL_MARK.search(body) or (len(path) > 1 and names.knows(path[0])):
        return Line("", path, start, amount)
    if len(path) == 1 and (own_line or names.names_class(path[0])) and names.knows(path[0]):
        return Line("", path, start, amount)
    return None


def _path(page: Page, start: int, body: str, names: Names) -> tuple[str, ...]:
    """The names of 类, 款 and 项 as printed."""
    parts, at = [], 0
    for mark in (*LEVEL.finditer(body), None):
        end = mark.start() if mark else len(body)
        printed = _bare(page.text[start + at : start + end])
        if printed and printed != "支出":
            parts.append(printed)
        at = mark.end() if mark else end
    if parts:
        parts[-1] = names.trimmed(_unbracketed(parts[-1]))
    return tuple(parts)


def _bare(name: str) -> str:
    """A name without the stops and the odd quotes at its edges."""
    spaced = name.strip(SPACES)
    return spaced if QUOTED_START.match(spaced) else spaced.strip(EDGES)


def _unbracketed(name: str) -> str:
    """2010301(行政运行) opens its bracket with the code and closes it with the name."""
    closing = name[-1:] in ")）" and name.count("(") + name.count("（") < name.count(
        ")"
    ) + name.count("）")
    return name[:-1].strip() if closing else name

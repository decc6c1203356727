"""Where the nine sections stand: found by heading, in the body rather than in the contents."""

import re
from dataclasses import dataclass
from itertools import islice

from disclosures.documents.narrative.wording import NUMERALS, folded, numeral
from disclosures.records.narrative import Listed, Section

# Tried in this order: a title may hold the words of a later, wider one.
TITLES = {
    7: r'三公"?经费',
    6: r"政府采购",
    5: r"转移支付",
    1: r"基本职能|主要职能|(?:部门|单位|主要)职责|(?:部门|单位)概况",
    2: r"基本情况",
    3: r"收入(?:预算|决算)?情况",
    4: r"支出(?:预算|决算)?情况",
    8: r"项目(?:支出)?(?:预算)?(?:支出)?绩效|重点项目|绩效(?:目标|自评)",
    9: r"其他(?:公开信息|重要事项|(?:需要)?说明)",
}
HEADING = re.compile(
    rf"^[ ]*(?:(?P<n>[{NUMERALS}]{{1,3}})[ ]*[、.．,][ ]*(?P<title>[^\n。;]{{2,60}})"
    rf"|第(?P<part>[{NUMERALS}])部分[^\n]{{0,80}})$",
    re.M,
)
# Official headings that share their line with the text: the page lost its line ends.
INLINE = re.compile(
    rf"(?P<n>[{NUMERALS}])、(?P<title>基本职能及主要工作|预算单位基本情况|预算单位收入情况"
    r"|预算单位支出情况|[省市区县州]?对下专项转移支付情况|政府采购预算情况"
    r'|(?:部门|单位)"?三公"?经费增减变化情况及原因说明|重点项目预算绩效目标情况|其他公开信息)'
)
TABLE = re.compile(r"表(?:\([^()]*\))*(?:\.{3,}.*)?$|预算表")
TABLE_LINE = re.compile(
    rf"^[ ]*(?P<n>[{NUMERALS}]{{1,3}}|\d{{1,2}})[、.．][ ]*"
    r"(?P<title>[^\n。;]{2,60}?表(?:\([^()\n]{1,40}\))*)(?:[ .…·]*\d{0,3})[ ]*$",
    re.M,
)
DATE = (
    r"20\d\d[ ]*年[ ]*\d{1,2}[ ]*月[ ]*\d{1,2}[ ]*日"
    r"|二[〇○零0]二[〇○零一二三四五六七八九0]年[^\n]{2,8}日"
)
CLOSING = re.compile(
    rf"^(?:[ ]*[^\n。;,:\d]{{2,40}}\n)?(?:[ ]*\n){{0,3}}[ ]*(?:{DATE})[ ]*$|^[ ]*监督索引号"
    r"|^[ ]*第[二三四]部分[^\n]{0,60}表[^\n]{0,20}$|^[ ]*附(?:件|表)[ :]?\d{0,2}[^\n]{0,80}$"
    r"|^[^\n。]{2,60}附表[ ]*$",
    re.M,
)
PARTS_OF_FINAL = ("三", "四", "五")
FIRST_OTHER = 11  # number of the first section that is none of the nine


@dataclass(frozen=True)
class _Heading:
    order: tuple[int, int]
    topic: int | None
    start: int
    end: int
    followed: bool


def sections_of(text: str) -> tuple[Section, ...]:
    """Cover, the sections that are there, and what follows the last; together the whole text.

    A section is numbered by what it speaks of, wherever it stands; one that the nine do not know
    is numbered from 11. Headings of the contents list are none: no text follows them.
    """
    plain = folded(text)
    body = _numbered(_chain(_headings(plain)))
    if not body:
        return (Section(0, "", 0, len(text)),)
    end = _closing(plain, body[-1][1].end)
    starts = [heading.start for _, heading in body]
    made = [Section(0, "", 0, starts[0])]
    for (number, heading), stop in zip(body, [*starts[1:], end], strict=True):
        title = text[heading.start : heading.end].strip()
        made.append(Section(number, title, heading.start, stop))
    made.append(Section(10, "", end, len(text)))
    return tuple(made)


def _headings(plain: str) -> list[_Heading]:
    found = [each for each in HEADING.finditer(plain) if not _is_table(each)]
    if sum(_topic(each["title"] or "") is not None for each in found) < 3:
        found = list(INLINE.finditer(plain))
    # A budget has its narrative in one part; only a final account numbers anew in each.
    in_parts = any(each.re is HEADING and each["part"] in PARTS_OF_FINAL for each in found)
    made, part = [], 0
    for heading, following in zip(found, [*found[1:], None], strict=False):
        if heading.re is HEADING and heading["part"]:
            part = numeral(heading["part"]) if in_parts else 0
            continue
        stop = following.start() if following else len(plain)
        body = plain[heading.end() : stop].strip(" \n.…·0123456789")
        order = (part, numeral(heading["n"]))
        topic = _topic(heading["title"])
        made.append(_Heading(order, topic, heading.start(), heading.end(), bool(body)))
    return made


def _is_table(heading: re.Match[str]) -> bool:
    return bool(heading["title"]) and TABLE.search(heading["title"].strip()) is not None


def _topic(title: str) -> int | None:
    return next((number for number, words in TITLES.items() if re.search(words, title)), None)


def _chain(headings: list[_Heading]) -> list[_Heading]:
    """The headings in rising order that carry the most text of the nine sections.

    A list of contents carries none, and a numbered list inside a section breaks the order.
    """
    headings = headings[-400:]
    best: list[tuple[int, int]] = []  # score of the best chain that ends here, and its last but one
    for at, heading in enumerate(headings):
        own = (4 if heading.topic else 1) if heading.followed else (1 if heading.topic else 0)
        before = max(
            ((best[i][0], i) for i in range(at) if headings[i].order < heading.order),
            default=(0, -1),
        )
        best.append((before[0] + own, before[1]))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (best[i][0], i))
    chain = []
    while at >= 0:
        chain.append(headings[at])
        at = best[at][1]
    return chain[::-1]


def _numbered(chain: list[_Heading]) -> list[tuple[int, _Heading]]:
    """Each heading with its number; a topic met again, or none of the nine, counts from 11."""
    first = next((i for i, each in enumerate(chain) if each.topic), len(chain))
    taken: set[int] = set()
    made, other = [], FIRST_OTHER
    for heading in chain[first:]:
        number = heading.topic
        if number is None or number in taken:
            number, other = other, other + 1
        taken.add(number)
        made.append((number, heading))
    return made


def _closing(plain: str, start: int) -> int:
    """Where the signature begins, after the last section."""
    match = CLOSING.search(plain, start)
    return match.start() if match else len(plain)


def contents_of(text: str, sections: tuple[Section, ...]) -> tuple[Listed, ...]:
    """The tables that the contents list names, each once, in its order.

    They stand before the sections; some documents list them after the last instead.
    """
    edges = [each for each in sections if each.number in (0, 10)]
    lists = (_listed(text, each) for each in edges)
    return next((each for each in lists if each), ())


def _listed(text: str, section: Section) -> tuple[Listed, ...]:
    plain = folded(text)
    listed: dict[str, Listed] = {}
    for line in islice(TABLE_LINE.finditer(plain, section.start, section.end), 60):
        title = text[line.start("title") : line.end("title")].strip()
        start = line.start("title")
        listed.setdefault(title, Listed(numeral(line["n"]), title, start, start + len(title)))
    return tuple(listed.values())

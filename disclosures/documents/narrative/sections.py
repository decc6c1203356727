"""Where the nine sections stand: found by heading, in the body rather than in the contents."""

import re

from disclosures.documents.narrative.wording import folded
from disclosures.records.narrative import Listed, Section

TITLES = {
    1: r"基本职能|主要职能|部门职责|单位职责|主要职责及",
    2: r"(?:预算)?单位基本情况|部门基本情况|基本情况",
    3: r"收入(?:预算)?情况",
    4: r"支出(?:预算)?情况",
    5: r"转移支付",
    6: r"政府采购",
    7: r"三公\"?经费",
    8: r"重点项目|绩效目标",
    9: r"其他公开信息|其他(?:需要)?说明",
}
NUMERALS = "一二三四五六七八九十"
HEADING = re.compile(rf"^[ ]*[{NUMERALS}]{{1,3}}、[ ]*(?P<title>[^\n。;]{{2,60}})$", re.M)
TABLE_LINE = re.compile(
    rf"^[ ]*(?P<n>[{NUMERALS}]{{1,3}})、[ ]*(?P<title>[^\n。;]{{2,60}}表[^\n。;]{{0,30}})$", re.M
)
CLOSING = re.compile(
    r"^[^\n]{0,60}\n?[ ]*20\d\d[ ]*年[ ]*\d{1,2}[ ]*月[ ]*\d{1,2}[ ]*日[ ]*$|^[ ]*监督索引号", re.M
)


def sections_of(text: str) -> tuple[Section, ...]:
    """Cover, the sections that are there, and what follows the last; together the whole text.

    The last line that looks like a section's heading is its heading: contents come before the body.
    """
    plain = folded(text)
    found: dict[int, re.Match[str]] = {}
    for heading in HEADING.finditer(plain):
        title = heading["title"].strip()
        if title.endswith("表") or "预算表" in title:
            continue
        number = next((n for n, words in TITLES.items() if re.search(words, title)), None)
        if number is not None:
            found[number] = heading
    body = sorted(found.items(), key=lambda pair: pair[1].start())
    if not body:
        return (Section(0, "", 0, len(text)),)
    end = _closing(plain, body[-1][1].end())
    starts = [heading.start() for _, heading in body]
    made = [Section(0, "", 0, starts[0])]
    for (number, heading), stop in zip(body, [*starts[1:], end], strict=True):
        made.append(
            Section(number, text[heading.start() : heading.end()].strip(), heading.start(), stop)
        )
    made.append(Section(10, "", end, len(text)))
    return tuple(made)


def _closing(plain: str, start: int) -> int:
    """Where the signature begins, after the last section."""
    match = CLOSING.search(plain, start)
    return match.start() if match else len(plain)


def contents_of(text: str) -> tuple[Listed, ...]:
    """The tables that the contents list names, each once, in its order."""
    plain = folded(text)
    listed: dict[str, Listed] = {}
    for line in TABLE_LINE.finditer(plain):
        title = text[line.start("title") : line.end("title")].strip()
        span = (line.start("title"), line.start("title") + len(title))
        listed.setdefault(title, Listed(numeral(line["n"]), title, *span))
    return tuple(listed.values())


def numeral(printed: str) -> int:
    """十六 is 16, 二十一 is 21."""
    tens, _, ones = printed.rpartition("十")
    if "十" not in printed:
        return NUMERALS.index(printed) + 1
    return (NUMERALS.index(tens) + 1 if tens else 1) * 10 + (
        NUMERALS.index(ones) + 1 if ones else 0
    )

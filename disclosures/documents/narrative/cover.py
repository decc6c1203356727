"""Cover and signature: who, which year, which index, which date."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import folded
from disclosures.records.narrative import Section

NAME = r"[\u4e00-\u9fa5A-Za-z0-9()·、\"]{4,60}?"
KIND = r"(?:部门|单位|区级|市级|县级|本级|综合|\(|\)){0,4}(?P<kind>预算|决算)"
TITLES = (
    re.compile(rf"(?P<name>{NAME})(?:部门|单位)?(?P<year>20\d\d)年度?{KIND}"),
    re.compile(rf"(?P<year>20\d\d)年度?(?P<name>{NAME})(?:部门|单位)?(?P<kind>预算|决算)"),
)
BEFORE_NAME = re.compile(
    r"^(?:监督索引号:?\d{16,24}|第[一二三四]部分|附件\d{0,2}[:.、]?|目录|标题[:]?|名称[:]?|[一二三四五六七八九十]、|关于|\(?公开\)?)+"
)
NO_NAME = re.compile(
    r"^(?:部门|单位|年度|本年度|一般|政府|财政|目录)|公开时间|发布|来源|预算|决算|通知"
)
INDEX = re.compile(r"(?:监督)?索引号[ :]*(?P<n>\d{16,24})")
DATE = re.compile(
    r"^[ ]*(?P<y>20\d\d)[ ]*年[ ]*(?P<m>\d{1,2})[ ]*月[ ]*(?P<d>\d{1,2})[ ]*日[ ]*$", re.M
)
CHINESE_DATE = re.compile(
    r"^[ ]*(?P<y>二[〇○零一二三四五六七八九]{3})年(?P<m>[一二三四五六七八九十]{1,2})月"
    r"(?P<d>[一二三四五六七八九十]{1,3})日[ ]*$",
    re.M,
)
POSTED = re.compile(
    r"(?:发布|公开|公示)(?:时间|日期)[ :]*"
    r"(?P<y>20\d\d)[-年/.](?P<m>\d{1,2})[-月/.](?P<d>\d{1,2})日?"
)
DIGITS = "〇一二三四五六七八九"
ATTACHMENT = re.compile(r"^[ ]*(?P<name>附(?:件|表)[^\n]{2,120}?)(?:20\d{15})?[ ]*$", re.M)


def read_cover(page: Page) -> tuple[str, str]:
    """State the document's own facts; returns the department and the kind."""
    found = title_of(page.text, page.sections)
    department, page.year, kind = found
    if department:
        at = page.folded.find(folded(department))
        if at >= 0:
            department = page.text[at : at + len(department)]
            page.state("doc.dept_name", department, (at, at + len(department)), "0")
    if page.year is not None:
        at = page.folded.find(f"{page.year}年")
        if at >= 0:
            page.state("doc.year", Decimal(page.year), (at, at + 4), "0")
    read_indexes(page)
    _published(page)
    attachments = list(ATTACHMENT.finditer(page.folded, _tail(page)))
    if attachments:
        start, end = attachments[-1].span("name")
        page.state("doc.attachment", page.text[start:end], (start, end), "0")
    return department, kind


def title_of(text: str, sections: tuple[Section, ...]) -> tuple[str, int | None, str]:
    """Who publishes, for which year, and whether a budget or a final account.

    Titles are repeated on the cover, over the contents and over the narrative: most votes win.
    """
    end = sections[1].start if len(sections) > 1 else min(len(text), 4000)
    lines = ["".join(line.split()) for line in folded(text)[:end].split("\n") if line.strip()]
    if not lines:
        return "", None, "budget"
    # A page that lost its line ends has its title at the head of one long line.
    lines = [lines[0][:120], *(x for x in (*lines[1:120], *lines[-10:]) if len(x) <= 120)]
    votes: Counter[tuple[str, int, str]] = Counter()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        whole = line if re.search(r"20\d\d年", line) else line + following
        if (found := _title(whole)) is not None:
            votes[found] += 1
    if not votes:
        return "", None, "budget"
    return votes.most_common(1)[0][0]


def _title(line: str) -> tuple[str, int, str] | None:
    line = BEFORE_NAME.sub("", line)
    for pattern in TITLES:
        found = pattern.match(line)
        if found and not NO_NAME.search(found["name"]):
            name = found["name"].strip('、"')
            return name, int(found["year"]), "final" if found["kind"] == "决算" else "budget"
    return None


def read_indexes(page: Page) -> None:
    """State the 监督索引号 at the start and at the end."""
    for match in page.all(INDEX.pattern, (0, len(page.text))):
        key = "doc.index_end" if match["n"].endswith("111") else "doc.index_start"
        page.state(key, match["n"], match.span("n"), "0")


def _tail(page: Page) -> int:
    """Where signature and attachments may stand: after the last section."""
    return page.sections[-1].start if len(page.sections) > 1 else 0


def _published(page: Page) -> None:
    """The date of the signature, or else the one under which the page was posted."""
    signed = list(DATE.finditer(page.folded, _tail(page)))
    written = list(CHINESE_DATE.finditer(page.folded, _tail(page)))
    posted = list(POSTED.finditer(page.folded, 0, page.sections[0].end))
    for match in (*signed[-1:], *written[-1:], *posted[:1]):
        year, month, day = (_number(match[part]) for part in "ymd")
        try:
            value = date(year, month, day)
        except ValueError:
            page.doubt("落款日期不存在", *match.span())
            continue
        page.state("doc.publish_date", value.isoformat(), match.span(), "0")
        return


def _number(printed: str) -> int:
    """２０２２, 二〇二二 or 十七 as a number."""
    if printed.isdecimal():
        return int(printed)
    if "十" in printed:
        tens, _, ones = printed.partition("十")
        return 10 * (DIGITS.index(tens) if tens else 1) + (DIGITS.index(ones) if ones else 0)
    return int("".join(str(DIGITS.index(each)) for each in re.sub("[○零]", "〇", printed)))

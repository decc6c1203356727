"""Cover and signature: who, which year, which index, which date."""

import re
from decimal import Decimal

from disclosures.documents.narrative.page import Page

TITLE = re.compile(
    r"^(?:第[一二]部分)?(?P<name>[\u4e00-\u9fa5()·]{4,60}?)(?P<year>20\d\d)年(?:度)?"
    r"(?:部门|单位)?(?P<kind>预算|决算)"
)
INDEX = re.compile(r"监督索引号[ :]*(?P<n>\d{16,24})")
DATE = re.compile(
    r"^[ ]*(?P<y>20\d\d)[ ]*年[ ]*(?P<m>\d{1,2})[ ]*月[ ]*(?P<d>\d{1,2})[ ]*日[ ]*$", re.M
)
ATTACHMENT = re.compile(r"^[ ]*(?P<name>附件[^\n]+?)(?:20\d{15})?[ ]*$", re.M)


def read_cover(page: Page) -> tuple[str, str]:
    """State the document's own facts; returns the department and the kind."""
    department, kind = "", "budget"
    title = _title(page.folded)
    if title:
        department = title["name"]
        kind = "final" if title["kind"] == "决算" else "budget"
        page.year = int(title["year"])
        at = page.folded.find(department)
        if at >= 0:
            department = page.text[at : at + len(department)]
            page.state("doc.dept_name", department, (at, at + len(department)), "0")
        year_at = page.folded.find(f"{page.year}年")
        if year_at >= 0:
            page.state("doc.year", Decimal(page.year), (year_at, year_at + 4), "0")
    _indexes(page)
    dates = list(DATE.finditer(page.folded))
    if dates:
        last = dates[-1]
        page.state(
            "doc.publish_date",
            f"{last['y']}-{int(last['m']):02d}-{int(last['d']):02d}",
            last.span(),
            "0",
        )
    attachments = list(ATTACHMENT.finditer(page.folded))
    if attachments:
        start, end = attachments[-1].span("name")
        page.state("doc.attachment", page.text[start:end], (start, end), "0")
    return department, kind


def _title(plain: str) -> re.Match[str] | None:
    """The first line, or two lines read as one, that says who publishes for which year."""
    lines = ["".join(line.split()) for line in plain.split("\n") if line.strip()][:400]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        whole = line if "20" in line else line + following
        found = TITLE.match(whole)
        if found and found["name"] != "目录":
            return found
    return None


def _indexes(page: Page) -> None:
    found = list(INDEX.finditer(page.folded))
    for match in found:
        key = "doc.index_end" if match["n"].endswith("111") else "doc.index_start"
        page.state(key, match["n"], match.span("n"), "0")

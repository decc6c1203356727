"""A PDF to its prose and its tables, or the reason why it is not taken."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from disclosures.documents.decoding import check_size
from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.problem import Problem
from disclosures.documents.pdf.bounded import Budget, check_streams, draw
from disclosures.documents.pdf.continued import Part, grids_of, parts_of
from disclosures.documents.pdf.furniture import without_furniture
from disclosures.documents.pdf.legible import Sight, check_legible, illegible, sight_of
from disclosures.documents.pdf.lines import Line, lines_of
from disclosures.documents.pdf.page import PageContent, Rule, content_of
from disclosures.documents.pdf.page_table import PageTable
from disclosures.documents.pdf.paragraphs import TextLine, joined
from disclosures.documents.pdf.ruled import is_drawing, merged, tables_of
from disclosures.documents.pdf.unread import ContentOnPage, unread_titles
from disclosures.documents.pdf.unruled.read import Before, LinePage, Unruled, unruled_on
from disclosures.documents.pdf.watermarks import without_watermarks
from disclosures.documents.refusal import Refusal, RefusedError

SIGNATURE = b"%PDF"
MOST_PAGES = 1500
FEWEST_CHARS = 30  # of a page that has a text layer, on the average
CARRIED = 3  # lines at the foot of a page that may name the table on the next
BROKEN = (
    PDFException,
    PSException,
    PdfminerException,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
    AssertionError,
    OverflowError,
    ZeroDivisionError,
)


@dataclass(frozen=True)
class PdfDocument:
    """The prose as one text, the tables, and where each visual line of the prose stands."""

    text: str
    grids: tuple[Grid, ...]
    lines: tuple[TextLine, ...]
    pages: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Page:
    """A page that was read: its tables, and the lines that stand in none."""

    number: int
    turn: int
    height: float
    tables: list[PageTable]
    lines: list[Line]
    across: list[Rule]
    sight: Sight
    has_image: bool
    is_drawing: bool

    @property
    def chars(self) -> int:
        """How many characters are printed."""
        return self.sight.chars


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF; some begin with a few other bytes."""
    return SIGNATURE in data[:1024]


def read_pdf(data: bytes, filename: str) -> PdfDocument | Refusal:
    """The prose and the ruled tables of a PDF. A refusal says why not and what to do."""
    try:
        check_size(len(data))
        if not is_pdf(data):
            raise RefusedError("not_pdf", f"{filename} 不是 PDF 文件。This is not a PDF.")
        check_streams(data)
        pages, lost = _pages(data)
        if lost and not any(each.chars for each in pages):
            raise broken_pdf()
        _check_text(pages)
        check_legible([each.sight for each in pages])
    except RefusedError as error:
        return error.refusal
    kept = without_furniture([(each.height, each.lines) for each in pages])
    unruled = _unruled(pages, kept)
    left = [each.lines for each in unruled]
    text, lines = joined([(each.number, k) for each, k in zip(pages, left, strict=True)])
    grids = tuple(_grids(pages, unruled))
    problems = [*lost, *illegible(each.sight for each in pages), *_drawings(pages)]
    problems += [problem for each in unruled for problem in each.problems]
    problems += unread_titles(
        ContentOnPage(page.number, page.turn, [*page.tables, *found.tables], found.lines)
        for page, found in zip(pages, unruled, strict=True)
        if not found.unread
    )
    return PdfDocument(text, grids, lines, len(pages), tuple(problems))


def _pages(data: bytes) -> tuple[list[_Page], list[Problem]]:
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise RefusedError(
                    "too_large",
                    f"PDF 有 {len(document.pages)} 页，超过 {MOST_PAGES} 页的上限。"
                    "请只上传本部门的公开文件。The PDF has too many pages.",
                )
            budget = Budget()
            read = [_page(page, at, budget) for at, page in enumerate(document.pages, start=1)]
            return read, [*_missing(document, len(read)), *_damaged(budget)]
    except BROKEN as error:
        raise _unreadable(error) from error


def _missing(document: Any, found: int) -> Iterator[Problem]:
    """A doubt where a document says it has more pages than could be read: its end may be lost."""
    tree = resolve1(document.doc.catalog.get("Pages"))
    told = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    if isinstance(told, int) and told > found:
        yield Problem(
            f"PDF 本应有{told}页，只读到{found}页，文件可能不完整。请重新导出或下载后上传。",
            {"page": found},
        )


def _damaged(budget: Budget) -> Iterator[Problem]:
    for page in sorted(budget.damaged):
        yield Problem(
            f"第{page}页的内容有损坏，可能有文字或表格没有读出。请对照原页录入，或重新导出后上传。",
            {"page": page},
        )


def _drawings(pages: list[_Page]) -> Iterator[Problem]:
    for each in pages:
        if each.is_drawing:
            yield Problem(
                f"第{each.number}页的线条太多，像是图形，其中的表没有读。请对照原页录入。",
                {"page": each.number},
            )


def _unreadable(error: Exception) -> RefusedError:
    cause: BaseException | None = error
    while cause is not None:
        if any(isinstance(each, PDFEncryptionError) for each in (cause, *cause.args)):
            return RefusedError(
                "encrypted",
                "PDF 设有打开密码，或用证书加了密。请去掉加密后重新上传。"
                "The PDF is protected with a password.",
            )
        cause = cause.__cause__ or cause.__context__
    return broken_pdf()


def broken_pdf() -> RefusedError:
    """The refusal of a PDF that is damaged."""
    return RefusedError(
        "broken",
        "PDF 已损坏或不完整，无法读取。请重新导出或下载后上传。The PDF is damaged.",
    )


def _page(page: Any, number: int, budget: Budget) -> _Page:
    draw(page, number, budget)
    drawn = content_of(page, number)
    content = replace(drawn, chars=without_watermarks(drawn.chars))
    page.close()
    tables = tables_of(content)
    return _Page(
        number=number,
        turn=content.turn,
        height=content.height,
        tables=tables,
        lines=lines_of(_outside(content, tables)),
        across=[each for each in merged(content.across) if not _is_of_one(each, tables)],
        sight=sight_of(content),
        has_image=content.has_image,
        is_drawing=is_drawing(content),
    )


def _is_of_one(rule: Rule, tables: list[PageTable]) -> bool:
    return any(table.ys[0] - 1 <= rule.at <= table.ys[-1] + 1 for table in tables)


def _outside(content: PageContent, tables: list[PageTable]) -> list[Any]:
    boxes = [each.box for each in tables]
    return [
        char
        for char in content.chars
        if not any(
            box[0] <= char.centre[0] <= box[2] and box[1] <= char.centre[1] <= box[3]
            for box in boxes
        )
    ]


def _check_text(pages: list[_Page]) -> None:
    """Refuse a scan: pictures of pages, without text."""
    written = sum(each.chars for each in pages)
    if not pages or written >= FEWEST_CHARS * len(pages):
        return
    what = "扫描件" if any(each.has_image for each in pages) else "没有文字的 PDF"
    raise RefusedError(
        "no_text",
        f"这是{what}，没有文字层，无法读取。请上传由 Word、WPS 或 Excel 导出的 PDF，或原文档。"
        "The PDF has no text layer.",
    )


def _unruled(pages: list[_Page], kept: list[list[Line]]) -> list[Unruled]:
    """The tables without lines of each page; one may go on from the page before."""
    made: list[Unruled] = []
    before = Before()
    for page, lines in zip(pages, kept, strict=True):
        found = unruled_on(LinePage(page.number, page.turn, lines, page.across), before)
        made.append(found)
        before = _end_of(page, found)
    return made


def _end_of(page: _Page, found: Unruled) -> Before:
    """The table without lines that a page ends with, read or not; nothing when other things do."""
    bottom = max((each.ys[-1] for each in (*found.tables, *page.tables)), default=0.0)
    if found.unread and found.unread[-1][3] > bottom:
        below = [each for each in found.lines if each.box[1] >= found.unread[-1][3]]
        return Before(is_unread=not below)
    if not found.tables:
        return Before()
    last = found.tables[-1]
    below_it = [each.box[1] for each in found.lines] + [each.ys[0] for each in page.tables]
    return Before(last if all(each < last.ys[-1] for each in below_it) else None)


def _grids(pages: list[_Page], unruled: list[Unruled]) -> list[Grid]:
    parts: list[Part] = []
    carried: list[str] = []
    for page, found in zip(pages, unruled, strict=True):
        tables = sorted([*page.tables, *found.tables], key=lambda each: each.ys[0])
        parts += parts_of(tables, found.lines, carried)
        last = tables[-1].box[3] if tables else 0.0
        carried = [line.text for line in found.lines if line.box[1] >= last][-CARRIED:]
    return grids_of(parts)

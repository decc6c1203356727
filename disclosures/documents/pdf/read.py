"""A PDF to its prose and its tables, or the reason why it is not taken."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from disclosures.documents.decoding import check_size
from disclosures.documents.grids.grid import Grid
from disclosures.documents.pdf.continued import Part, grids_of, parts_of
from disclosures.documents.pdf.furniture import without_furniture
from disclosures.documents.pdf.lines import Line, lines_of
from disclosures.documents.pdf.page import PageContent, content_of
from disclosures.documents.pdf.paragraphs import TextLine, joined
from disclosures.documents.pdf.ruled import RuledTable, tables_of
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


@dataclass(frozen=True)
class _Page:
    """A page that was read: its tables, and the lines that stand in none."""

    number: int
    height: float
    tables: list[RuledTable]
    lines: list[Line]
    chars: int
    has_image: bool


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF; some begin with a few other bytes."""
    return SIGNATURE in data[:1024]


def read_pdf(data: bytes, filename: str) -> PdfDocument | Refusal:
    """The prose and the ruled tables of a PDF. A refusal says why not and what to do."""
    try:
        check_size(len(data))
        if not is_pdf(data):
            raise RefusedError("not_pdf", f"{filename} 不是 PDF 文件。This is not a PDF.")
        pages = _pages(data)
        _check_text(pages)
    except RefusedError as error:
        return error.refusal
    kept = without_furniture([(each.height, each.lines) for each in pages])
    text, lines = joined([(each.number, k) for each, k in zip(pages, kept, strict=True)])
    return PdfDocument(text, tuple(_grids(pages, kept)), lines, len(pages))


def _pages(data: bytes) -> list[_Page]:
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise RefusedError(
                    "too_large",
                    f"PDF 有 {len(document.pages)} 页，超过 {MOST_PAGES} 页的上限。"
                    "请只上传本部门的公开文件。The PDF has too many pages.",
                )
            return [_page(page, at) for at, page in enumerate(document.pages, start=1)]
    except BROKEN as error:
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> RefusedError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PDFPasswordIncorrect) or any(
            isinstance(each, PDFPasswordIncorrect) for each in cause.args
        ):
            return RefusedError(
                "encrypted",
                "PDF 设有打开密码。请去掉密码后重新上传。The PDF is protected with a password.",
            )
        cause = cause.__cause__ or cause.__context__
    return RefusedError(
        "broken",
        "PDF 已损坏或不完整，无法读取。请重新导出或下载后上传。The PDF is damaged.",
    )


def _page(page: Any, number: int) -> _Page:
    content = content_of(page, number)
    page.close()
    tables = tables_of(content)
    return _Page(
        number=number,
        height=content.height,
        tables=tables,
        lines=lines_of(_outside(content, tables)),
        chars=len(content.chars),
        has_image=content.has_image,
    )


def _outside(content: PageContent, tables: list[RuledTable]) -> list[Any]:
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


def _grids(pages: list[_Page], kept: list[list[Line]]) -> list[Grid]:
    parts: list[Part] = []
    carried: list[str] = []
    for page, lines in zip(pages, kept, strict=True):
        parts += parts_of(page.tables, lines, carried)
        last = page.tables[-1].box[3] if page.tables else 0.0
        carried = [line.text for line in lines if line.box[1] >= last][-CARRIED:]
    return grids_of(parts)

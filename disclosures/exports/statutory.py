"""A disclosure in its statutory order: the narrative whole, then every table as the form prints it.

Pure content for Word and PDF alike; amounts are the printed texts, in the printed unit, and what a
table says comes back when the paper is read (decision 0018).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from disclosures.documents.grids.sheet import SILENT
from disclosures.exports.as_read import line_as_read, unit_of
from disclosures.records.disclosure import Kind, Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Cell, Sheet
from disclosures.tables.kept import kept_layout
from disclosures.tables.layout import Layout, layout
from disclosures.tables.stored import book_of


@dataclass(frozen=True)
class Paragraph:
    """One line of the narrative; a heading opens one of its sections."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """One table. `below` is printed under its rows, a line each, inside its frame; `beside` under
    a table kept as it was printed (`is_kept`), whose frame holds nothing that is not the document's
    own, and of whose lines nobody knows which are a header.
    """

    title: str
    sheet_code: str
    unit: str
    layout: Layout
    below: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    is_kept: bool = False


@dataclass(frozen=True)
class Statutory:
    """All that is printed, and what identifies it; `sheets` are the tables as data."""

    title: str
    department: str
    imprint: str
    made_at: datetime
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[PrintedTable, ...]
    sheets: tuple[Sheet, ...] = ()
    year: int | None = None
    kind: str = Kind.BUDGET


def statutory(revision: Revision) -> Statutory:
    """The content of a revision; its date is that of the revision, never of the export."""
    disclosure = revision.disclosure
    department = disclosure.department.name
    headings = {each.start for each in revision.narrativesection_set.all() if each.heading}
    book = book_of(revision)
    imprint = f"第{revision.number}版"
    if revision.upload:
        imprint += f"　来源文件 SHA-256 {revision.upload.sha256}"
    return Statutory(
        title=f"{department}{disclosure.fiscal_year.year}年部门{disclosure.get_kind_display()}公开",
        department=department,
        imprint=imprint,
        made_at=revision.published_at or revision.created_at,
        paragraphs=tuple(paragraphs_of(revision.text, headings)),
        tables=tuple(table_of(each, disclosure.kind) for each in book),
        sheets=tuple(book),
        year=disclosure.fiscal_year_id,
        kind=disclosure.kind,
    )


def printed(cell: Cell | None) -> str:
    """What stands in a cell: the text as it was printed, blanks as blanks."""
    return cell.printed if cell else ""


def paragraphs_of(text: str, headings: Collection[int]) -> Iterator[Paragraph]:
    """The lines of a narrative; `headings` are the offsets where sections begin."""
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        indent = len(line) - len(line.lstrip())
        if words:
            yield Paragraph(words, start in headings or start + indent in headings)
        start += len(line)


def table_of(sheet: Sheet, kind: str = Kind.BUDGET) -> PrintedTable:
    """A sheet as a disclosure of that kind prints it."""
    said = tuple(sheet.statement.splitlines())
    if sheet.is_unknown or sheet.state is TableState.AS_PRINTED:
        said = said or (() if sheet.kept else (sheet.state.label,))
        laid = kept_layout(sheet.kept)
        return PrintedTable(sheet.title, "", sheet.unit, laid, beside=said, is_kept=True)
    spec = table_of_kind(sheet.table, kind)
    unit = unit_of(spec, sheet)
    laid = layout(spec, sheet)
    body = tuple(line_as_read(spec, line, unit) for line in laid.body)
    return PrintedTable(
        title=sheet.title,
        sheet_code=spec.sheet_code,
        unit=unit if spec.money else sheet.unit,
        layout=replace(laid, body=body),
        below=said or (() if sheet.rows else (SILENT.get(sheet.state, sheet.state.label),)),
    )

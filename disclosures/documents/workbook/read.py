"""A workbook as an officer hands it in, as grids: one a sheet, whatever program wrote it."""

from dataclasses import dataclass
from itertools import filterfalse

from disclosures.documents.decoding import check_size
from disclosures.documents.forms.form import Form
from disclosures.documents.grids.book import BookReading, read_book
from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.refusal import Refusal, RefusedError
from disclosures.documents.workbook.archive import encrypted, open_archive, with_macros
from disclosures.documents.workbook.compound import open_compound
from disclosures.documents.workbook.container import (
    Media,
    is_archive,
    is_compound,
    media_of_archive,
    media_of_streams,
    what_else,
)
from disclosures.documents.workbook.kept import is_kept, kept_sheet, with_kept
from disclosures.documents.workbook.ods import read_ods
from disclosures.documents.workbook.reference import is_code_list, without_reference
from disclosures.documents.workbook.sheet import Found, grid_of
from disclosures.documents.workbook.xls import read_xls
from disclosures.documents.workbook.xlsx import read_xlsx
from disclosures.tables.book import Sheet


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook that show something, in their order, and its problems.

    `media` is the media type of what the file is, which its name need not say; `kept` are the
    tables of an export of ours that stand there as they were printed, and are no grids.
    """

    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...]
    media: str
    kept: tuple[Sheet, ...] = ()


def read_workbook(data: bytes, filename: str) -> Workbook | Refusal:
    """The sheets of an .xlsx, .xls, .et or .ods as grids, or why the file is not taken.

    What the file is is told by its content; `filename` is only for those who ask what was read.
    """
    try:
        check_size(len(data))
        media, found, notes = _found(data)
    except RefusedError as error:
        return error.refusal
    grids = []
    kept = []
    problems = [Problem(each, severity=Severity.NOTE) for each in notes]
    try:
        for sheet in filterfalse(is_code_list, found):
            if is_kept(sheet):
                table, wrong = kept_sheet(sheet)
                kept.append(table)
                problems += wrong
                continue
            grid, said = grid_of(sheet)
            problems += said
            if (grid := without_reference(grid)).places:
                grids.append(grid)
    except RefusedError as error:
        return error.refusal
    if not grids and not kept:
        return Refusal("no_content", "工作簿里没有内容。请检查后重新上传。The workbook is blank.")
    return Workbook(tuple(grids), tuple(problems), media.value, tuple(kept))


def book_of_workbook(workbook: Workbook, form: Form, year: int | None = None) -> BookReading:
    """Every table of a workbook: those of the form, the others, and what is kept as printed."""
    return with_kept(read_book(workbook.grids, form, year), workbook.kept, form)


def _found(data: bytes) -> tuple[Media, list[Found], list[str]]:
    """What the file is, its sheets, and notes on the whole. Raises RefusedError."""
    if is_archive(data):
        archive = open_archive(data)
        media = media_of_archive(archive)
        found, notes = read_xlsx(archive) if media is Media.XLSX else read_ods(archive)
        return media, found, notes
    if not is_compound(data):
        raise what_else(data)
    compound = open_compound(data)
    if "EncryptedPackage" in compound.names:
        raise encrypted()
    if compound.names & {"_VBA_PROJECT", "_VBA_PROJECT_CUR"}:
        raise with_macros()
    media = media_of_streams(compound.names)
    found, notes = read_xls(data, compound)
    return media, found, notes

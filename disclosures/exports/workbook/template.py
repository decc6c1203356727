"""The official workbook of a form to be filled in: every table, with codes to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from disclosures.classification.codes import CodeLists
from disclosures.documents.forms.form import Form
from disclosures.documents.workbook.reference import CODE_LISTS
from disclosures.exports.workbook.blank import Blank
from disclosures.exports.workbook.sheet import owner_line, sheet_name
from disclosures.exports.workbook.styles import styles_of
from disclosures.exports.workbook.write import OPTIONS
from disclosures.tables.book import Book

CODES = "科目"
FUNCTION_CLASS = 3  # digits


@dataclass(frozen=True)
class Wanted:
    """What a template is made for.

    `districts` are the columns of a transfer table, `last_year` the book whose figures stand in
    grey beside the empty cells, `made_at` the time that the file states.
    """

    form: Form
    department: str
    year: int
    codes: CodeLists
    made_at: datetime
    districts: Sequence[str] = ()
    last_year: Book = field(default_factory=Book)

    @property
    def function_classes(self) -> list[str]:
        """The names of the 类 in force that year, in the order of their codes."""
        found = (each for each in self.codes.functions if len(each.code) == FUNCTION_CLASS)
        in_force = sorted((each.code, each.name) for each in found if each.in_force(self.year))
        return [name for _, name in in_force]


def template(wanted: Wanted) -> bytes:
    """The bytes of an .xlsx with every table of the form, to be filled in and uploaded."""
    stream = BytesIO()
    book = Workbook(stream, OPTIONS)
    book.set_properties(
        {
            "title": f"{wanted.department}{wanted.year}年{wanted.form.label}",
            "author": wanted.department[:250],
            "created": wanted.made_at.replace(microsecond=0, tzinfo=None),
        }
    )
    names = [sheet_name(at, each.title) for at, each in enumerate(wanted.form, start=1)]
    sheets = [book.add_worksheet(name) for name in names]
    blank = Blank(
        styles_of(book),
        wanted.form,
        owner_line(wanted.department, wanted.year),
        _write_codes(book, wanted),
        wanted.districts,
        wanted.function_classes,
    )
    for made, table in zip(sheets, wanted.form, strict=True):
        blank.write(made, table, wanted.last_year.sheet(table.table))
    book.close()
    return stream.getvalue()


def _write_codes(book: Workbook, wanted: Wanted) -> dict[str, str]:
    """The codes in force, on a hidden sheet; returns for each column the range to choose from."""
    made = book.add_worksheet(CODES)
    made.hide()
    made.write_string(0, 0, CODE_LISTS)
    ranges = {}
    for letter, name, listed in (
        ("A", "function_code", wanted.codes.functions),
        ("B", "economic_code", wanted.codes.department_economic),
    ):
        in_force = sorted({each.code for each in listed if each.in_force(wanted.year)})
        made.write_column(f"{letter}2", in_force)
        ranges[name] = f"={CODES}!${letter}$2:${letter}${max(len(in_force), 1) + 1}"
    return ranges

"""The blank official workbook of a form: every table, with codes to choose from."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from disclosures.classification.codes import CodeLists
from disclosures.documents.forms.form import Form, FormTable
from disclosures.exports.workbook.sheet import TOP, sheet_name, write_head
from disclosures.exports.workbook.styles import Styles, styles_of
from disclosures.exports.workbook.write import OPTIONS
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Sheet
from disclosures.tables.layout import Layout, header_paths_of, layout
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

LINES = 40  # blank rows of a table
CODES = "科目"
LISTS = {"function_code": "A", "economic_code": "B"}


def template(
    form: Form, *, department: str, year: int, codes: CodeLists, made_at: datetime
) -> bytes:
    """The bytes of an .xlsx with every table of the form, to be filled in and uploaded."""
    stream = BytesIO()
    book = Workbook(stream, OPTIONS)
    book.set_properties(
        {
            "title": f"{department}{year}年{form.label}",
            "author": department[:250],
            "created": made_at.replace(microsecond=0, tzinfo=None),
        }
    )
    styles = styles_of(book)
    sheets = [
        (book.add_worksheet(sheet_name(position, each.title)), each)
        for position, each in enumerate(form, start=1)
    ]
    lists = _write_codes(book, codes, year)
    for made, each in sheets:
        _write_table(made, styles, form, each, department, lists)
    book.close()
    return stream.getvalue()


def _write_codes(book: Workbook, codes: CodeLists, year: int) -> dict[str, str]:
    """The codes in force, on a hidden sheet; returns for each column the range to choose from."""
    made = book.add_worksheet(CODES)
    made.hide()
    ranges = {}
    for column, (field, listed) in enumerate(
        (
            ("function_code", codes.functions),
            ("economic_code", codes.department_economic),
        )
    ):
        in_force = sorted({each.code for each in listed if each.in_force(year)})
        made.write_column(0, column, in_force)
        letter = LISTS[field]
        ranges[field] = f"={CODES}!${letter}$1:${letter}${max(len(in_force), 1)}"
    return ranges


def _write_table(
    made: Worksheet,
    styles: Styles,
    form: Form,
    table: FormTable,
    department: str,
    lists: dict[str, str],
) -> None:
    spec = TABLES[table.table]
    blank = Sheet(spec.name, table.title, 0, TableState.NOT_ATTACHED)
    laid = layout(spec, blank)
    write_head(made, styles, spec, table.title, department, form.unit, laid)
    first = TOP + len(laid.header)
    leaves = _leaves(laid)
    for row in range(first, first + LINES):
        for at, (column, _) in enumerate(leaves):
            money = bool(column) and spec.is_money(column)
            style = styles.number(2, is_open=True) if money else styles.open_text
            made.write_blank(row, at, None, style)
    for at, (column, depth) in enumerate(leaves):
        if column in lists:
            made.data_validation(
                first,
                at,
                first + LINES - 1,
                at,
                {
                    "validate": "list",
                    "source": lists[column],
                    "error_type": "warning",
                    "error_title": "科目编码",
                    "error_message": "不在当年科目表中，请核对。",
                },
            )
        if column:
            made.write_comment(TOP + depth, at, _explained(spec, column, form))
    made.protect("", {"insert_rows": True, "delete_rows": True, "format_columns": True})


def _leaves(laid: Layout) -> list[tuple[str, int]]:
    """For each printed column its field ("" for one that is data) and where its header begins."""
    taken: dict[tuple[int, int], tuple[str, int]] = {}
    for depth, cells in enumerate(laid.header):
        column = 0
        for cell in cells:
            while (depth, column) in taken:
                column += 1
            for down in range(depth, depth + cell.rowspan):
                for right in range(column, column + cell.colspan):
                    taken[down, right] = cell.column, depth
    last = len(laid.header) - 1
    width = sum(cell.colspan for cell in laid.header[0])
    return [taken.get((last, at), ("", last)) for at in range(width)]


def _explained(spec: TableSpec, column: str, form: Form) -> str:
    headers = [half.header for half in spec.halves] or [spec.header]
    paths = [path for header in headers for path in header_paths_of(spec, header).items()]
    path = next((each for field, each in paths if field == column), (spec.label(column),))
    said = " › ".join(path)
    return f"{said}\n单位：{form.unit}" if spec.is_money(column) else said

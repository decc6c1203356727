"""One official table to be filled in: empty cells, lists to choose from, comments, totals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import DecimalField
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from disclosures.documents.forms.form import Form, FormTable
from disclosures.exports.workbook.last_year import write_last_year
from disclosures.exports.workbook.sheet import TOP, spans, write_head
from disclosures.exports.workbook.styles import Styles
from disclosures.exports.workbook.totals import column_total, line_total, row_total, total_row
from disclosures.records.printed_table import TableState
from disclosures.tables.book import RowKind, Sheet
from disclosures.tables.columns import Half, leaves, shown
from disclosures.tables.layout import Layout, header_paths_of, layout
from disclosures.tables.lines import Line
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

LINES = 60  # empty rows of a table at least
MORE_LINES = 20  # than last year's table has
PLACES = 2  # decimals that an empty cell shows
BLANK_RESULT = " "  # of an empty text xlsxwriter makes no result at all
DIGITS = "零一二三四五六七八九"
TEN = 10


@dataclass(frozen=True)
class Blank:
    """What the tables of one template share.

    `lists` are the ranges to choose codes from, by column; `classes` the names of the function
    classes that a balance lists.
    """

    styles: Styles
    form: Form
    owner: str
    lists: Mapping[str, str]
    districts: Sequence[str]
    classes: Sequence[str]

    def write(self, made: Worksheet, table: FormTable, last_year: Sheet | None) -> None:
        """Write one table, with last year's beside it where there is one."""
        spec = TABLES[table.table]
        laid = layout(
            spec, Sheet(spec.name, table.title, 0, TableState.NOT_ATTACHED), self.districts
        )
        width = write_head(made, self.styles, spec, table.title, self.owner, self.form.unit, laid)
        if spec.halves:
            self._write_lines(made, spec, TOP + len(laid.header))
        else:
            self._write_rows(made, spec, laid, len(last_year.rows) if last_year else 0)
        self._explain(made, spec, laid)
        made.print_area(0, 0, TOP + len(laid.header) + LINES, width - 1)
        if last_year:
            write_last_year(made, self.styles, spec, last_year, self.form.unit, width)
        made.protect("", {"insert_rows": True, "format_columns": True, "format_rows": True})

    def _write_rows(self, made: Worksheet, spec: TableSpec, laid: Layout, known: int) -> None:
        columns = [column for column, _ in _leaves(laid)]
        first = TOP + len(laid.header)
        last = first + max(LINES, known + MORE_LINES) - 1
        for row in range(first, last + 1):
            for at, column in enumerate(columns):
                formula = row_total(spec, column, columns, row)
                self._write_empty(made, (row, at), formula, is_number=_is_number(spec, column))
        for at, column in enumerate(columns):
            if column in self.lists:
                made.data_validation(first, at, last, at, _choice(self.lists[column]))
        if total_row(spec):
            for at, column in enumerate(columns):
                formula = column_total(spec, column, columns, (first, last))
                self._write_empty(made, (last + 1, at), formula, is_number=_is_number(spec, column))
            made.write_string(last + 1, 0, RowKind.TOTAL.label, self.styles.text)

    def _write_lines(self, made: Worksheet, spec: TableSpec, first: int) -> None:
        """The two lists of a balance, each line with its label."""
        left = 0
        for half in spec.halves:
            columns = [each.field for each in leaves(shown(half.header, ()))]
            lines = [*self._lines(half)]
            at = left + columns.index("amount")
            cells: dict[Line, list[str]] = defaultdict(list)
            for row, (_, line) in enumerate(lines, start=first):
                cells[line].append(xl_rowcol_to_cell(row, at))
            for row, (label, line) in enumerate(lines, start=first):
                made.write_string(row, left, label, self.styles.open_text)
                formula = line_total(spec, line, cells)
                self._write_empty(made, (row, at), formula, is_number=True)
            left += len(columns)

    def _lines(self, half: Half) -> Iterator[tuple[str, Line]]:
        """The printed lines of a half, one for each function class."""
        for each in half.lines:
            is_function = each.line is Line.FUNCTION
            for number, name in enumerate(self.classes if is_function else [""], start=1):
                yield each.label.format(numeral(number), name), each.line

    def _write_empty(
        self, made: Worksheet, at: tuple[int, int], formula: str, *, is_number: bool
    ) -> None:
        if formula:
            made.write_formula(*at, formula, self.styles.number(PLACES), BLANK_RESULT)
        elif is_number:
            made.write_blank(*at, None, self.styles.number(PLACES, is_open=True))
        else:
            made.write_blank(*at, None, self.styles.open_text)

    def _explain(self, made: Worksheet, spec: TableSpec, laid: Layout) -> None:
        """A comment on each column's header: what it is, its unit, and what it adds up to."""
        columns = [column for column, _ in _leaves(laid)]
        paths = _paths(spec)
        for at, (column, depth) in enumerate(_leaves(laid)):
            said = [" › ".join(paths.get(column, (spec.label(column),)))]
            if spec.is_money(column):
                said.append(
                    f"单位：{self.form.unit}。没有的项目留空；确为零填 0；不适用填“不适用”。"
                )
            if column in self.lists:
                said.append("从下拉列表选择当年的科目编码。")
            if row_total(spec, column, columns, 0):
                said.append("自动计算，不必填写。")
            made.write_comment(TOP + depth, at, "\n".join(said))


def numeral(number: int) -> str:
    """A number below a hundred in Chinese: 十二, 二十."""
    tens, ones = divmod(number, TEN)
    ten = (DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
    return ten + (DIGITS[ones] if ones or not tens else "")


def _is_number(spec: TableSpec, column: str) -> bool:
    return isinstance(spec.field(column), DecimalField)


def _paths(spec: TableSpec) -> dict[str, tuple[str, ...]]:
    headers = [half.header for half in spec.halves] or [spec.header]
    return {
        column: path for header in headers for column, path in header_paths_of(spec, header).items()
    }


def _leaves(laid: Layout) -> list[tuple[str, int]]:
    """For each printed column its field, and the header row in which its own cell begins."""
    taken: dict[tuple[int, int], tuple[str, int]] = {}
    for area, cell in spans(laid.header):
        top, left, down, right = area
        for column in range(left, right + 1):
            taken[down, column] = cell.column, top
    last = len(laid.header) - 1
    width = sum(cell.colspan for cell in laid.header[0])
    return [taken[last, at] for at in range(width)]


def _choice(source: str) -> dict[str, str]:
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": "科目编码",
        "error_message": "不在当年科目表中，请核对。",
    }

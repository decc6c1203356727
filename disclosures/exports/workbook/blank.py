"""One official table to be filled in: empty cells, lists to choose from, comments, totals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from django.db.models import DecimalField
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from disclosures.documents.forms.form import Form, FormTable
from disclosures.exports.workbook.last_year import lines_again, write_last_year
from disclosures.exports.workbook.sheet import TOP, write_head, write_text
from disclosures.exports.workbook.styles import Styles
from disclosures.exports.workbook.totals import (
    code_column,
    column_total,
    line_total,
    row_total,
    total_row,
    tree_total,
)
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Row, RowKind, Sheet
from disclosures.tables.columns import Half, leaves, shown
from disclosures.tables.layout import Layout, header_paths_of, layout, spans
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
        first = TOP + len(laid.header)
        places: Sequence[int] = range(first, first + len(last_year.rows) if last_year else first)
        if spec.halves:
            self._write_lines(made, spec, first)
        else:
            places = self._write_rows(made, spec, laid, last_year)
        self._explain(made, spec, laid)
        made.print_area(0, 0, TOP + len(laid.header) + LINES, width - 1)
        if last_year:
            write_last_year(made, self.styles, spec, last_year, self.form.unit, width, places)
        made.protect("", {"insert_rows": True, "format_columns": True, "format_rows": True})

    def _write_rows(
        self, made: Worksheet, spec: TableSpec, laid: Layout, last_year: Sheet | None
    ) -> list[int]:
        """The rows to be filled in; returns those that last year's stand beside."""
        columns = [column for column, _ in _leaves(laid)]
        again = lines_again(spec, last_year)
        known = last_year.rows if last_year else ()
        first = TOP + len(laid.header)
        last = first + max(LINES, len(known) + MORE_LINES) - 1
        for number, row in enumerate(range(first, last + 1)):
            line = again[number] if number < len(again) else None
            is_sum = line is not None and _has_below(spec, line, again)
            for at, column in enumerate(columns):
                formula = tree_total(spec, column, columns, row, last) if is_sum else ""
                formula = formula or row_total(spec, column, columns, row)
                is_number = _is_number(spec, column)
                self._write_empty(made, (row, at), formula, is_number=is_number)
                if line and not is_number and (said := line.value(column)):
                    write_text(made, self.styles.open_text, (row, at), str(said))
        for at, column in enumerate(columns):
            if column in self.lists:
                made.data_validation(first, at, last, at, _choice(self.lists[column]))
        if total_row(spec):
            for at, column in enumerate(columns):
                formula = column_total(spec, column, columns, (first, last))
                self._write_empty(made, (last + 1, at), formula, is_number=_is_number(spec, column))
            made.write_string(last + 1, 0, RowKind.TOTAL.label, self.styles.text)
        return _places(known, first, last + 1) if again else [*range(first, first + len(known))]

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


def _has_below(spec: TableSpec, line: Row, lines: Sequence[Row]) -> bool:
    """Whether a line's code stands above another's."""
    column = code_column(spec)
    code = str(line.value(column))
    codes = (str(each.value(column)) for each in lines)
    return any(each.startswith(code) and each != code for each in codes)


def _places(rows: Sequence[Row], first: int, total: int) -> list[int]:
    """The rows of a sheet for rows of which the total stands last, wherever it was printed."""
    lines = count(first)
    return [total if each.kind is RowKind.TOTAL else next(lines) for each in rows]


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

"""The formulas of the totals that a table's spec declares; a total of blanks is blank."""

from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from disclosures.tables.identity import (
    FunctionLineSum,
    LineSum,
    RowSum,
    SpreadSum,
    TotalRow,
    TreeSum,
)
from disclosures.tables.lines import Line
from disclosures.tables.spec import TableSpec

# How long the codes above another one are: 类 and 款, or a department above its units.
ABOVE = {"function_code": (3, 5), "economic_code": (3,), "unit_code": (3, 6)}


def row_total(spec: TableSpec, column: str, columns: Sequence[str], row: int) -> str:
    """The formula of a column that sums others of its row; "" for one that sums none.

    `columns` are the fields of the printed columns, left to right.
    """
    parts = next((each for each in _parts(spec, column) if all(p in columns for p in each)), ())
    cells = [xl_rowcol_to_cell(row, at) for at, field in enumerate(columns) if field in parts]
    return sum_of(cells) if cells else ""


def _parts(spec: TableSpec, column: str) -> Iterable[tuple[str, ...]]:
    for identity in spec.identities:
        if isinstance(identity, RowSum) and identity.total == column:
            yield identity.parts
    for identity in spec.identities:
        if isinstance(identity, SpreadSum) and identity.total == column:
            yield (identity.amount,)


def column_total(
    spec: TableSpec, column: str, columns: Sequence[str], rows: tuple[int, int]
) -> str:
    """The formula of a column's 合计 over `rows` (first and last); "" where none is declared."""
    identity = total_row(spec)
    if identity is None or column not in identity.columns:
        return ""
    at = columns.index(column)
    amounts = xl_range_abs(rows[0], at, rows[1], at)
    if identity.code:
        code = columns.index(identity.code)
        codes = xl_range_abs(rows[0], code, rows[1], code)
        tops = "*".join(_has_none_above(codes, length) for length in ABOVE[identity.code])
        return _unless_blank(amounts, f"SUMPRODUCT({tops},{amounts})")
    names = xl_range_abs(rows[0], 0, rows[1], 0)
    return _unless_blank(amounts, f'SUM({amounts})-SUMIF({names},"*小计",{amounts})')


def tree_total(spec: TableSpec, column: str, columns: Sequence[str], row: int, last: int) -> str:
    """The formula of a 类 or 款 row: what the rows one level below its code add up to.

    They stand between it and row `last`, those that are typed there later among them. "" for a
    column that no sum of codes is declared for.
    """
    sums = (each for each in spec.identities if isinstance(each, TreeSum))
    identity = next((each for each in sums if column in each.columns), None)
    if identity is None:
        return ""
    at, code_at = columns.index(column), columns.index(identity.code)
    code = xl_rowcol_to_cell(row, code_at, col_abs=True)
    codes = xl_range_abs(row + 1, code_at, last, code_at)
    amounts = xl_range_abs(row + 1, at, last, at)
    nothing_between = f"((LEN({codes})<=5)+(LEN({code})>=5)+(COUNTIF({codes},LEFT({codes},5))=0)>0)"
    below = f'(LEFT({codes},LEN({code}))={code}&"")*(LEN({codes})>LEN({code}))*{nothing_between}'
    printed = f"SUMPRODUCT({below}*ISNUMBER({amounts}))"
    return f'=IF(LEN({code})=0,"",IF({printed}=0,"",SUMPRODUCT({below},{amounts})))'


def code_column(spec: TableSpec) -> str:
    """The code that a table has one row for, and by which its total is summed; "" for none."""
    total = total_row(spec)
    return total.code if total else ""


def total_row(spec: TableSpec) -> TotalRow | None:
    """What a table declares of its 合计 row."""
    return next((each for each in spec.identities if isinstance(each, TotalRow)), None)


def line_total(spec: TableSpec, line: Line, cells: Mapping[Line, Sequence[str]]) -> str:
    """The formula of a balance's line; `cells` are those of the lines of its own side."""
    for identity in spec.identities:
        if isinstance(identity, LineSum) and identity.total == line:
            if all(part in cells for part in identity.parts):
                return sum_of([cell for part in identity.parts for cell in cells[Line(part)]])
        elif isinstance(identity, FunctionLineSum) and identity.total == line:
            return sum_of(cells.get(Line.FUNCTION, ()))
    return ""


def sum_of(cells: Sequence[str]) -> str:
    """The sum of cells, blank where all of them are."""
    return _unless_blank(",".join(cells), f"SUM({','.join(cells)})")


def _unless_blank(cells: str, formula: str) -> str:
    return f'=IF(COUNT({cells})=0,"",{formula})'


def _has_none_above(codes: str, length: int) -> str:
    """1 for each row whose code is that short, or whose code above is not in the table."""
    above = f"COUNTIF({codes},LEFT({codes},{length}))=0"
    return f"((LEN({codes})<={length})+(LEN({codes})>{length})*({above}))"

"""Books with a figure or two that a narrative repeats."""

from decimal import Decimal

from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Origin, Row, RowKind, Sheet
from disclosures.tables.lines import Line, Side


def cell(wan: str) -> Cell:
    return Cell(Decimal(wan) * 10000, wan)


def sheet(table: str, *rows: Row) -> Sheet:
    return Sheet(table, table, 1, TableState.FILLED, "万元", rows)


def row(kind: RowKind = RowKind.TOTAL, **amounts: str) -> Row:
    words = ("function_code", "function_name", "project_name", "catalogue")
    cells = {
        name: Cell(said, said) if name in words else cell(said) for name, said in amounts.items()
    }
    return Row(cells, kind, Origin.TYPED)


def balance(table: str, **lines: str) -> Sheet:
    """Lines of a two-sided table by their key."""
    return sheet(
        table,
        *(
            Row(
                {
                    "side": Cell(Side.INCOME, ""),
                    "line": Cell(Line(name), ""),
                    "label": Cell(Line(name).label, Line(name).label),
                    "amount": cell(said),
                },
                RowKind.DETAIL,
                Origin.TYPED,
            )
            for name, said in lines.items()
        ),
    )


def three_public(**changed: str) -> Book:
    """The seed's 三公 with some of it changed, in 万元."""
    amounts = {
        "total": "3.36",
        "abroad": "0",
        "vehicles": "2.36",
        "vehicle_purchase": "0",
        "vehicle_running": "2.36",
        "reception": "1.00",
    }
    return Book((sheet("three-public", row(**(amounts | changed))),))

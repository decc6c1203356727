"""The golden workbooks: books in which all holds, and for each rule one that breaks it.

A case that breaks a rule keeps only the tables without which it would not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from disclosures.classification.codes import code_lists
from disclosures.classification.money import Unit
from disclosures.records.finding import Outcome
from disclosures.rules.check import check
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book, Cell, Row, Sheet
from tests.rules.example_tables import empty, good_book, with_cell
from tests.rules.examples import CONTEXT, narrative
from tests.rules.test_tables import BROKEN, by_economic, fund, transfers

Stated = Mapping[str, str | None]
TWO_ADMINISTRATIVE: Stated = {"unit.full_admin": "2", "unit.full_institution": "0"}


@dataclass(frozen=True)
class Case:
    """One workbook; `stated` is what the narrative beside it says otherwise than the good one."""

    name: str
    book: Book
    rule: str = ""
    stated: Stated = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """Where it lies under `fixtures/`."""
        return f"should_fail/{self.rule}" if self.rule else "should_pass"


def findings_on(book: Book, stated: Stated) -> list[Finding]:
    """Every finding on the tables beside the good narrative."""
    return [*check(narrative(stated), book, code_lists(), CONTEXT)]


def broken_rules(book: Book, stated: Stated) -> set[str]:
    """The rules that fail."""
    return {each.rule for each in findings_on(book, stated) if each.outcome is Outcome.FAILS}


def cases() -> Iterator[Case]:
    """Every golden workbook."""
    yield from passing()
    shown: set[str] = set()
    for rule, table, row, column, printed, _ in BROKEN:
        if rule not in shown:
            shown.add(rule)
            yield Case(table, with_cell(table, row, column, printed), rule)
    yield from OTHERS


def passing() -> Iterator[Case]:
    """Books in which no rule fails: in 元 and 万元, printed in every manner, with districts."""
    yield Case("in-yuan", good_book())
    yield Case("in-wan-yuan", Book(tuple(map(in_wan_yuan, good_book()))))
    yield Case("printed-in-many-ways", Book(tuple(map(in_many_ways, good_book()))))
    yield Case("government-fund", fund(), stated={"fiscal.fund": None, "fiscal.carry": None})
    yield Case("districts", transfers(), stated={"transfer.item3": "对区补助100万元"})


def smallest(case: Case) -> Case:
    """The case without the tables that its failure does not need."""
    book = case.book
    for sheet in case.book if case.rule else ():
        less = Book(tuple(each for each in book if each is not sheet))
        if case.rule in broken_rules(less, case.stated):
            book = less
    return replace(case, book=book)


def in_wan_yuan(sheet: Sheet) -> Sheet:
    """The sheet in 万元, with as many decimals as each amount needs."""

    def printed(cell: Cell) -> str:
        return f"{(cell.value / 10_000).normalize():f}" if isinstance(cell.value, Decimal) else ""

    return _reprinted(replace(sheet, unit=Unit.WAN_YUAN if sheet.rows else ""), printed)


def in_many_ways(sheet: Sheet) -> Sheet:
    """The sheet with thousands apart, with decimals, in full width: each amount in its own way."""

    def printed(cell: Cell) -> str:
        value = cell.value
        assert isinstance(value, Decimal)
        ways = (f"{value:,f}", f"{value:.2f}", f"{value:f}".translate(FULL_WIDTH), f"{value:f}")
        return ways[int(value) % 7 % len(ways)]

    return _reprinted(sheet, printed)


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _reprinted(sheet: Sheet, printed) -> Sheet:  # type: ignore[no-untyped-def]
    rows = tuple(
        replace(
            row,
            cells={
                name: replace(cell, printed=printed(cell))
                if isinstance(cell.value, Decimal) and name != "quantity"
                else cell
                for name, cell in row.cells.items()
            },
        )
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _fewer_units() -> Book:
    income = good_book().sheet("department-income")
    assert income is not None
    return Book((replace(income, rows=(income.rows[0], income.rows[2])),))


def _row(**texts: str) -> Row:
    return Row({name: Cell(text, text) for name, text in texts.items()})


OTHERS = (
    Case("government-fund", fund(basic="41"), "A15"),
    Case("districts", transfers("39"), "A18"),
    Case("government-fund", fund(total="101"), "B08"),
    Case("districts", transfers(goal="另一"), "B16"),
    Case("economic-codes", by_economic("30201"), "B21"),
    Case("districts", transfers(), "C08"),
    Case("units", _fewer_units(), "C11"),
    Case("basic", good_book(), "C09", {**TWO_ADMINISTRATIVE, "running.amount": "71.00"}),
    Case("basic", good_book(), "C10", {"entrusted.amount": "301.00"}),
    Case("nothing-said", good_book(procurement=empty("procurement", "")), "F06"),
)

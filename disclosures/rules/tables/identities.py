"""Group A: what each table's spec declares of its own rows, checked on every table that has rows.

A printed blank adds nothing to its sum. Where a part's whole column was not printed, or not under
a name that is known, a sum may hold but cannot fail. Rows taken from the narrative have only what a
sentence said, so they count where nothing is lacking.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.classification.money import nothing_of
from disclosures.rules.amount import summed
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.tables.grid import Grid
from disclosures.rules.tables.places import is_without_codes
from disclosures.rules.tables.verdicts import Comparison, concluded, nothing_to_compare
from disclosures.tables.book import Origin, Row, RowKind
from disclosures.tables.identity import (
    AtMost,
    FunctionLineSum,
    Identity,
    LineSum,
    Product,
    RowSum,
    SpreadSum,
    TotalRow,
    TreeSum,
)
from disclosures.tables.lines import Line
from disclosures.tables.registry import TABLES

# A line that sums up the budgets told below it, and is itself none of them.
FISCAL = re.compile(r"(?:财政|预算)拨款收入$")
# What a purchase is named by; a row with some of it alone is a group of purchases.
LISTED = ("category", "budget_project", "procurement_item", "catalogue", "service_item")


@dataclass(frozen=True)
class Identities:
    """All identities that carry one rule's code, over all tables."""

    rule: str

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """For each table that declares the rule and has rows: what holds, and what does not."""
        declared = [
            (spec, identity)
            for spec in TABLES.values()
            for identity in spec.identities
            if identity.rule == self.rule
        ]
        compared = [
            (sheet, comparison)
            for spec, identity in declared
            if (sheet := subject.book.sheet(spec.name)) is not None
            for comparison in comparisons(identity, Grid(sheet, subject.narrative.kind))
        ]
        if not compared:
            yield nothing_to_compare(self.rule, subject, (spec for spec, _ in declared))
            return
        yield from concluded(self.rule, subject, compared)


def comparisons(identity: Identity, grid: Grid) -> Iterator[Comparison]:
    """Each place in a sheet where the identity can be tried."""
    match identity:
        case RowSum():
            yield from _row_sums(identity, grid)
        case TreeSum():
            yield from _tree_sums(identity, grid)
        case TotalRow():
            yield from _total_rows(identity, grid)
        case Product():
            yield from _products(identity, grid)
        case AtMost():
            yield from _bounds(identity, grid)
        case LineSum():
            yield from _line_sums(identity, grid)
        case FunctionLineSum():
            yield from _function_line_sums(identity, grid)
        case SpreadSum():
            yield from _spread_sums(identity, grid)


def _row_sums(identity: RowSum, grid: Grid) -> Iterator[Comparison]:
    optional = {each.field for each in grid.spec.columns if each.is_optional}
    for row in grid.sheet.rows:
        parts = grid.across(row, identity.parts)
        total = grid.amount(row, identity.total)
        if total is None or not parts:
            continue
        lacking = len(parts) < len(identity.parts)
        if row.origin is Origin.NARRATIVE and lacking:
            continue
        usual = [each for each in identity.parts if each not in optional]
        unread = any(each not in row.cells for each in usual)
        if unread and summed(parts) != total.value:
            continue
        yield Comparison(total, summed(parts), "各列之和", parts, grid.name(row))


def _tree_sums(identity: TreeSum, grid: Grid) -> Iterator[Comparison]:
    coded = [
        row for row in grid.sheet.rows if row.kind is not RowKind.TOTAL and row.value(identity.code)
    ]
    has_unread = _has_unread(grid, identity.code)
    times = Counter(row.value(identity.code) for row in coded)
    for row in coded:
        if times[row.value(identity.code)] > 1:
            continue  # split by a second classification
        children = _children(row, coded, identity.code)
        for column in identity.columns:
            total = grid.amount(row, column)
            parts = grid.down(children, column)
            is_open = has_unread or any(_is_unread(each, column) for each in children)
            is_open = is_open and total is not None and summed(parts) != total.value
            if total is not None and children and not is_open:
                yield Comparison(total, summed(parts), "下一级各行之和", parts, grid.name(row))


def _total_rows(identity: TotalRow, grid: Grid) -> Iterator[Comparison]:
    rest = [row for row in grid.sheet.rows if row.kind is not RowKind.TOTAL]
    if len(rest) > 1 and (is_without_codes(grid) or _has_groups(grid, rest)):
        return
    if not identity.code and _has_classes(rest, "economic_code"):
        return
    if len(rest) > 1 and _are_nameless(grid, rest):
        return
    if identity.code:
        if _has_unread(grid, identity.code):
            return
        top = [row for row in rest if not _parent_is_here(row, rest, identity.code)]
    else:
        top = [row for row in rest if row.kind is RowKind.DETAIL]
    for row in grid.sheet.rows:
        # A narrative may state a total and only some of its rows; D11 compares what it states.
        if row.kind is not RowKind.TOTAL or not top or row.origin is Origin.NARRATIVE:
            continue
        for column in identity.columns:
            total, parts = grid.amount(row, column), grid.down(top, column)
            is_open = any(_is_unread(each, column) for each in top)
            if total is not None and not (is_open and summed(parts) != total.value):
                yield Comparison(total, summed(parts), "各行之和", parts, grid.name(row))


def _has_groups(grid: Grid, rows: list[Row]) -> bool:
    """Whether some rows are named by other columns than the rest: they may be sums of these."""
    words = [each for each in grid.spec.key if each in LISTED]
    return len({frozenset(each for each in words if row.value(each)) for row in rows}) > 1


def _has_unread(grid: Grid, code: str) -> bool:
    """Whether a row prints a code that could not be read: whose child it is, nobody can say."""
    rows = (row for row in grid.sheet.rows if row.kind is not RowKind.TOTAL)
    return any(_is_unread(row, code) for row in rows)


def _is_unread(row: Row, column: str) -> bool:
    """Whether a cell prints what is no value of its column: a doubt stands on it."""
    cell = row.cells.get(column)
    return cell is not None and cell.value is None and nothing_of(cell.printed) is None


def _are_nameless(grid: Grid, rows: list[Row]) -> bool:
    """Whether none of a list's rows says what was bought: they are groups, some of them others'."""
    words = [each for each in grid.spec.key if each in LISTED]
    return bool(words) and not any(row.value(each) for row in rows for each in words)


def _has_classes(rows: list[Row], column: str) -> bool:
    """Whether some codes are above others, in a table that declares no tree."""
    codes = {str(row.value(column)) for row in rows if row.value(column)}
    return any(code[:length] in codes for code in codes for length in (3, 5) if length < len(code))


def _products(identity: Product, grid: Grid) -> Iterator[Comparison]:
    for row in grid.sheet.rows:
        found = [
            grid.amount(row, column)
            for column in (identity.amount, identity.quantity, identity.price)
        ]
        amount, quantity, price = found
        if amount is None or quantity is None or price is None:
            continue
        expected = quantity.value * price.value
        yield Comparison(amount, expected, "数量×单价", [quantity, price], grid.name(row))


def _bounds(identity: AtMost, grid: Grid) -> Iterator[Comparison]:
    for row in grid.sheet.rows:
        part, whole = grid.amount(row, identity.part), grid.amount(row, identity.whole)
        if part is None or whole is None:
            continue
        yield Comparison(part, whole.value, whole.label, [whole], grid.name(row), at_most=True)


def _line_sums(identity: LineSum, grid: Grid) -> Iterator[Comparison]:
    lines = {str(row.value("line")): row for row in grid.sheet.rows}
    total = lines.get(identity.total)
    wanted = [each for part in identity.parts for each in _printed_as(part, lines, grid)]
    late = _below_their_sum(identity, lines, grid)
    wanted = [each for each in wanted if each not in late] + [
        each for part in identity.parts for each in _late_parts(part, lines, grid)
    ]
    present = [lines[part] for part in wanted if part in lines]
    stated = grid.amount(total, "amount") if total else None
    if total is None or stated is None or not present:
        return
    if total.origin is Origin.NARRATIVE and len(present) < len(wanted):
        return
    parts = grid.down(present, "amount")
    if not parts or (_has_unknown_line(grid, present) and summed(parts) != stated.value):
        return
    basis = "＋".join(Line(str(row.value("line"))).label for row in present)
    yield Comparison(stated, summed(parts), basis, parts, Line(identity.total).label)


def _below_their_sum(identity: LineSum, lines: dict[str, Row], grid: Grid) -> set[str]:
    """The parts of a sum that a form prints below it, others above: those the sum leaves out."""
    rows = grid.sheet.rows
    at = {
        line: next(n for n, each in enumerate(rows) if each is row) for line, row in lines.items()
    }
    parts = [each for part in identity.parts for each in _printed_as(part, lines, grid)]
    places = {each: at[each] for each in parts if each in at}
    total = at.get(identity.total)
    if total is None or not places or min(places.values()) > total:
        return set()
    return {each for each, place in places.items() if place > total}


def _late_parts(part: str, lines: dict[str, Row], grid: Grid) -> set[str]:
    """The lines that a printed sum among the parts leaves out, which the whole holds beside it."""
    sums = (each for each in grid.spec.identities if isinstance(each, LineSum))
    own = next((each for each in sums if each.total == part), None)
    return _below_their_sum(own, lines, grid) if own and part in lines else set()


def _printed_as(part: str, lines: dict[str, Row], grid: Grid) -> tuple[str, ...]:
    """A line, or the lines that it sums up where a form prints those alone."""
    if part in lines:
        return (part,)
    sums = (each for each in grid.spec.identities if isinstance(each, LineSum))
    parts = next((each.parts for each in sums if each.total == part), None)
    if parts is None:
        return (part,)
    return tuple(line for each in parts for line in _printed_as(each, lines, grid))


def _function_line_sums(identity: FunctionLineSum, grid: Grid) -> Iterator[Comparison]:
    total = next((row for row in grid.sheet.rows if row.value("line") == identity.total), None)
    functions = [row for row in grid.sheet.rows if row.value("line") == Line.FUNCTION]
    stated = grid.amount(total, "amount") if total else None
    if total is None or stated is None or not functions:
        return
    parts = grid.down(functions, "amount")
    if not parts or (_has_unknown_line(grid, functions) and summed(parts) != stated.value):
        return
    yield Comparison(stated, summed(parts), "各功能类之和", parts, Line(identity.total).label)


def _has_unknown_line(grid: Grid, known: list[Row]) -> bool:
    """Whether an amount on their side stands in a line that no name is known of."""
    side = known[0].value("side")
    return any(
        row.value("side") == side
        and not row.value("line")
        and row.money("amount")
        and not FISCAL.search(str(row.value("label") or ""))
        for row in grid.sheet.rows
    )


def _spread_sums(identity: SpreadSum, grid: Grid) -> Iterator[Comparison]:
    for row in grid.sheet.rows:
        total, parts = grid.amount(row, identity.total), grid.children(row, identity.amount)
        if total is not None and row.children:
            yield Comparison(total, summed(parts), "各地区之和", parts, grid.name(row))


def _children(row: Row, rows: list[Row], code: str) -> list[Row]:
    """The rows right below a code: those under it with no other row between."""
    own = str(row.value(code))
    under = [each for each in rows if _is_under(str(each.value(code)), own)]
    return [
        each
        for each in under
        if not any(_is_under(str(each.value(code)), str(other.value(code))) for other in under)
    ]


def _parent_is_here(row: Row, rows: list[Row], code: str) -> bool:
    own = str(row.value(code) or "")
    return bool(own) and any(_is_under(own, str(each.value(code) or "")) for each in rows)


def _is_under(code: str, parent: str) -> bool:
    return bool(parent) and code != parent and code.startswith(parent)

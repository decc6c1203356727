"""What the lines of a table that are no sums themselves add up to."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from disclosures.tables.book import Row, RowKind
from disclosures.tables.spec import TableSpec

Amounts = tuple[Decimal, ...]
CODES = ("function_code", "economic_code")


def leaf_sums(spec: TableSpec, rows: Sequence[Row]) -> dict[str, Decimal]:
    """Each money column's sum over the lines without a total or a deeper code below them, in 元.

    A column that no such line fills is left out.
    """
    leaves = _leaves(spec, rows)
    found: dict[str, Decimal] = {}
    for column in spec.money:
        amounts = [amount for row in leaves if (amount := row.money(column)) is not None]
        if amounts:
            found[column] = sum(amounts, Decimal(0))
    return found


def _leaves(spec: TableSpec, rows: Sequence[Row]) -> list[Row]:
    details = [each for each in rows if each.kind is RowKind.DETAIL]
    column = next((each.field for each in spec.columns if each.field in CODES), None)
    if column is None:
        return details
    unit = [str(each.value("unit_name") or "") for each in details]
    codes = [str(each.value(column) or "") for each in details]
    known = set(zip(unit, codes, strict=True))
    above = {
        (name, code[:length]) for name, code in known for length in (3, 5) if length < len(code)
    }
    return [
        row
        for row, name, code in zip(details, unit, codes, strict=True)
        if (name, code) not in above
    ]


def one_is_the_sum(amounts: Sequence[Decimal]) -> bool:
    """Whether one of several amounts is as much as all the others, and may be their sum."""
    return len(amounts) > 1 and max(amounts) > 0 and sum(amounts) == 2 * max(amounts)


def may_hold_a_sum(amounts: Sequence[Sequence[Decimal | None]]) -> bool:
    """Whether some line may be the sum of all others, or of lines right before or behind it.

    `amounts` are those of each line in the order of print, as many for one as for another. A line
    that is one other line again may be so, too; one without an amount is no sum.
    """
    lines = [tuple(each or Decimal(0) for each in line) for line in amounts]
    if not lines:
        return False
    sums = list(accumulate(lines, _added, initial=(Decimal(0),) * len(lines[0])))
    last = {each: place for place, each in enumerate(sums)}
    first = {each: place for place, each in reversed([*enumerate(sums)])}
    return any(
        any(line)
        and (
            first.get(_less(sums[place], line), place) < place
            or last.get(_added(sums[place + 1], line), 0) > place + 1
            or (len(lines) > 1 and _added(line, line) == sums[-1])
        )
        for place, line in enumerate(lines)
    )


def _added(one: Amounts, other: Amounts) -> Amounts:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _less(one: Amounts, other: Amounts) -> Amounts:
    return tuple(a - b for a, b in zip(one, other, strict=True))

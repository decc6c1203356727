"""What the lines of a table that are no sums themselves add up to."""

from collections.abc import Sequence
from decimal import Decimal

from disclosures.tables.book import Row, RowKind
from disclosures.tables.spec import TableSpec

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

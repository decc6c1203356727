"""A question over the years: what all departments that it is narrowed to state, year by year.

A unit whose department has published for the same year is left out, as in a year at a glance.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Aggregate, Count, DecimalField, F, Sum

from disclosures.queries.across.question import Asked, Question, narrowed
from disclosures.queries.published import beside_its_department

MONEY = DecimalField(max_digits=24, decimal_places=2)


class Median(Aggregate):
    """The median of what is told, to the fen; the mean of the two in the middle."""

    template = "ROUND((PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY %(expressions)s))::numeric, 2)"
    output_field = MONEY


@dataclass(frozen=True)
class Year:
    """A year: sums in 元 by column, None where nobody tells; by how many the first is told.

    `median` is that of the first column.
    """

    year: int
    told: int
    median: Decimal | None
    sums: dict[str, Decimal | None]


def over_years(question: Question, asked: Asked) -> list[Year]:
    """The years of a question about figures, the earliest first; one query."""
    names = question.over_years
    if not names:
        return []
    rows = narrowed(question, replace(asked, year=None)).filter(~beside_its_department())
    first = f"own_{names[0]}"
    own = {f"own_{name}": question.column(name).expression for name in names}
    found = (
        rows.order_by()
        .annotate(**own)
        .values(year=F("disclosure__fiscal_year_id"))
        .annotate(
            told=Count(first),
            median=Median(first),
            **{f"sum_{name}": Sum(f"own_{name}") for name in names},
        )
        .order_by("year")
    )
    return [
        Year(
            row["year"],
            row["told"],
            row["median"],
            {name: row[f"sum_{name}"] for name in names},
        )
        for row in found
    ]

"""A question over the years: what all departments that it is narrowed to state, year by year.

A unit whose department has published for the same year is left out, as in a year at a glance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Q, Sum

from disclosures.queries.across.question import Asked, Question, narrowed
from disclosures.queries.published import beside_its_department

FEN = Decimal("0.01")


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
            told=ArrayAgg(first, filter=Q(**{f"{first}__isnull": False})),
            **{f"sum_{name}": Sum(f"own_{name}") for name in names},
        )
        .order_by("year")
    )
    return [
        Year(
            row["year"],
            len(row["told"] or ()),
            _median(row["told"] or ()),
            {name: row[f"sum_{name}"] for name in names},
        )
        for row in found
    ]


def _median(told: Sequence[Decimal]) -> Decimal | None:
    """The median to the fen, the mean of the two in the middle; PostgreSQL's is a float."""
    return median(told).quantize(FEN, ROUND_HALF_UP) if told else None

"""Rows of the lists of disclosures: name, year and the headline amounts."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.queries.published import Listed
from disclosures.records.narration import QuotedFigure

SHOWN = ("total_income", "total_expenditure", "basic", "project", "three_public_total")


@dataclass(frozen=True)
class ListingRow:
    """One published disclosure; an amount that is not disclosed is empty."""

    name: str
    url: str
    year: int
    kind: str
    amounts: tuple[str, ...]


def rows(listed: Iterable[Listed], choice: Show) -> list[ListingRow]:
    """The rows of a list, in the chosen unit."""
    return [
        ListingRow(
            name=each.revision.disclosure.department.name,
            url=address(each.revision),
            year=each.revision.disclosure.fiscal_year_id,
            kind=each.revision.disclosure.get_kind_display(),
            amounts=tuple(_amount(each.headline.get(name), choice) for name in SHOWN),
        )
        for each in listed
    ]


def _amount(figure: QuotedFigure | None, choice: Show) -> str:
    if figure is None or figure.yuan is None:
        return ""
    return figure.printed if choice is Show.PRINTED else shown(figure.yuan, choice)

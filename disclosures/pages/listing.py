"""Rows of the lists of disclosures: name, year and the headline amounts."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.classification.figures import LISTED
from disclosures.pages.addresses import address
from disclosures.pages.amounts import LABELS, Show, shown
from disclosures.queries.published import Headline, Listed
from disclosures.records.narration import QuotedFigure
from disclosures.records.table_figure import TableFigure

NOT_DISCLOSED, EMPTY_TABLE, NOT_APPLICABLE = "未公开", "空表", "不适用"


@dataclass(frozen=True)
class ListingRow:
    """One published disclosure; amounts are (label, text, unit, what stands for an empty text)."""

    name: str
    url: str
    year: int
    kind: str
    amounts: tuple[tuple[str, str, str, str], ...]


def rows(listed: Iterable[Listed], choice: Show) -> list[ListingRow]:
    """The rows of a list, in the chosen unit, which stands beside each amount."""
    return [
        ListingRow(
            name=each.revision.disclosure.department.name,
            url=address(each.revision),
            year=each.revision.disclosure.fiscal_year_id,
            kind=each.revision.disclosure.get_kind_display(),
            amounts=tuple(
                (label, *in_unit(each.headline.get(name), choice), nothing(each, name))
                for name, label in LISTED.items()
            ),
        )
        for each in listed
    ]


def amounts(headline: Headline, choice: Show) -> tuple[tuple[str, str, str, str], ...]:
    """The headline amounts as (label, text, unit, what stands for an empty text)."""
    return tuple(
        (label, *in_unit(headline.get(name), choice), _nothing(headline, name))
        for name, label in LISTED.items()
    )


def nothing(listed: Listed, name: str) -> str:
    """What stands where a disclosure has no such figure: that it says so, or that it does not."""
    said = _nothing(listed.headline, name)
    return EMPTY_TABLE if said == NOT_DISCLOSED and name in listed.empty else said


def _nothing(headline: Headline, name: str) -> str:
    figure = headline.get(name)
    is_said = isinstance(figure, TableFigure) and figure.yuan is None
    return NOT_APPLICABLE if is_said else NOT_DISCLOSED


def in_unit(figure: QuotedFigure | TableFigure | None, choice: Show) -> tuple[str, str]:
    """A figure as (text, unit) in the chosen unit, "" for both when not disclosed."""
    if figure is None or figure.yuan is None:
        return "", ""
    if choice is Show.PRINTED:
        return figure.printed.removesuffix(figure.unit), figure.unit
    return shown(figure.yuan, choice), LABELS[choice]

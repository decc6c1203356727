"""Figures that cannot all be right become doubts: each with what stands there and what should."""

from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.figures import HEADLINE
from disclosures.documents.doubts import Doubt
from disclosures.documents.plausibility.figures import Told, figures_of, in_tables
from disclosures.documents.plausibility.relations import OF_A_BUDGET, OF_ANY_YEAR, Same, Sum, differ
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book

REMEDY = "可能读错，也可能是原文有误，请对照原文核对。"


def implausible(narrative: Narrative, book: Book) -> tuple[Doubt, ...]:
    """The headline figures that contradict one another or are told otherwise by a table."""
    told = figures_of(narrative, book)
    relations = (*OF_ANY_YEAR, *(OF_A_BUDGET if narrative.kind == Kind.BUDGET else ()))
    within = (
        _doubt(figures, _contradiction(each, figures))
        for each in relations
        for figures in each.faults(told)
    )
    return (*within, *_told_otherwise(told, book))


def _told_otherwise(told: dict[str, Told], book: Book) -> Iterator[Doubt]:
    """Figures of the narrative that every table prints otherwise that prints them."""
    for name, key in HEADLINE.items():
        stated = told.get(key)
        printed = tuple(in_tables(name, key, book))
        if stated is None or stated.title or not printed:
            continue
        if all(differ(stated, each) for each in printed):
            other = printed[0]
            said = f"“{stated.label}”文中为{stated.printed}，{other.title}中为{other.printed}"
            yield _doubt((stated, other), said)


def _contradiction(relation: Sum | Same, figures: tuple[Told, ...]) -> str:
    whole, *parts = (f"{each.label}{_amount(each)}" for each in figures)
    if isinstance(relation, Same):
        return f"{whole}与{parts[0]}不同"
    added = sum((each.yuan for each in figures[1:]), Decimal(0))
    sign = "大于" if added > figures[0].yuan else "不等于"
    return f"{'＋'.join(parts)}{sign}{whole}"


def _amount(told: Told) -> str:
    """As printed; a cell's number with where it stands."""
    return f"{told.printed}（{told.title}）" if told.title else told.printed


def _doubt(figures: tuple[Told, ...], said: str) -> Doubt:
    first = figures[0]
    keys = tuple(dict.fromkeys(each.key for each in figures))
    return Doubt(f"{said}，{REMEDY}", first.printed, dict(first.where), keys)

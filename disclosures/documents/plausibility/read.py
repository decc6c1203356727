"""Figures that cannot all be right become doubts: each with what stands there and what should."""

from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.figures import HEADLINE
from disclosures.documents.doubts import Doubt
from disclosures.documents.plausibility.figures import Told, figures_of, in_tables
from disclosures.documents.plausibility.qualified import qualified
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
    return (*within, *_told_otherwise(told, book), *qualified(narrative))


def _told_otherwise(told: dict[str, Told], book: Book) -> Iterator[Doubt]:
    """Figures that every further table tells otherwise that prints them."""
    for name, key in HEADLINE.items():
        taken = told.get(key)
        if taken is None:
            continue
        others = [each for each in in_tables(name, key, book) if each.where != taken.where]
        if others and all(differ(taken, each) for each in others):
            here, there = taken.title or "文", others[0].title
            said = f"“{taken.label}”{here}中为{taken.printed}，{there}中为{others[0].printed}"
            yield _doubt((taken, others[0]), said)


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

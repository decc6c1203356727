"""Figures as a form says them: amounts, changes against last year, words for up and down."""

from collections.abc import Mapping
from decimal import Decimal

from disclosures.classification.changes import CHANGES, Change
from disclosures.documents.drafting.sentence import WORD, Said
from disclosures.documents.drafting.style import Style, percentage

Figures = Mapping[str, Decimal]
FROM_NOTHING = "为本年新增"  # where a percentage would stand, had there been anything last year
STEADY = "与上年持平"


def said_of(figures: Figures, last_year: Figures | None, style: Style) -> dict[str, Said]:
    """Every figure as printed (money in 元), with its change where last year's is known.

    An unchanged figure needs no reason of its own: it is said to be steady.
    """
    said = {key: style.said(key, value) for key, value in figures.items()}
    for change in CHANGES:
        now, before = figures.get(change.figure), (last_year or {}).get(change.figure)
        if now is not None and before is not None:
            said |= _changed(change, now - before, before, style)
    return said


def direction(delta: Decimal) -> str:
    """The word for a change."""
    if delta == 0:
        return "无增减变化"
    return "减少" if delta < 0 else "增加"


def _changed(change: Change, delta: Decimal, before: Decimal, style: Style) -> dict[str, Said]:
    said = {
        change.delta: style.said(change.delta, delta),
        change.delta + WORD: Said(direction(delta)),
    }
    if change.percentage:
        ratio = percentage(delta, before)
        said[change.percentage] = (
            Said(FROM_NOTHING) if ratio is None else style.said(change.percentage, ratio)
        )
    if change.reason and delta == 0:
        said[change.reason] = Said(STEADY)
    return said

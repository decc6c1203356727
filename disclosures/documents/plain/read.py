"""A narrative with the headline figures that plainer words make readable.

Its reader reads the same words once more, said plainly. What it read the first time stands; what
it reads then of a figure that it had left unsaid is taken in, and another amount is a doubt.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from disclosures.classification.figures import HEADLINE
from disclosures.documents.narrative.wording import masked, mended
from disclosures.documents.national.flow import Flow, flow_of
from disclosures.documents.plain.choice import likelier, placed_in
from disclosures.documents.plain.edits import edited
from disclosures.documents.plain.kinds import kinds_of
from disclosures.documents.plain.titles import without_titles
from disclosures.documents.plain.wordings import RULES
from disclosures.records.narrative import Doubt, Narrative, Statement

Reader = Callable[[str], Narrative]
NAMES = frozenset(HEADLINE.values())


def said_plainly(narrative: Narrative, reader: Reader) -> Narrative:
    """The narrative with what its reader finds in plainer words; nothing that it stated changes."""
    flow = flow_of(narrative.text)
    plain = _plain(without_titles(flow, narrative.text))
    told = reader(plain.text) if plain.text != flow.text else None
    if told is None or (told.year, told.kind) != (narrative.year, narrative.kind):
        return kinds_of(narrative, flow)
    first, narrative = narrative, likelier(narrative, told, plain)
    added = tuple(_unsaid(narrative, told, plain))
    keys = {each.key for each in added}
    doubts = (*_doubts_on(told, keys, plain), *_otherwise(first, narrative, told))
    whole = (*narrative.statements, *added)
    more = replace(
        narrative,
        statements=tuple(sorted(whole, key=lambda each: (each.start, each.end))),
        doubts=(*narrative.doubts, *(each for each in doubts if each not in narrative.doubts)),
    )
    return kinds_of(more, flow)


def _plain(flow: Flow) -> Flow:
    for rule in RULES:
        words = mended(masked(flow.text))
        flow = edited(flow, rule(words))
    return flow


def _unsaid(narrative: Narrative, told: Narrative, plain: Flow) -> Iterator[Statement]:
    """The headline figures that only the second reading states, at their places."""
    for key in HEADLINE.values():
        found = told.statement(key)
        if found is not None and narrative.statement(key) is None:
            placed = placed_in(narrative, found, plain)
            if placed.printed:
                yield placed


def _doubts_on(told: Narrative, keys: set[str], plain: Flow) -> Iterator[Doubt]:
    """What the second reading doubts of the figures taken from it."""
    taken = [each for each in told.statements if each.key in keys]
    for doubt in told.doubts:
        if any(doubt.start < each.end and each.start < doubt.end for each in taken):
            yield Doubt(doubt.message, *plain.span(doubt.start, doubt.end))


def _otherwise(first: Narrative, taken: Narrative, told: Narrative) -> Iterator[Doubt]:
    """Figures that the second reading tells otherwise than the first."""
    known = {(each.key, each.yuan) for each in (*first.statements, *first.repeats)}
    for each in (*told.statements, *told.repeats):
        one, kept = first.statement(each.key), taken.statement(each.key)
        if each.key not in NAMES or one is None or kept is None or (each.key, each.yuan) in known:
            continue
        message = f"“{kept.figure.label}”可读作{one.printed}，也可读作{each.printed}"
        yield Doubt(message, kept.start, kept.end)

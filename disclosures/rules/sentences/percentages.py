"""E03: the percentage of a change told in a sentence follows from its amounts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.figures import Kind
from disclosures.classification.money import parse_number
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.prose import Line, half, signed, yuan
from disclosures.rules.sentences.comparisons import AFTER, AGAINST, BUDGETED, CHANGED, COMPLETED
from disclosures.rules.sentences.rate import Rate, rate
from disclosures.rules.sentences.verdict import from_nothing, judged, told
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import holds


def percentages(subject: Subject) -> Iterator[Finding]:
    """E03: one finding for each percentage that is not the change's; one for all that are."""
    prose, named = subject.prose, _named(subject)
    found: dict[int, Finding] = {}
    for pattern in (AFTER, AGAINST, CHANGED):
        for line, match in prose.matches(pattern):
            if match["percent"] and (at := line.origin[match.start("percent")]) not in named:
                found.setdefault(at, _compared(line, match))
    for line, match in prose.matches(COMPLETED):
        found[line.origin[match.start("percent")]] = _completed(line, match)
    yield from told(found.values())


def _named(subject: Subject) -> set[int]:
    """Where percentages stand that were read under a name, and are checked under it."""
    return {
        place
        for each in subject.narrative.statements
        if each.figure.kind is Kind.PERCENT
        for place in range(each.start, each.end)
    }


def _compared(line: Line, match: re.Match[str]) -> Finding:
    now, off = yuan(match, "now"), half(match, "now")
    stated = signed(match, "percent", _turn(match))
    if "base" in match.re.groupindex:
        base, base_off = yuan(match, "base"), half(match, "base")
        delta, delta_off = now - base, off + base_off
    else:
        delta, delta_off = signed(match, "delta", "turn"), half(match, "delta")
        base, base_off = now - delta, off + delta_off
    right = rate(delta, base, delta_off, base_off)
    if right is None:
        return _from_nothing(line, match, base, delta, stated)
    if not right.fits(stated, match["percent"]) and _is_anothers(line, match, stated):
        return holds("E03", "")
    return judged(line, match, right, stated)


def _turn(match: re.Match[str]) -> str:
    """The group with the direction of the percentage: its own word, else the amount's."""
    return "turn2" if "turn2" in match.re.groupindex and match["turn2"] else "turn"


def _from_nothing(
    line: Line, match: re.Match[str], base: Decimal, delta: Decimal, stated: Decimal
) -> Finding:
    if base or not (stated or delta):
        return holds("E03", "")
    return from_nothing(line, match, "上年为0")


def _is_anothers(line: Line, match: re.Match[str], stated: Decimal) -> bool:
    """Whether the change is told of another amount of the line, of which this is a part."""
    if not match["delta"]:
        return False
    delta, off = signed(match, "delta", "turn"), half(match, "delta")
    rates = (rate(delta, whole - delta, off, off) for whole in line.amounts(match.start()))
    return any(each.fits(stated, match["percent"]) for each in rates if each is not None)


def _completed(line: Line, match: re.Match[str]) -> Finding:
    """What was spent in percent of the budget that the sentence names."""
    now, off = yuan(match, "now"), half(match, "now")
    stated = parse_number(match["percent"])
    budgets = [
        (which, found)
        for which, pattern in BUDGETED.items()
        if which == match["which"] or not match["which"]
        for found in [_last(pattern, line, match.start())]
        if found is not None
    ]
    rates: list[Rate] = []
    for which, found in budgets:
        right = rate(now, yuan(found, "base"), off, half(found, "base"))
        if right is None and stated and len(budgets) == 1:
            return from_nothing(line, match, f"{which}预算为0")
        rates += [right] if right else []
    if not rates or any(each.is_exact(stated, match["percent"]) for each in rates):
        return holds("E03", "")
    return judged(line, match, min(rates, key=lambda each: abs(each.value - stated)), stated)


def _last(pattern: re.Pattern[str], line: Line, end: int) -> re.Match[str] | None:
    """The last match of a line before a place."""
    return max(pattern.finditer(line.text, 0, end), key=lambda each: each.start(), default=None)


CHECKS: tuple[Check, ...] = (Checked("E03", percentages),)

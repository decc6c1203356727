"""E03: a share told of an amount is its share of a sum that the document prints."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.money import parse_number
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.prose import AMOUNT, NUMBER, Line, amount, half, yuan
from disclosures.rules.sentences.rate import Rate, rate
from disclosures.rules.sentences.verdict import judged, told
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import holds

SHARE = re.compile(rf"{amount('now')}[,(]?占(?P<of>[^,。;:\n\d%]{{0,24}}?)(?P<percent>{NUMBER})%")
WHOLE = Decimal(100)
ROUNDED = Decimal("0.15")  # percentage points by which the shares of a whole may miss 100
MOST_PARTS = 30
NEAR = Decimal("0.05")  # percentage points that a share of the line's own sum may miss by


def shares(subject: Subject) -> Iterator[Finding]:
    """E03: one finding for each share that is of no printed sum; one for all that are."""
    prose = subject.prose
    found = list(prose.matches(SHARE))
    sums = {yuan(each, "any") for line in prose.lines for each in AMOUNT.finditer(line.text)}
    sums |= set(_made_whole([match for _, match in found]))
    yield from told(_share(line, match, sums) for line, match in found)


def _made_whole(told: list[re.Match[str]]) -> Iterator[Decimal]:
    """The sums of amounts told one after the other whose shares make up the whole."""
    for first in range(len(told)):
        amount, percent = Decimal(0), Decimal(0)
        for match in told[first : first + MOST_PARTS]:
            amount, percent = amount + yuan(match, "now"), percent + parse_number(match["percent"])
            if abs(percent - WHOLE) <= ROUNDED:
                yield amount


def _share(line: Line, match: re.Match[str], sums: set[Decimal]) -> Finding:
    stated, now = parse_number(match["percent"]), yuan(match, "now")
    if stated in (0, WHOLE) or not now:
        return holds("E03", "")
    own = _nearest(now, match, [*line.amounts(match.start()), _added(line)], stated)
    if own is not None and abs(own.value - stated) <= NEAR:
        return judged(line, match, own, stated)
    anywhere = _nearest(now, match, sums, stated)
    if anywhere is None or anywhere.fits(stated, match["percent"]):
        return holds("E03", "")
    return judged(line, match, own or anywhere, stated)


def _nearest(
    now: Decimal, match: re.Match[str], sums: set[Decimal] | list[Decimal], stated: Decimal
) -> Rate | None:
    """The share of the sum that comes nearest to the stated one."""
    off = half(match, "now")
    rates = [each for whole in sums if (each := rate(now, whole, off, off)) is not None]
    return min(rates, key=lambda each: abs(each.value - stated), default=None)


def _added(line: Line) -> Decimal:
    """The sum of all amounts of a line that have a share."""
    return sum((yuan(each, "now") for each in SHARE.finditer(line.text)), Decimal(0))


CHECKS: tuple[Check, ...] = (Checked("E03", shares),)

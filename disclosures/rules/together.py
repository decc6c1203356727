"""Figures that are zero together: money and the count of what it buys."""

from disclosures.rules.amount import Amount
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_disclosed
from disclosures.rules.wording import told

Pairs = tuple[tuple[str, str], ...]


def both_or_neither(rule: str, subject: Subject, pairs: Pairs, implied: Pairs = ()) -> Finding:
    """Each of `pairs` is zero on both sides or on none; in `implied`, a zero left makes right zero.

    Pairs with an undisclosed side are left out; with all of them left out, unchecked.
    """
    known, known_implied = _known(subject, pairs), _known(subject, implied)
    everything = known + known_implied
    if not everything:
        keys = [key for pair in (*pairs, *implied) for key in pair]
        return not_disclosed(rule, subject.missing(keys))
    odd = [pair for pair in known if bool(pair[0].value) != bool(pair[1].value)]
    odd += [(left, right) for left, right in known_implied if not left.value and right.value]
    inputs = list({each.key: each for pair in odd or everything for each in pair}.values())
    if odd:
        said = "；".join(f"{told(a, subject.unit)}而{told(b, subject.unit)}" for a, b in odd)
        return fails(rule, f"{said}，一项为0而另一项不为0。", inputs)
    said = "、".join(told(each, subject.unit) for each in inputs)
    return holds(rule, f"{said}，同有同无。", inputs)


def _known(subject: Subject, pairs: Pairs) -> list[tuple[Amount, Amount]]:
    found = ((subject.amount(left), subject.amount(right)) for left, right in pairs)
    return [(left, right) for left, right in found if left is not None and right is not None]

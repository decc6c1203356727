"""Whether lines below each other spell a heading of the official tables: 人员经 and 费 do.

How lines stand says whether they are one heading or two, where it says anything. Where it does
not, the headings that all places print decide.
"""

from functools import cache

from disclosures.documents.grids.columns import expected
from disclosures.documents.grids.words import SAME, folded
from disclosures.tables.columns import leaves
from disclosures.tables.registry import TABLES


def goes_on(above: str, below: str) -> bool | None:
    """Whether `below` is the rest of the heading `above`; None where the words do not say."""
    known, begun = _known()
    first, both = folded(above), folded(above + below)
    if not first or not folded(below):
        return None
    if first in known and both not in begun:
        return False
    if both in begun and first not in known:
        return True
    return None


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Every heading of the official tables, folded; and every beginning of one, itself too."""
    known = frozenset(word for group in SAME for word in group)
    for spec in TABLES.values():
        for header in [half.header for half in spec.halves] or [spec.header]:
            known |= {folded(text) for path in expected(spec, header) for text in path}
            known |= {folded(text) for each in leaves(header) for text in each.also}
    return known, frozenset(each[:end] for each in known for end in range(1, len(each) + 1))

"""Several numbers in one cell: they are never joined into one that nobody printed."""

import re
from collections.abc import Sequence

from disclosures.classification.money import NOT_APPLICABLE_PRINTED, NUMBER, halfwidth

DASHES = frozenset(each for each in NOT_APPLICABLE_PRINTED if set(each) <= set("-—－"))
THOUSANDS = re.compile(r"[-−]?\d{1,3}(?: \d{3})+(?:\.\d+)?")  # 1 234 567.00


def in_one(lines: Sequence[str], is_full: Sequence[bool] = ()) -> str:
    """The lines of a cell as its text. A number that was broken over them is one again; numbers
    that are whole each by itself stay apart, by a line break.

    `is_full` says of each line whether more would not have fitted: then the next may go on with it.
    """
    made = ""
    begun = ""  # what stands since the last line break
    for at, line in enumerate(lines):
        may_go_on = at > 0 and at <= len(is_full) and is_full[at - 1]
        is_whole = bool(at) and _is_number(begun) and _is_number(line)
        is_apart = is_whole and not (may_go_on and _is_number(begun + line))
        if is_apart or (at and (_is_nothing(begun) or _is_nothing(line))):
            made, begun = f"{made}\n{line}", line
        else:
            made, begun = made + line, begun + line
    return made


def are_several(text: str) -> bool:
    """Whether a text is several numbers, and not one that was spaced out."""
    parts = text.split()
    if len(parts) < 2 or not all(map(_is_number, parts)):
        return False
    if THOUSANDS.fullmatch(halfwidth(text).strip()):
        return False
    return any(len(part) > 1 for part in parts)


def spaced(text: str, without_spaces: str) -> str:
    """A text without its spaces, but with those between numbers that are whole each by itself."""
    return text if are_several(text) else without_spaces


def _is_number(text: str) -> bool:
    """Whether a text is a whole number, or the sign that a place prints for none."""
    return bool(NUMBER.fullmatch(halfwidth(text).strip())) or _is_nothing(text)


def _is_nothing(text: str) -> bool:
    """Whether a text is a dash for no amount: no minus of the next line."""
    return text.strip() in DASHES

"""The notes that stand below a table, outside its frame."""

import re
from collections.abc import Sequence

NOTE = re.compile(r"[（(]?(?:注|说明|备注|附注)[:：）)]?|本(?:部门|单位).{0,12}(?:无|没有|未)")
BELOW = 3  # lines below a table that may be notes on it


def notes_below(lines: Sequence[str]) -> tuple[str, ...]:
    """Of the lines below a table, in order, those that say something of it."""
    return tuple(each for each in lines[:BELOW] if NOTE.match(each))

"""What stands on every page and belongs to none: page numbers, running heads and feet.

The line that states the unit of a table is the table's, however many pages begin with it.
"""

import re
from collections import Counter
from collections.abc import Sequence

from disclosures.documents.grids.units import stated_units
from disclosures.documents.pdf.lines import Line

BAND = 0.12  # of the page's height, at the top and at the foot
FEWEST_PAGES = 3
SHARE = 0.4  # of the pages on which a running line stands
NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})(?:\s*页)?"
    r"(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*"
)
DIGITS = re.compile(r"\d+")

PageLines = tuple[float, Sequence[Line]]


def without_furniture(pages: Sequence[PageLines]) -> list[list[Line]]:
    """The lines of each page, given as (height, lines), without what is repeated at its edges."""
    met = Counter(
        shape
        for height, lines in pages
        for shape in {_shape(line) for line in lines if _at_edge(line, height)}
        if not stated_units((shape,))
    )
    often = max(FEWEST_PAGES, SHARE * len(pages))
    running = {shape for shape, times in met.items() if times >= often}
    return [
        [
            line
            for line in lines
            if not (_at_edge(line, height) and (_is_number(line) or _shape(line) in running))
        ]
        for height, lines in pages
    ]


def _at_edge(line: Line, height: float) -> bool:
    return line.box[3] <= BAND * height or line.box[1] >= (1 - BAND) * height


def _is_number(line: Line) -> bool:
    return bool(NUMBER.fullmatch(line.text))


def _shape(line: Line) -> str:
    """A running line's text, whatever number it carries."""
    return DIGITS.sub("#", "".join(line.text.split()))

"""Tables that were found by their titles and not read: said, so that none is lost in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from disclosures.classification.money import halfwidth
from disclosures.documents.forms.meaning import is_title
from disclosures.documents.grids.problem import Problem
from disclosures.documents.pdf.lines import Line
from disclosures.documents.pdf.page_table import PageTable, where_on
from disclosures.documents.pdf.unruled.region import is_amount, is_number

FEWEST = 2  # lines of figures below a title that make a table
LONGEST = 60  # characters of a line that is none of a sentence's
ENDS = re.compile(r"[。；;，,：:]$")
WHOLE = re.compile(r"-?[1-9]\d{3,}")  # shorter ones may number pages or lines
YEAR = re.compile(r"20\d\d")
DOTS = re.compile(r"[.．…·]{4,}")


@dataclass(frozen=True)
class ContentOnPage:
    """What was made of one page: its tables, and the lines that are in none."""

    number: int
    turn: int
    tables: Sequence[PageTable]
    lines: Sequence[Line]


@dataclass
class _Title:
    """A title that no table has followed yet, and the lines of figures met below it."""

    line: Line
    page: ContentOnPage
    met: int = 0


def unread_titles(pages: Iterable[ContentOnPage]) -> Iterator[Problem]:
    """A problem for each title below which figures stand in columns and no table was read."""
    title: _Title | None = None
    for page in pages:
        for item in _in_order(page):
            if isinstance(item, PageTable) or _is_sentence(item.text):
                title = None
            elif is_title(item.text):
                title = _Title(item, page)
            elif title and _is_row(item):
                title.met += FEWEST if _amounts(item) > FEWEST else 1
                if title.met >= FEWEST:
                    yield _not_read(title)
                    title = None


def prints_figures(lines: Iterable[Line]) -> bool:
    """Whether figures stand in columns on lines that follow each other, before another title or
    a sentence comes.
    """
    met = 0
    for line in lines:
        if _is_sentence(line.text) or is_title(line.text):
            return False
        if _is_row(line):
            met += _amounts(line)
            if met >= FEWEST:
                return True
    return False


def _in_order(page: ContentOnPage) -> list[Line | PageTable]:
    items: list[Line | PageTable] = [*page.tables, *page.lines]
    return sorted(items, key=lambda each: each.box[1])


def _is_sentence(text: str) -> bool:
    words = text.replace(" ", "")
    return len(words) > LONGEST or bool(ENDS.search(words) or DOTS.search(words))


def _is_row(line: Line) -> bool:
    """Whether an amount stands by itself beside something else."""
    if len(line.pieces) < FEWEST:
        return False
    return any(is_amount(each.text) for each in line.pieces) or _has_whole_amount(line)


def _amounts(line: Line) -> int:
    return sum(is_number(each.text) for each in line.pieces)


def _has_whole_amount(line: Line) -> bool:
    """Whether an amount without decimals or thousands may stand behind something else."""
    behind = (halfwidth(each.text) for each in line.pieces[1:])
    return any(WHOLE.fullmatch(text) and not YEAR.fullmatch(text) for text in behind)


def _not_read(title: _Title) -> Problem:
    return Problem(
        f"“{title.line.text}”下面印有成列的数字，但没有读成表。请对照原页录入，或上传带框线的原文件。",
        where_on(title.page.number, title.page.turn, title.line.box),
        title.line.text,
    )

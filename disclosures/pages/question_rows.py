"""The rows of a list across departments, each a line made in one piece: a page has a hundred."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.language import Said
from disclosures.pages.refused_sums import RefusedSum
from disclosures.pages.words import dated

register = template.Library()

PROSE = 40  # characters from which a cell is read as prose
BAR = (
    '<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"'
    ' focusable="false"><rect x="0" width="{}" height="4"/></svg>'
)


@dataclass(frozen=True)
class Cell:
    """One value as shown; `share` is its bar in percent of the largest, "" for no bar.

    `unit` is that of an amount of money; counts state theirs in the label. `is_ditto` says that it
    is prose which the row above says already. `refused` stands where a sum of ours would.
    """

    label: str
    text: str
    is_number: bool
    is_undisclosed: bool = False
    share: str = ""
    unit: str = ""
    is_ditto: bool = False
    refused: RefusedSum | None = None

    @property
    def is_long(self) -> bool:
        """Whether it is prose, which needs a broad column."""
        return len(self.text) > PROSE


@dataclass(frozen=True)
class Shown:
    """One row as shown."""

    name: str
    url: str
    region: str
    year: int
    kind: str
    cells: tuple[Cell, ...]


@register.simple_tag
def question_rows(rows: Iterable[Shown]) -> SafeString:
    """The lines of a table's body."""
    said = Said()
    return mark_safe("\n".join(_row(each, said) for each in rows))


def _row(row: Shown, said: Said) -> str:
    return (
        f'<tr><th scope="row" lang="zh-Hans"><a href="{escape(row.url)}">{escape(row.name)}</a>'
        f'<span class="by">{escape(row.region)}</span></th>\n'
        f'<td class="year">{escape(dated(row.year, row.kind, said))}</td>\n'
        f"{''.join(_cell(each, said) for each in row.cells)}</tr>"
    )


def _cell(cell: Cell, said: Said) -> str:
    width = ' class="long"' if cell.is_long else ""
    language = "" if cell.refused else ' lang="zh-Hans"'
    kind = ' class="number"' if cell.is_number else f"{width}{language}"
    return f'<td{kind} data-label="{escape(str(cell.label))}">{_value(cell, said)}</td>'


def _value(cell: Cell, said: Said) -> str:
    """The text with its unit and its bar, or what stands for it."""
    if cell.is_undisclosed:
        return f'<span class="undisclosed">{escape(said[str(cell.text)])}</span>'
    if cell.refused:
        why = "" if cell.is_ditto else _why(cell.refused, said)
        return f'<span class="undisclosed">{said["不作合计"]}</span>{why}'
    if cell.is_ditto:
        return f'<span class="by">{said["同上"]}</span>'
    unit = f'<span class="unit told">{escape(said[cell.unit])}</span>' if cell.unit else ""
    bar = BAR.format(escape(cell.share)) if cell.share else ""
    return f"<span>{escape(str(cell.text))}{unit}</span>{bar}"


def _why(refused: RefusedSum, said: Said) -> str:
    """Why there is no sum, with the table, and what its rows would have come to."""
    link = f'<a href="{escape(refused.url)}">{escape(said[refused.why])}</a>'
    if not refused.printed:
        return f'<span class="by">{link}</span>'
    amounts = said["：表内合计 %(printed)s，各行相加 %(added_up)s"] % {
        "printed": escape(refused.printed),
        "added_up": escape(refused.added_up),
    }
    unit = f'<span class="unit">{escape(said[refused.unit])}</span>'
    return f'<span class="by">{link}{amounts}{unit}</span>'

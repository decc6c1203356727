"""Official tables for reading: header cells with spans, body cells with links and nothings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from disclosures.classification.money import Nothing
from disclosures.classification.terms import by_label
from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown, unit_of
from disclosures.pages.terms import term
from disclosures.records.disclosure import Revision
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Origin, RowKind, Sheet
from disclosures.tables.kept import kept_layout
from disclosures.tables.layout import BodyCell, HeaderCell, layout

register = template.Library()

LONG = 60  # characters of a text that wants a wide column
NUMBER, LONG_TEXT = ' class="number"', ' class="long"'
NOTHING = '<span class="visually-hidden">{}</span>'
UNSAID, BLANK = (f"<td>{NOTHING.format(each)}</td>" for each in ("没有印出", "空白"))
TOTAL = f'<td><span class="tag quiet">{RowKind.TOTAL.label}</span>{NOTHING.format("没有印出")}</td>'


@dataclass(frozen=True)
class Grid:
    """A table ready to print, its lines as they are sent; without rows it says why.

    `kept` is the table as it was printed, `url` the page of this table alone.
    """

    sheet: Sheet
    header: tuple[tuple[HeaderCell, ...], ...]
    body: SafeString
    from_narrative: bool
    unit: str
    kept: tuple[tuple[HeaderCell, ...], ...] = ()
    url: str = ""


def grid(revision: Revision, sheet: Sheet, choice: Show) -> Grid:
    """Lay out a sheet in the chosen unit.

    As printed it is the sheet's own, which need not be that of the narrative.
    """
    unit = unit_of(choice, sheet.unit or revision.printed_unit)
    kept = kept_layout(sheet.kept).header
    url = address(revision, "table", table=sheet.table)
    if sheet.is_unknown:
        return Grid(sheet, (), SafeString(), False, unit, kept, url)
    spec = table_of_kind(sheet.table, revision.disclosure.kind)
    made = layout(spec, sheet)
    converted = frozenset(() if choice is Show.PRINTED else spec.money)
    body = mark_safe("\n".join(_line(url, cells, choice, converted) for cells in made.body))
    is_told = any(row.origin == Origin.NARRATIVE for row in sheet.rows)
    return Grid(sheet, made.header, body, is_told, unit, kept, url)


@register.simple_tag(takes_context=True)
def grid_head(context: dict[str, Any], header: Iterable[Iterable[HeaderCell]]) -> SafeString:
    """The header rows of a table, official terms explained."""
    rows = ("".join(_head(context, cell) for cell in row) for row in header)
    return mark_safe(f"<thead>{''.join(f'<tr>{row}</tr>' for row in rows)}</thead>")


def _head(context: dict[str, Any], cell: HeaderCell) -> str:
    wide = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    high = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    is_official = cell.text in by_label()
    text = term(context, cell.text, printed=True) if is_official else cell.text
    scope = "colgroup" if wide else "col"
    return f'<th scope="{scope}"{wide}{high}>{conditional_escape(text)}</th>'


def _line(
    table_url: str, cells: Sequence[BodyCell], choice: Show, converted: frozenset[str]
) -> str:
    """A line as it is sent: a template takes several times as long for thousands of cells."""
    first = cells[0]
    is_total = first.row is not None and first.row.kind == RowKind.TOTAL
    said = [_cell(table_url, each, choice, converted) for each in cells]
    if is_total and first.cell is None:
        said[0] = TOTAL
    return f"<tr>{''.join(said)}</tr>"


def _cell(table_url: str, body: BodyCell, choice: Show, converted: frozenset[str]) -> str:
    """A cell with its permanent address, or why there is none.

    What is told without being printed, as the code of a name, stands in brackets: 〔30101〕.
    """
    cell = body.cell
    if cell is None or body.position is None:
        return UNSAID
    text, value = cell.printed, cell.value
    if value is None:
        is_blank = cell.nothing is Nothing.BLANK
        return BLANK if is_blank else f"<td>{escape(text)}</td>"
    if body.column in converted and isinstance(value, Decimal):
        text = shown(value, choice)
    if not text.strip():
        if not str(value).strip():
            return BLANK
        text = f"〔{value}〕"
    kind = LONG_TEXT if len(text) > LONG else ""
    if isinstance(value, Decimal | int):
        kind = NUMBER
    # The address of a cell lies below its table's.
    return f'<td{kind}><a href="{table_url}{body.position}/{body.place}/">{escape(text)}</a></td>'

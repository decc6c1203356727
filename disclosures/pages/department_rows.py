"""The rows of the list of departments, each a line made in one piece: a page has fifty of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.addresses import of_department
from disclosures.pages.language import Said
from disclosures.pages.sparkline import Sparkline
from disclosures.pages.words import dated
from disclosures.records.disclosure import Revision

register = template.Library()


@dataclass(frozen=True)
class Shown:
    """A department's line: amounts in 万元, "" when there are none, the change in per cent.

    `no_total` and `no_three_public` stand for missing ones.
    """

    revision: Revision
    identity: str
    url: str
    total: str
    three_public: str
    no_total: str
    no_three_public: str
    change: str
    line: Sparkline | None


@register.simple_tag
def department_rows(rows: Iterable[Shown]) -> SafeString:
    """The lines of a table's body."""
    said = Said()
    return mark_safe("\n".join(_row(each, said) for each in rows))


def _row(row: Shown, said: Said) -> str:
    of = row.revision.disclosure
    department = of.department
    when = escape(dated(of.fiscal_year_id, of.get_kind_display(), said))
    line = _drawn(row.line) if row.line else _missing(said["不足两年"])
    return (
        f'<tr><td class="tick"><label><input type="checkbox" name="of" value="{row.identity}">'
        f'<span class="visually-hidden">{said["比较"]} '
        f'<span lang="zh-Hans">{escape(str(of))}</span></span></label></td>\n'
        f'<th scope="row"><a href="{of_department(department)}" lang="zh-Hans">'
        f"{escape(department.name)}</a>"
        f'<span class="sub" lang="zh-Hans">{escape(department.region.name)}</span></th>\n'
        f'<td class="year"><a href="{row.url}">{when}</a></td>\n'
        f'<td class="number" data-label="{said["总支出"]}">'
        f"{row.total or _missing(escape(said[row.no_total]))}</td>\n"
        f'<td class="number" data-label="{said["比上年"]}">{row.change or "—"}</td>\n'
        f'<td class="number" data-label="{said["“三公”经费"]}">'
        f"{row.three_public or _missing(escape(said[row.no_three_public]))}</td>\n"
        f'<td class="spark">{line}</td></tr>'
    )


def _missing(words: str) -> str:
    return f'<span class="undisclosed">{words}</span>'


def _drawn(line: Sparkline) -> str:
    """The line with a dot for each year that is told, the last one larger."""
    runs = "".join(f'<polyline points="{run}"/>' for run in line.runs)
    radii = ["1.4"] * (len(line.dots) - 1) + ["2.6"]
    pairs = zip(line.dots, radii, strict=True)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="{radius}"/>' for (x, y), radius in pairs)
    return (
        f'<svg class="sparkline" viewBox="0 0 {line.width} {line.height}" width="{line.width}"'
        f' height="{line.height}" aria-hidden="true" focusable="false">{runs}{dots}</svg>'
        f'<span class="sub">{line.first}–{line.last}</span>'
    )

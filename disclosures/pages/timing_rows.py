"""The rows of the list of timeliness, each a line made in one piece: a page has a hundred."""

from collections.abc import Iterable
from datetime import date
from html import escape

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.language import Said
from disclosures.pages.words import dated
from disclosures.queries.timeliness import Timing
from disclosures.records.disclosure import Kind

register = template.Library()


@register.simple_tag
def timing_rows(rows: Iterable[tuple[Timing, str]]) -> SafeString:
    """The lines of a table's body, of each department with its address."""
    said = Said()
    return mark_safe("\n".join(_row(each, url, said) for each, url in rows))


def _row(timing: Timing, url: str, said: Said) -> str:
    name = escape(timing.department.name)
    named = f'<a href="{url}" lang="zh-Hans">{name}</a>' if url else _chinese(name)
    kind = Kind.FINAL if timing.kind == Kind.FINAL else Kind.BUDGET
    due = _day(timing.due_on, said) if timing.due_on else "—"
    return (
        f'<tr><th scope="row">{named}</th>\n'
        f'<td class="year">{escape(dated(timing.year, str(kind.label), said))}</td>\n'
        f'<td class="standing {timing.standing}" data-label="{said["结果"]}">'
        f"<span>{_standing(timing, said)}</span></td>\n"
        f'<td data-label="{said["批复日期"]}">{_approval(timing, said)}</td>\n'
        f'<td data-label="{said["公开期限"]}">{due}</td>\n'
        f'<td data-label="{said["公开日期"]}">{_publication(timing, said)}</td></tr>'
    )


def _standing(timing: Timing, said: Said) -> str:
    late = f" {said['%(days)s 日'] % {'days': timing.days_late}}" if timing.days_late else ""
    why = timing.ignorance
    more = f'<span class="sub">{escape(said[str(why.label)])}</span>' if why else ""
    return f"<b>{escape(said[str(timing.standing.label)])}</b>{late}{more}"


def _approval(timing: Timing, said: Said) -> str:
    if timing.approval is None or timing.approved_on is None:
        return _missing(said["没有公布"])
    document = timing.approval.document
    number = f'<span class="sub" lang="zh-Hans">{escape(document)}</span>' if document else ""
    return f"<span>{_day(timing.approved_on, said)}{number}</span>"


def _publication(timing: Timing, said: Said) -> str:
    """The day, what says so, and how long after the approval it was."""
    if timing.published_on is None or timing.source is None:
        return _missing(said["没有印出"] if timing.first else said["未公开"])
    after = ""
    if timing.days is not None:
        after = said["，"] + said["批复后 %(days)s 日"] % {"days": timing.days}
    source = escape(said[str(timing.source.label)])
    return f'<span>{_day(timing.published_on, said)}<span class="sub">{source}{after}</span></span>'


def _day(day: date, said: Said) -> str:
    return escape(date_format(day, said["Y年n月j日"]))


def _missing(words: str) -> str:
    return f'<span class="undisclosed">{words}</span>'


def _chinese(words: str) -> str:
    return f'<span lang="zh-Hans">{words}</span>'

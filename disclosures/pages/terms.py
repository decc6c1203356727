"""Official terms explained where they stand: `{% term label %}` in a template.

A button that opens a popover, by keyboard too and without any script. Each term is explained once
a page, at its end (`{% explained %}`), however often it is named.
"""

from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.urls import get_script_prefix, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from disclosures.classification.terms import Term, found
from disclosures.pages.flow import NUMBERED
from disclosures.pages.language import Said

register = template.Library()


@register.simple_tag(takes_context=True)
def term(context: dict[str, Any], label: str, *, printed: bool = False) -> str:
    """A label, as a button where it is an official term; as printed where a document says it.

    A page that is shown without a request has no place to remember what it has to explain.
    """
    said = label if printed else gettext(label)
    number = _number(context, label)
    if not number:
        return said
    named = "" if printed else format_html(' aria-label="{}"', _asked(said))
    return format_html(
        '<button type="button" class="term" popovertarget="term-{}"{}>{}</button>',
        *(number, named, said),
    )


@register.simple_tag(takes_context=True)
def term_mark(context: dict[str, Any], label: str) -> str:
    """A mark beside a heading, or a link, that names an official term; nothing for another."""
    number = _number(context, label)
    if not number:
        return SafeString("")
    return format_html(
        '<button type="button" class="term mark" popovertarget="term-{}" aria-label="{}">?'
        "</button>",
        *(number, _asked(gettext(label))),
    )


@register.simple_tag
def gloss(name: str) -> str:
    """The English of a code's official name, to stand beside it on a page in English; else none."""
    return mark_safe(glossed(name, Said()))


def glossed(name: str, said: Said) -> str:
    """As `gloss`, as it is sent."""
    bare = NUMBERED.sub("", name.strip())
    told = said[bare]
    return "" if told == bare else f'<span class="gloss" lang="en">{escape(told)}</span>'


@register.simple_tag(takes_context=True)
def explained(context: dict[str, Any]) -> SafeString:
    """The terms that the page has named so far, each explained."""
    place = (get_language(), get_script_prefix())
    told = (
        f'<div popover id="term-{number}" class="explained">{_explanation(term, *place)}</div>\n'
        for term, number in _met(context).items()
    )
    return mark_safe("".join(told))


@lru_cache(maxsize=256)
def _explanation(term: Term, *_: str | None) -> str:
    """A term in plain words, for each language and place of the site."""
    basis = f' <span class="basis" lang="zh-Hans">{escape(term.basis)}</span>' if term.basis else ""
    url = escape(reverse("pages:term", args=(term.key,)))
    return (
        f"<dfn>{escape(gettext(term.name))}</dfn>{escape(gettext(term.plain))}{basis}"
        f' <a href="{url}">{gettext("各部门怎么写")}</a>'
    )


def _asked(said: str) -> str:
    return gettext("%(said)s：解释") % {"said": said}


def _number(context: dict[str, Any], label: str) -> int:
    """The place of a label's explanation on this page; 0 for no official term."""
    named = found(label)
    if named is None or context.get("request") is None:
        return 0
    met = _met(context)
    return met.setdefault(named, len(met) + 1)


def _met(context: dict[str, Any]) -> dict[Term, int]:
    request = context.get("request")
    return vars(request).setdefault("explained", {}) if request is not None else {}

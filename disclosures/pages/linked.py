"""Quotes as pages print them: the text with its unit, linked to its place, or why there is none.

A page has hundreds of them, so they are lines made in one piece; a template takes many times as
long.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.language import Said
from disclosures.pages.summary import Quote
from disclosures.pages.terms import term

register = template.Library()


@register.simple_tag
def amount(quote: Quote) -> SafeString:
    """A quote by itself."""
    return mark_safe(linked(quote, Said()))


@register.simple_tag(takes_context=True)
def quotes(context: dict[str, Any], found: Iterable[Quote]) -> SafeString:
    """A list of quotes, each below its label."""
    said = Said()
    lines = (
        f"<div><dt>{conditional_escape(term(context, each.label))}</dt>"
        f"<dd>{linked(each, said)}</dd></div>"
        for each in found
    )
    return mark_safe(f'<dl class="quotes">{"".join(lines)}</dl>')


def linked(quote: Quote, said: Said) -> str:
    """A quote as it is sent."""
    if not quote.text:
        if quote.nothing:
            said_there = escape(said[quote.nothing])
            return f'<a class="undisclosed" href="{escape(quote.url)}">{said_there}</a>'
        return f'<span class="undisclosed">{said["未公开"]}</span>'
    text = escape(quote.text)
    told = with_unit(quote, said) if quote.unit else f'<span lang="zh-Hans">{text}</span>'
    return f'<a class="figure" href="{escape(quote.url)}" title="{said["查看原文"]}">{told}</a>'


def with_unit(quote: Quote, said: Said) -> str:
    """The text of a quote with its unit."""
    return f'{escape(quote.text)}<span class="unit">{escape(said[quote.unit])}</span>'

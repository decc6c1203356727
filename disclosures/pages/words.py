"""Words that stand in every list: `{% year_of year kind %}`, without a template of their own.

Known to all templates (`builtins` in the settings).
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from disclosures.pages.language import Said

LONGEST = 30  # characters of an address that are said again
ALL_YEARS = "all"

register = template.Library()


@register.simple_tag
def year_of(year: int, kind: str) -> str:
    """2026年预算: which document of which year; `kind` as it is labelled."""
    return dated(year, kind, Said())


def dated(year: int, kind: str, said: Said) -> str:
    """As `year_of`, for a page that has many of them."""
    return said["%(year)s年%(said)s"] % {"year": year, "said": said[str(kind)]}


@register.simple_tag(takes_context=True)
def no_such(context: dict[str, Any], regions: Iterable[Any], years: Iterable[int]) -> str:
    """What the address narrows a list to that there is nothing of; "" for what there is.

    A list that is empty, or not narrowed at all, would else look as if the choice were none.
    """
    query = context["request"].GET
    region, year = query.get("region", ""), query.get("year", "")
    if region and region not in {each.slug for each in regions}:
        wrong, said = region, gettext("地区“%(said)s”没有公开过文件，可能是网址有误。")
    elif year not in ("", ALL_YEARS) and year not in {str(each) for each in years}:
        wrong, said = year, gettext("年度“%(said)s”没有公开过文件，可能是网址有误。")
    else:
        return SafeString("")
    return format_html('<p class="empty" role="alert">{}</p>', said % {"said": wrong[:LONGEST]})

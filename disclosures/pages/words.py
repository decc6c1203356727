"""Words that stand in every list: `{% year_of year kind %}`, without a template of their own.

Known to all templates (`builtins` in the settings).
"""

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.simple_tag
def year_of(year: int, kind: str) -> str:
    """2026年预算: which document of which year; `kind` as it is labelled."""
    return gettext("%(year)s年%(said)s") % {"year": year, "said": gettext(kind)}

"""Official terms explained where they stand: `{% term label %}` in a template.

A button that opens a popover: it works by keyboard, and without any script.
"""

from typing import Any

from django import template

from disclosures.classification.terms import by_label

register = template.Library()


@register.inclusion_tag("parts/term.html", takes_context=True)
def term(context: dict[str, Any], label: str) -> dict[str, Any]:
    """A label, with its explanation if it is an official term: once a page, then only named again.

    A page that is shown without a request has no place to remember what it has explained.
    """
    found = by_label().get(label)
    request = context.get("request")
    if found is None or request is None:
        return {"label": label}
    seen = vars(request).setdefault("explained", {})
    is_first = found.key not in seen
    number = seen.setdefault(found.key, len(seen) + 1)
    return {"label": label, "term": found, "number": number, "is_first": is_first}

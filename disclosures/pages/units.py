"""The unit that a page shows its amounts in, as context of its template."""

from typing import Any

from django.http import HttpRequest

from disclosures.pages.amounts import LABELS, Show, choice_of


def units(request: HttpRequest, *, of_lists: bool = False) -> dict[str, Any]:
    """The chosen unit; lists compare, so they are in 万元 unless another is asked for."""
    usual = Show.WAN_YUAN if of_lists else Show.PRINTED
    return {
        "choice": choice_of(request.GET.get("unit"), usual),
        "unit_choices": LABELS.items(),
    }

"""A draft as the public would see it, through a link that expires; never kept by any cache."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def of(view: View) -> View:
    """The same page for a revision named by a token, hidden from search engines."""

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        response = view(request, **names)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return shown

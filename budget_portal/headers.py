"""Headers that every answer carries and no library of ours sets."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class PermissionsPolicy:
    """No page of ours uses what a browser can ask its owner for, and none may."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """`answer` is what comes after."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with the policy."""
        response = self.answer(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response

"""For whom the web server writes: told to PostgreSQL on each request of a signed-in person."""

from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase

from disclosures.publishing.audit import WHENCE, WHO

TELL = "SELECT set_config(%s, %s, false), set_config(%s, %s, false)"


class SpeakerMiddleware:
    """Names the person and the address for the audit trail, and takes them back afterwards."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """`answer` is what comes after."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Visitors without a session cost no query."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.answer(request)
        user = request.user
        if not user.is_authenticated:
            return self.answer(request)
        _tell(user.get_username(), request.META.get("REMOTE_ADDR", ""))
        try:
            return self.answer(request)
        finally:
            _tell("", "")


def _tell(who: str, whence: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(TELL, [WHO, who, WHENCE, whence])

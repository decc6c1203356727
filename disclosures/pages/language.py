"""Two languages, told apart by the address alone: Chinese at `/…`, English at `/en/…`.

No cookie and no `Accept-Language`: an address shows the same to everybody, and every cache may
keep it. What a document says stays Chinese on both.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext

from disclosures.pages.addresses import origin

ENGLISH = "en"
UNDER = f"/{ENGLISH}/"


class Said(dict[str, str]):
    """Labels in the language of a page, each looked up once: an asking costs more than it seems.

    It is of the one page that it was made for; the next may be in the other language.
    """

    def __missing__(self, label: str) -> str:
        """The label as the page says it."""
        self[label] = said = gettext(label)
        return said


class LanguageOfTheAddress:
    """Answers in the language that the address asks for."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """`answer` is what comes after."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, labelled with its language."""
        is_english = f"{request.path_info}/".startswith(UNDER)
        language = ENGLISH if is_english else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        return response


def switch(request: HttpRequest) -> dict[str, str]:
    """Context of every page: its address in either language, its query kept; whose site it is."""
    query = request.GET.urlencode()
    path = f"{request.path}?{query}" if query else request.path
    chinese = path.removeprefix(UNDER[:-1]) if path.startswith(UNDER) else path
    return {
        "chinese_url": chinese,
        "english_url": UNDER[:-1] + chinese,
        "origin": origin(request),
    }

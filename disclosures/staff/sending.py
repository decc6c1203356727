"""Answers to a form that hands in a file: a page for a browser, words for our own script.

The script sends the file itself so that it can show how far it is; without it the form is sent as
any form is.
"""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

BY_SCRIPT = "XMLHttpRequest"


def went_well(request: HttpRequest, url: str) -> HttpResponse:
    """On to the next page."""
    return JsonResponse({"next": url}) if _is_by_script(request) else HttpResponseRedirect(url)


def refused(request: HttpRequest, form: forms.Form) -> HttpResponse | None:
    """What is wrong with the form, for the script; None when a page has to say it."""
    if not form.errors or not _is_by_script(request):
        return None
    told = [str(each) for errors in form.errors.values() for each in errors]
    return JsonResponse({"errors": told}, status=400)


def _is_by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == BY_SCRIPT

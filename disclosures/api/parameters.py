"""Query parameters, strictly: known ones, each once, each with a value."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils import translation

from disclosures.api.errors import ParameterError, invalid, repeated, unknown


def check(given: QueryDict, known: Iterable[str]) -> None:
    """Raise ParameterError for the first parameter that is unknown, repeated or empty."""
    names = frozenset(known)
    for name, values in given.lists():
        if name not in names:
            raise unknown(name, names)
        if len(values) > 1:
            raise repeated(name)
        if not values[0]:
            raise invalid(name, "不能为空。", "it is empty.")


def refusal(form: forms.BaseForm) -> ParameterError:
    """The first error of a form that is not valid, said in both languages."""
    errors: ErrorDict = form.errors
    name, found = next(iter(errors.as_data().items()))
    return invalid(name, _said(found[0], "zh-hans"), _said(found[0], "en"))


def _said(error: ValidationError, language: str) -> str:
    with translation.override(language):
        return " ".join(str(message) for message in error.messages)

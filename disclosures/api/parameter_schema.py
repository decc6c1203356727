"""How a form field is said in OpenAPI: the bounds that the server itself enforces."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from drf_spectacular.utils import OpenApiParameter


def described(named: tuple[str, forms.Field]) -> OpenApiParameter:
    """The query parameter that a form field reads."""
    name, field = named
    return OpenApiParameter(name, _schema(field), description=str(field.label or ""))


def _schema(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, forms.ChoiceField):
        choices = cast(Iterable[tuple[str, str]], field.choices)
        return {"type": "string", "enum": [str(value) for value, _ in choices if value]}
    if isinstance(field, forms.DecimalField):
        return {"type": "string", "pattern": r"^-?[0-9]{1,16}(\.[0-9]{1,2})?$"}
    if isinstance(field, forms.IntegerField):
        bounds = {"minimum": field.min_value, "maximum": field.max_value}
        return {"type": "integer"} | _given(bounds)
    if isinstance(field, forms.CharField):
        pattern = field.regex.pattern if isinstance(field, forms.RegexField) else None
        lengths = {"minLength": 1, "maxLength": field.max_length, "pattern": _portable(pattern)}
        return {"type": "string"} | _given(lengths)
    return {"type": "string"}


def _given(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}


def _portable(pattern: str | None) -> str | None:
    """Python's anchors as every other dialect writes them."""
    return pattern and pattern.replace(r"\A", "^").replace(r"\Z", "$")

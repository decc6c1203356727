"""Model fields that several rooms need."""

from typing import Any

from django.db import models


class MoneyField(models.DecimalField):
    """An amount in 元, exact to the fen; NULL means that no number was printed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 18)
        kwargs.setdefault("decimal_places", 2)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """As a plain DecimalField, so that migrations never depend on this class."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs

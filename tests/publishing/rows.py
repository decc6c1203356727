"""The plainest row of any table that hangs on a revision, for tests that go through them all."""

from itertools import count
from typing import Any

from django.db import models

from disclosures.models import PrintedTable, Revision

NUMBERS = count(1)
KNOWN: dict[tuple[type[models.Model], str], str] = {
    (PrintedTable, "table"): "three-public"
}  # what must be a name of the registry


def plain_row(model: type[models.Model], revision: Revision) -> Any:
    """Store a row of a draft; required columns get the least that fits."""
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.null or field.has_default():
            continue
        parent = field.related_model
        if parent is Revision:
            values[field.name] = revision
        elif isinstance(parent, type) and issubclass(parent, models.Model):
            values[field.name] = plain_row(parent, revision)
        elif isinstance(field, models.IntegerField):
            values[field.name] = 900
        elif (model, field.name) in KNOWN:
            values[field.name] = KNOWN[model, field.name]
        elif field.unique:
            values[field.name] = str(next(NUMBERS))
        elif field.choices:
            values[field.name] = field.choices[0][0]
        else:
            values[field.name] = "" if field.blank else "x"
    return model._default_manager.create(**values)

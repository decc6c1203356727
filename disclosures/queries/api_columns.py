"""What an answer of the API consists of: named columns, each found by one database expression.

JSON, CSV and the OpenAPI schema are all made from these, so they cannot disagree.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from django.db import models
from django.db.models import DecimalField, Expression, F, Func, Subquery, TextField

from disclosures.records.fields import MoneyField


class ValueKind(StrEnum):
    """What a value is, on every door: money is 元 as exact text, a structure is JSON."""

    TEXT = "text"
    INTEGER = "integer"
    MONEY = "money"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    BOOLEAN = "boolean"
    STRUCTURE = "structure"
    LIST = "list"


Source = str | Expression | F | Subquery


@dataclass(frozen=True)
class Column:
    """One value of an answer.

    `source` is a field path or an expression. `choices` are (value, label) where the list is
    closed. `label` is the official Chinese name. `figure` is the key of the figure that it tells.
    """

    name: str
    source: Source
    label: str
    kind: ValueKind = ValueKind.TEXT
    nullable: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    figure: str = ""

    @property
    def expression(self) -> Expression:
        """The source as something that a query can select."""
        source = F(self.source) if isinstance(self.source, str) else self.source
        return cast(Expression, source)


class Joined(Func):
    """Texts and numbers one after the other, as PostgreSQL's `concat` does; strings are paths."""

    function = "CONCAT"
    output_field = TextField()


class TrimmedScale(Func):
    """A numeric without the zeros that only its column's scale adds."""

    function = "TRIM_SCALE"
    output_field = DecimalField(max_digits=24, decimal_places=6)


class Said(Func):
    """A text, or null where the column is empty."""

    template = "NULLIF(%(expressions)s, '')"
    output_field = TextField()


class Instant(Func):
    """A time as ISO 8601 text in UTC, the same text in JSON and CSV."""

    template = "TO_CHAR(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    output_field = TextField()


def text(name: str, source: str, label: str) -> Column:
    """A text that is null when nothing was printed."""
    return Column(name, Said(source), label, nullable=True)


def number(name: str, source: str, label: str, *, nullable: bool = False) -> Column:
    """A whole number."""
    return Column(name, source, label, ValueKind.INTEGER, nullable)


def money(name: str, source: Source, label: str) -> Column:
    """An amount in 元; null when no number was printed."""
    return Column(name, source, label, ValueKind.MONEY, nullable=True)


def chosen(name: str, source: str, label: str, choices: Any) -> Column:
    """One of a closed list of words, given as Django's TextChoices."""
    return Column(name, source, label, choices=tuple(choices.choices))


def of_field(field: models.Field) -> Column:
    """The column of a model's field, under its own name and label; null when it holds nothing."""
    label = str(field.verbose_name)
    if isinstance(field, MoneyField):
        return money(field.name, field.name, label)
    if isinstance(field, models.DecimalField):
        return Column(field.name, TrimmedScale(field.name), label, ValueKind.DECIMAL, nullable=True)
    if isinstance(field, models.IntegerField):
        return number(field.name, field.name, label, nullable=True)
    column = text(field.name, field.name, label)
    choices = tuple((str(value), str(label)) for value, label in field.flatchoices)
    return replace(column, choices=choices)

"""Filters: built with django-filter from what a listing and its table declare.

A filter's name is its parameter's. `function_code` asks for one code, `function_code_prefix` for
all below it; `total_min` and `total_max` bound an amount in 元; `text` searches words.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django import forms
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from disclosures.queries.api_addresses import named_disclosure
from disclosures.queries.api_columns import Column, Source, ValueKind
from disclosures.queries.api_places import of_department, of_place
from disclosures.records.disclosure import EARLIEST, LATEST, Kind

Filters = dict[str, Filter]
LONGEST_TEXT = 100
SLUG = "[-a-zA-Z0-9_]+"


class WholeNumber(Filter):
    """A whole number."""

    field_class = forms.IntegerField


class Amount(Filter):
    """A bound of an amount in 元, to the fen; `source` is a field or an expression."""

    field_class = forms.DecimalField

    def __init__(self, source: Source, lookup: str, label: str) -> None:
        super().__init__("", lookup, label=label, max_digits=18, decimal_places=2)
        self.source = F(source) if isinstance(source, str) else source

    def filter(self, qs: QuerySet, value: Decimal | None) -> QuerySet:
        """The rows within the bound; an amount that was not printed is never within."""
        if value is None:
            return qs
        name = f"bounded_{self.lookup_expr}_{len(qs.query.annotations)}"
        return qs.alias(**{name: self.source}).filter(**{f"{name}__{self.lookup_expr}": value})


class Word(CharFilter):
    """A text that has a form, such as a code or a slug."""

    field_class = forms.RegexField

    def __init__(self, field: str, lookup: str, label: str, form: str, longest: int) -> None:
        regex = rf"\A(?:{form})\Z"
        super().__init__(field, lookup, label=label, regex=regex, max_length=longest)


class Condition(Filter):
    """A filter whose value makes a condition, or none when nothing can have that value."""

    def __init__(self, made: Callable[[Any], Q | None], **field: Any) -> None:
        super().__init__(**field)
        self.made = made

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """The rows that meet the condition."""
        if value in (None, ""):
            return qs
        condition = self.made(value)
        return qs.none() if condition is None else qs.filter(condition)


class Identity(Condition):
    """A condition on a name that has a form."""

    field_class = forms.RegexField

    def __init__(self, made: Callable[[str], Q | None], label: str, form: str) -> None:
        super().__init__(made, label=label, regex=rf"\A(?:{form})\Z", max_length=200)


class Text(Condition):
    """Words that at least one of several columns contains, whatever the case."""

    field_class = forms.CharField

    def __init__(self, fields: Iterable[str], label: str) -> None:
        named = tuple(fields)

        def contains(words: str) -> Q:
            return reduce(or_, (Q(**{f"{field}__icontains": words}) for field in named))

        super().__init__(contains, label=label, max_length=LONGEST_TEXT)


class Year(Condition):
    """A condition on a year."""

    field_class = forms.IntegerField

    def __init__(self, made: Callable[[int], Q], label: str) -> None:
        super().__init__(made, label=label, min_value=EARLIEST, max_value=LATEST)


def revision_filters(path: str) -> Filters:
    """Whose, for which year, of which kind: for rows whose revision is reached by `path`."""
    disclosure = f"{path}disclosure__"
    return {
        "disclosure": Identity(
            lambda value: named_disclosure(value, path), "公开标识", rf"{SLUG}(\.{SLUG}){{3}}"
        ),
        "region": region(f"{disclosure}department__region__"),
        "department": department(f"{disclosure}department__"),
        "year": Year(lambda value: Q(**{f"{disclosure}fiscal_year_id": value}), "年度"),
        "kind": ChoiceFilter(
            field_name=f"{disclosure}kind",
            choices=Kind.choices,
            label="类别 budget 预算 final 决算",
        ),
    }


def region(path: str) -> Identity:
    """The region by slug or 行政区划代码."""
    return Identity(lambda value: of_place(path, value), "地区：网址标识或行政区划代码", SLUG)


def department(path: str) -> Identity:
    """The department by `region.slug`, slug or full name."""
    label = "部门：标识（region.slug）、网址标识或全称"
    return Identity(lambda value: of_department(path, value), label, r"[^\x00]+")


def amounts(columns: Iterable[Column]) -> Filters:
    """Bounds, both included, for each of the columns that is an amount in 元."""
    found: Filters = {}
    for column in columns:
        if column.kind is ValueKind.MONEY:
            found[f"{column.name}_min"] = Amount(column.source, "gte", f"{column.label}不少于")
            found[f"{column.name}_max"] = Amount(column.source, "lte", f"{column.label}不多于")
    return found


def codes(name: str, label: str) -> Filters:
    """A code itself, and all codes that begin with a prefix."""
    return {
        name: Word(name, "exact", label, "[0-9]{1,9}", 9),
        f"{name}_prefix": Word(name, "startswith", f"{label}开头", "[0-9]{1,9}", 9),
    }


def exact(name: str, label: str, longest: int = 200) -> Filters:
    """The whole text of a column."""
    return {name: CharFilter(name, "exact", label=label, max_length=longest)}


def choice(name: str, label: str, choices: Any) -> Filters:
    """One of a closed list of words."""
    said = "、".join(f"{value} {meaning}" for value, meaning in choices)
    return {name: ChoiceFilter(field_name=name, choices=choices, label=f"{label}：{said}")}


class Narrowing(FilterSet):
    """A FilterSet that sets up only the filters that are asked for: a wide table has ninety."""

    every: ClassVar[Filters] = {}

    def __init__(self, data: QueryDict, queryset: QuerySet) -> None:
        self.base_filters = {name: each for name, each in self.every.items() if name in data}
        super().__init__(data, queryset)


def filterset(name: str, filters: Filters) -> type[Narrowing]:
    """The FilterSet class of a listing, named after its model."""
    return type(f"{name}FilterSet", (Narrowing,), {"every": filters})

"""Start-up contracts of the official tables: what a spec declares must be true of its model.

`manage.py check` runs them, and with it every command and server start.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.columns import leaves
from disclosures.tables.identity import (
    AtMost,
    FunctionLineSum,
    Identity,
    LineSum,
    Product,
    RowSum,
    SpreadSum,
    TotalRow,
    TreeSum,
)
from disclosures.tables.lines import Line
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import Balance, TableRow
from disclosures.tables.spec import TableSpec

# Header words that mean nothing without the header above them, so never a column's full label.
BARE = frozenset(
    {"小计", "合计", "总计", "金额", "数量", "单价", "名称", "编码", "代码", "项目", "地区"}
)
SHARED = frozenset(each.name for each in TableRow._meta.local_fields) | {"id"}


@register("disclosures")
def tables_keep_their_contracts(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Every fault of every table of the registry."""
    specs = tuple(TABLES.values())
    return [*faults_together(specs), *(fault for spec in specs for fault in faults_of(spec))]


def faults_together(specs: Sequence[TableSpec]) -> Iterator[Error]:
    """Names, numbers and models that two tables share."""
    for what, values in (
        ("name", [each.name for each in specs]),
        ("number", [each.number for each in specs]),
        ("model", [each.model for each in specs]),
    ):
        for value, times in Counter(values).items():
            if times > 1:
                yield Error(f"{times} tables have the {what} {value}", id="disclosures.E001")


def faults_of(spec: TableSpec) -> Iterator[Error]:
    """What is wrong with one table: each fault names the table and the column."""
    for message, number in (
        *((each, 2) for each in _strange_columns(spec)),
        *((each, 3) for each in _header_gaps(spec)),
        *((each, 4) for each in _labels(spec)),
        *((each, 5) for each in _money(spec)),
        *((each, 6) for each in _identities(spec)),
        *((each, 7) for each in _filters(spec)),
    ):
        yield Error(f"{spec.name}: {message}", obj=spec.model, id=f"disclosures.E00{number}")


def _strange_columns(spec: TableSpec) -> Iterator[str]:
    named = [each.field for each in spec.columns]
    named += [leaf.field for half in spec.halves for leaf in leaves(half.header)]
    named += [*spec.key, *spec.filters, *(column for column, _ in spec.code_lists)]
    for name in dict.fromkeys(named):
        if not _has(spec.model, name):
            yield f"the model has no column {name}"
    if spec.spread:
        for name in (spec.spread.parent, *spec.spread.fields):
            if not _has(spec.spread.model, name):
                yield f"the model of its spread has no column {name}"


def _header_gaps(spec: TableSpec) -> Iterator[str]:
    printed = Counter(each.field for each in spec.columns)
    own = {each.name for each in spec.model._meta.concrete_fields} - SHARED
    yield from (f"the header leaves out {name}" for name in sorted(own - {*printed}))
    yield from (f"the header has {name} twice" for name, times in printed.items() if times > 1)


def _labels(spec: TableSpec) -> Iterator[str]:
    for model in spec.row_models:
        fields = [each for each in model._meta.concrete_fields if each.name not in SHARED]
        labels = Counter(str(each.verbose_name) for each in fields)
        yield from (f"two columns are called {label}" for label, n in labels.items() if n > 1)
        for field in fields:
            label = str(field.verbose_name)
            if label in BARE or label.isascii():
                yield f"{field.name} is called {label}, which is not its full Chinese meaning"


def _money(spec: TableSpec) -> Iterator[str]:
    """A decimal with two places is money, and money is a MoneyField."""
    for model in spec.row_models:
        for field in model._meta.concrete_fields:
            is_money = isinstance(field, models.DecimalField) and field.decimal_places == 2
            if is_money and not isinstance(field, MoneyField):
                yield f"{field.name} holds money and is no MoneyField"


def _identities(spec: TableSpec) -> Iterator[str]:
    for identity in spec.identities:
        yield from (
            f"{identity.rule} names {column}, which holds no number"
            for column in _numbers_of(identity)
            if not _is_number(spec.model, column)
        )
        yield from (
            f"{identity.rule} names the line {line}, which no balance has"
            for line in _lines_of(identity)
            if not issubclass(spec.model, Balance) or line not in Line.values
        )
        code = identity.code if isinstance(identity, TreeSum | TotalRow) else ""
        if code and not _has(spec.model, code):
            yield f"{identity.rule} names {code}, which is no column"
        if isinstance(identity, SpreadSum) and not _spreads(spec, identity.amount):
            yield f"{identity.rule} sums {identity.amount}, which the table does not spread"


def _numbers_of(identity: Identity) -> tuple[str, ...]:
    match identity:
        case RowSum():
            return (identity.total, *identity.parts)
        case TreeSum() | TotalRow():
            return identity.columns
        case Product():
            return (identity.amount, identity.quantity, identity.price)
        case AtMost():
            return (identity.part, identity.whole)
        case SpreadSum():
            return (identity.total,)
        case LineSum() | FunctionLineSum():
            return ("amount",)


def _lines_of(identity: Identity) -> tuple[str, ...]:
    if isinstance(identity, LineSum):
        return (identity.total, *identity.parts)
    return (identity.total,) if isinstance(identity, FunctionLineSum) else ()


def _spreads(spec: TableSpec, amount: str) -> bool:
    return spec.spread is not None and spec.spread.amount == amount


def _filters(spec: TableSpec) -> Iterator[str]:
    indexed = {
        each.name for each in spec.model._meta.local_fields if getattr(each, "db_index", False)
    }
    yield from (f"{name} filters and has no index" for name in spec.filters if name not in indexed)


def _has(model: type[TableRow], name: str) -> bool:
    try:
        _field(model, name)
    except FieldDoesNotExist:
        return False
    return True


def _is_number(model: type[TableRow], name: str) -> bool:
    return _has(model, name) and isinstance(_field(model, name), models.DecimalField)


def _field(model: type[TableRow], name: str) -> models.Field:
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise FieldDoesNotExist(name)
    return field

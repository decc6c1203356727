"""What the portal itself declares: tables with their columns, figures, rules. No database."""

from collections.abc import Iterator
from typing import cast

from django.db.models import Field

from disclosures.classification.figures import FAMILIES, FIGURES, Figure, Kind
from disclosures.queries.api_columns import ValueKind, of_field
from disclosures.queries.api_listing import Row
from disclosures.rules.catalogue import catalogue
from disclosures.tables.columns import Column, Group, Header, Spread
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

YUAN = "元"


def tables() -> list[Row]:
    """The registry: every official table, with its columns in the order of print."""
    return [
        {
            "table": spec.name,
            "number": spec.number,
            "sheet_code": spec.sheet_code,
            "title": spec.title,
            "note": spec.note,
            "columns": [_column(spec, *each) for each in _leaves(spec.header)],
            "spread": spec.spread and _spread(spec.spread),
        }
        for spec in TABLES.values()
    ]


def _leaves(
    header: Header, above: tuple[str, ...] = ()
) -> Iterator[tuple[Column, tuple[str, ...]]]:
    for part in header:
        if isinstance(part, Group):
            yield from _leaves(part.columns, (*above, part.printed))
        else:
            yield part, above


def _column(spec: TableSpec, column: Column, above: tuple[str, ...]) -> Row:
    lists = dict(spec.code_lists)
    return _described(
        spec.field(column.field), (*above, spec.printed(column)), lists.get(column.field)
    )


def _spread(spread: Spread) -> Row:
    fields = (cast(Field, spread.model._meta.get_field(name)) for name in spread.fields)
    return {
        "printed": spread.printed,
        "columns": [_described(field, (spread.printed,)) for field in fields],
    }


def _described(field: Field, header: tuple[str, ...], code_list: str | None = None) -> Row:
    column = of_field(field)
    return {
        "field": column.name,
        "label": column.label,
        "header": list(header),
        "type": column.kind.value,
        "unit": YUAN if column.kind is ValueKind.MONEY else None,
        "code_list": code_list,
    }


def figure_keys() -> list[Row]:
    """Every figure that a narrative may state; a family has a pattern in the place of its key."""
    plain = [_figure(key, None, figure) for key, figure in FIGURES.items()]
    return plain + [_figure(None, pattern.pattern, figure) for pattern, figure in FAMILIES]


def _figure(key: str | None, pattern: str | None, figure: Figure) -> Row:
    return {
        "key": key,
        "pattern": pattern,
        "label": figure.label,
        "type": figure.kind.value,
        "unit": YUAN if figure.kind is Kind.MONEY else figure.unit or None,
        "section": figure.section,
    }


def rules() -> list[Row]:
    """Every reconciliation rule, as citizens read it."""
    return [
        {
            "code": each.code,
            "group": each.group.value,
            "group_label": each.group.label,
            "severity": each.severity.value,
            "title": each.title,
            "equation": each.equation,
            "scope": each.scope,
            "basis": each.basis or None,
            "english": each.english,
        }
        for each in catalogue().values()
    ]

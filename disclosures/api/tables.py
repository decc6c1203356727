"""One endpoint for each official table of the registry, and for each that spreads columns."""

from typing import Any

from disclosures.api.endpoints import Endpoint
from disclosures.api.filters import Filters, Text, amounts, choice, codes, exact, revision_filters
from disclosures.api.serializers import (
    CellProvenanceSerializer,
    Place,
    provenance_by_column,
    row,
)
from disclosures.queries.api_columns import Column, ValueKind
from disclosures.queries.api_listing import Listing
from disclosures.queries.api_tables import SPREAD_LISTINGS, TABLE_LISTINGS
from disclosures.tables.book import Origin, RowKind
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import TableSpec

TAG = "公开表"
CODE_FIELDS = ("function_code", "economic_code")


def _filters(
    model: type[TableRow], columns: tuple[Column, ...], exactly: tuple[str, ...]
) -> Filters:
    words = tuple(each.name for each in columns if each.kind is ValueKind.TEXT)
    filters: Filters = {
        **revision_filters("revision__"),
        **choice("row_kind", "行别", RowKind.choices),
        **choice("origin", "数据来源", Origin.choices),
        **amounts(columns),
    }
    for name in exactly:
        filters |= _word(model, name)
    return filters | ({"text": Text(words, "各文字列中的文字")} if words else {})


def _word(model: type[TableRow], name: str) -> Filters:
    field: Any = model._meta.get_field(name)
    label = str(field.verbose_name)
    if name in CODE_FIELDS:
        return codes(name, label)
    if field.choices:
        return choice(name, label, field.choices)
    return exact(name, label, field.max_length or 200)


def _endpoint(
    listing: Listing, model: type[TableRow], fields: tuple[str, ...], exactly: tuple[str, ...]
) -> Endpoint:
    own = tuple(each for each in listing.columns if each.name in fields)
    serializer = row(
        model.__name__,
        listing.title,
        listing.columns,
        where=Place(allow_null=True, help_text="本行在来源文件中的位置"),
        provenance=provenance_by_column(CellProvenanceSerializer),
    )
    return Endpoint(listing, _filters(model, own, exactly), serializer, TAG)


def table_endpoint(spec: TableSpec) -> Endpoint:
    """The endpoint of a table's rows."""
    fields = tuple(each.field for each in spec.columns)
    return _endpoint(TABLE_LISTINGS[spec.name], spec.model, fields, spec.filters)


TABLE_ENDPOINTS = tuple(map(table_endpoint, TABLES.values()))
SPREAD_ENDPOINTS = tuple(
    _endpoint(listing, spread.model, spread.fields, (spread.heading,))
    for name, listing in SPREAD_LISTINGS.items()
    if (spread := TABLES[name].spread)
)

"""Serializer classes that describe the answers, made from the same columns that fill them.

The rows themselves go from PostgreSQL to JSON without passing through these; the tests hold every
answer against the schema that comes from them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from disclosures.classification.figures import HEADLINE, figure_of
from disclosures.queries.api_columns import Column, ValueKind
from disclosures.queries.api_quoted import NOTHINGS as FIGURE_NOTHINGS
from disclosures.queries.api_tables import NOTHINGS

Field = serializers.Field


@extend_schema_field(OpenApiTypes.OBJECT)
class Place(serializers.JSONField):
    """Where something stands: section and characters, sheet and cell, or page and box."""


@extend_schema_field({"type": "array", "items": {}})
class Items(serializers.JSONField):
    """A list of texts or objects."""


@extend_schema_field({"type": "string", "pattern": r"^-?[0-9]{1,16}\.[0-9]{2}$"})
class MoneyText(serializers.CharField):
    """An amount in 元 with exactly two decimals, as text."""


@extend_schema_field({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"})
class DecimalText(serializers.CharField):
    """A number as exact text, with the decimals that it has."""


FIELDS: dict[ValueKind, Callable[..., Field]] = {
    ValueKind.TEXT: serializers.CharField,
    ValueKind.INTEGER: serializers.IntegerField,
    ValueKind.MONEY: MoneyText,
    ValueKind.DECIMAL: DecimalText,
    ValueKind.DATE: serializers.DateField,
    ValueKind.BOOLEAN: serializers.BooleanField,
    ValueKind.STRUCTURE: Place,
    ValueKind.LIST: Items,
}


def field(column: Column) -> Field:
    """The serializer field that describes a column."""
    said: dict[str, Any] = {"help_text": column.label, "allow_null": column.nullable}
    if column.choices:
        return serializers.ChoiceField(choices=list(column.choices), **said)
    return FIELDS[column.kind](**said)


def serializer(name: str, fields: dict[str, Field], doc: str) -> type[serializers.Serializer]:
    """A serializer class whose component in the schema is `name`."""
    return type(f"{name}Serializer", (serializers.Serializer,), fields | {"__doc__": doc})


def row(name: str, doc: str, columns: Iterable[Column], **more: Field) -> Any:
    """The serializer of one row: its columns, then what shaping adds."""
    return serializer(name, {each.name: field(each) for each in columns} | more, doc)


def page(name: str, of: type[serializers.Serializer]) -> Any:
    """The serializer of a page of rows."""
    following = serializers.CharField(
        allow_null=True, help_text="下一页地址，没有更多时为 null the next page, null at the end"
    )
    return serializer(f"{name}Page", {"next": following, "results": of(many=True)}, "一页数据")


class CellProvenanceSerializer(serializers.Serializer):
    """表格单元的原文、空缺类别、位置与永久地址."""

    printed = serializers.CharField(allow_null=True, help_text="原文")
    nothing = serializers.ChoiceField(
        choices=[(each, each) for each in NOTHINGS], allow_null=True, help_text="空缺类别"
    )
    where = Place(allow_null=True, help_text="在来源文件中的位置")
    page = serializers.CharField(allow_null=True, help_text="永久地址")


class FigureProvenanceSerializer(serializers.Serializer):
    """编制说明中的指标：原文、所在字符与永久地址；没有时说明是未公开、空表还是不适用."""

    key = serializers.CharField(help_text="指标")
    nothing = serializers.ChoiceField(
        choices=list(FIGURE_NOTHINGS), allow_null=True, help_text="空缺类别"
    )
    printed = serializers.CharField(allow_null=True, help_text="原文")
    section = serializers.CharField(allow_null=True, help_text="所在章节")
    start = serializers.IntegerField(allow_null=True, help_text="起始字符")
    end = serializers.IntegerField(allow_null=True, help_text="结束字符")
    page = serializers.CharField(allow_null=True, help_text="永久地址")


HeadlineSerializer = serializer(
    "Headline",
    {
        name: MoneyText(allow_null=True, help_text=f"{figure_of(key).label}（元）")
        for name, key in HEADLINE.items()
    },
    "公开要点，元；null 的缘由见 provenance 的 nothing",
)


class ErrorDetailSerializer(serializers.Serializer):
    """拒绝的原因."""

    code = serializers.CharField(help_text="unknown_parameter、invalid_parameter、not_found 等")
    message = serializers.CharField(help_text="中文与英文说明")
    parameter = serializers.CharField(allow_null=True, help_text="有问题的参数")
    known = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="可用的参数"
    )
    maximum = serializers.IntegerField(required=False, help_text="行数上限")


class ErrorSerializer(serializers.Serializer):
    """一切拒绝的统一格式."""

    error = ErrorDetailSerializer()


def provenance_by_column(of: type[serializers.Serializer]) -> Field:
    """`{column: provenance}`."""
    return serializers.DictField(child=of(), help_text="各列的出处")

"""Endpoints for what the portal itself declares: tables, figures and rules. No database."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from disclosures.api.serializers import ErrorSerializer, serializer
from disclosures.api.views import ApiView
from disclosures.queries.api_catalogues import figure_keys, rules, tables
from disclosures.queries.api_listing import Row

Text = serializers.CharField
ColumnSerializer = serializer(
    "Column",
    {
        "field": Text(help_text="列名，与数据中的键一致"),
        "label": Text(help_text="全称"),
        "header": serializers.ListField(child=Text(), help_text="表头，自上而下"),
        "type": Text(help_text="text、money、decimal 或 integer"),
        "unit": Text(allow_null=True, help_text="单位"),
        "code_list": Text(allow_null=True, help_text="所用分类科目"),
    },
    "公开表的一列",
)


class SpreadSerializer(serializers.Serializer):
    """以数据为列的部分，如按地区；其数据在 tables/{table}/spread/."""

    printed = Text(help_text="表头")
    columns = ColumnSerializer(many=True)


class OfficialTableSerializer(serializers.Serializer):
    """一张公开表的定义；其数据在 tables/{table}/."""

    table = Text(help_text="表")
    number = serializers.IntegerField(help_text="昆明2022年表号")
    sheet_code = Text(help_text="表式编号")
    title = Text(help_text="表名")
    note = Text(help_text="说明")
    columns = ColumnSerializer(many=True)
    spread = SpreadSerializer(allow_null=True)


FigureKeySerializer = serializer(
    "FigureKey",
    {
        "key": Text(allow_null=True, help_text="指标"),
        "pattern": Text(allow_null=True, help_text="成组指标的写法（正则表达式）"),
        "label": Text(help_text="名称"),
        "type": Text(help_text="类型"),
        "unit": Text(allow_null=True, help_text="单位"),
        "section": Text(help_text="章节"),
    },
    "一项可引用的指标；成组的指标以 pattern 代替 key",
)


class RuleSerializer(serializers.Serializer):
    """一条勾稽关系."""

    code = Text(help_text="编号")
    group = Text(help_text="组")
    group_label = Text(help_text="组名")
    severity = Text(help_text="级别")
    title = Text(help_text="名称")
    equation = Text(help_text="关系式")
    scope = Text(help_text="范围")
    basis = Text(allow_null=True, help_text="依据")
    english = Text(help_text="英文")


class CatalogueView(ApiView):
    """A list that only a new version of the portal changes, whole in one answer."""

    entries: ClassVar[Callable[[], list[Row]]]
    title: ClassVar[str]

    def get(self, request: Request) -> Response:
        """All entries."""
        return Response({"results": type(self).entries()})


def _catalogue(name: str, entries: Callable[[], list[Row]], title: str, of: Any) -> Any:
    kept = staticmethod(lru_cache(maxsize=1)(entries))
    made = type(f"{name}CatalogueView", (CatalogueView,), {"entries": kept, "title": title})
    contents = {"results": of(many=True), "__doc__": title}
    whole = type(f"{name}CatalogueSerializer", (serializers.Serializer,), contents)
    documented = extend_schema(
        operation_id=f"list_{name}_catalogue",
        summary=title,
        tags=["目录"],
        responses={200: whole, 400: ErrorSerializer},
    )
    return extend_schema_view(get=documented)(made)


CATALOGUES = {
    "tables": _catalogue("table", tables, "公开表目录", OfficialTableSerializer),
    "figure-keys": _catalogue("figure", figure_keys, "指标目录", FigureKeySerializer),
    "rules": _catalogue("rule", rules, "勾稽关系目录", RuleSerializer),
}

"""The OpenAPI document: made from the code once, served, and kept in the repository."""

from functools import lru_cache
from typing import Any

import orjson
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.settings import patched_settings
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.request import Request
from rest_framework.response import Response

from disclosures.api.views import ApiView

DESCRIPTION = """\
已公开的部门预算、决算数据，只读，无需注册。The published budgets and final accounts of departments.

- 金额为元，以字符串给出，恰两位小数；原文与出处在 `provenance`。Amounts are 元, exact, as strings.
- 没有数字时为 `null`，`nothing` 说明是哪一种：`blank` 空白、`not_applicable` 不适用、
  `not_printed` 未印、`not_a_value` 印有他文、`not_disclosed` 未公开、
  `empty_table` 该表声明为空表；0 是数字。表中合计印“不适用”的指标也是 `not_applicable`。
- 整张空表没有行，其状态与空表说明见 `printed-tables` 的 `state` 与 `statement`。
- 列表按 `next` 翻页，至多 500 行；`format=csv` 一次给出全部行。
- 未知、重复或无效的参数一律以 400 拒绝，并指出参数。
"""


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the API, addresses relative to its root."""
    settings = {
        "POSTPROCESSING_HOOKS": ["disclosures.api.schema.without_marks"],
        "DESCRIPTION": DESCRIPTION,
        "SERVERS": [{"url": reverse("api:index").rstrip("/")}],
    }
    with patched_settings(settings):
        generator = SchemaGenerator(urlconf="disclosures.api.urls")
        return generator.get_schema(request=None, public=True)


def without_marks(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """The document without the generator's own marks on choices.

    Choices stay where they are used: a shared enum's name would change with its neighbours.
    """
    for component in result["components"]["schemas"].values():
        for said in component.get("properties", {}).values():
            said.pop("x-spec-enum-id", None)
    return result


def document_bytes() -> bytes:
    """The document as JSON, the same bytes on every machine."""
    return orjson.dumps(document(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


class SchemaView(ApiView):
    """The OpenAPI document."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """The same for every caller."""
        return Response(document())


class DocumentationView(SpectacularSwaggerSplitView):
    """Swagger UI from our own files, without a line of inline script or style."""

    url_name = "api:schema"
    template_name = "api/documentation.html"
    title = "部门预算公开数据接口 Budget Portal API"

"""The root of the API: what there is, and where."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from disclosures.api.catalogues import CATALOGUES
from disclosures.api.listings import LISTING_ENDPOINTS
from disclosures.api.serializers import ErrorSerializer
from disclosures.api.tables import SPREAD_ENDPOINTS, TABLE_ENDPOINTS
from disclosures.api.views import ApiView

ENDPOINTS = (*LISTING_ENDPOINTS, *TABLE_ENDPOINTS, *SPREAD_ENDPOINTS)


class ResourceSerializer(serializers.Serializer):
    """一个可读取的地址."""

    name = serializers.CharField(help_text="名称")
    title = serializers.CharField(help_text="中文名称")
    url = serializers.CharField(help_text="地址")
    formats = serializers.ListField(child=serializers.CharField(), help_text="格式")


class IndexSerializer(serializers.Serializer):
    """接口目录."""

    documentation = serializers.CharField(help_text="说明页")
    schema = serializers.CharField(help_text="OpenAPI 文件")
    resources = ResourceSerializer(many=True)


class IndexView(ApiView):
    """Every address of the API that lists something."""

    @extend_schema(
        operation_id="list_resources",
        summary="接口目录",
        tags=["目录"],
        responses={200: IndexSerializer, 400: ErrorSerializer},
    )
    def get(self, request: Request) -> Response:
        """Catalogues first, then the listings."""
        root = reverse("api:index")
        named = [(name, view.title, ["json"]) for name, view in CATALOGUES.items()]
        named += [(each.listing.name, each.listing.title, ["json", "csv"]) for each in ENDPOINTS]
        return Response(
            {
                "documentation": reverse("api:documentation"),
                "schema": reverse("api:schema"),
                "resources": [_resource(root, *each) for each in named],
            }
        )


def _resource(root: str, name: str, title: str, formats: list[str]) -> dict[str, Any]:
    return {"name": name, "title": title, "url": f"{root}{name}/", "formats": formats}

"""One disclosure, whole: headline, sections, figures, tables and what the checks said."""

from collections import Counter
from decimal import Decimal
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from disclosures.api.serializers import (
    ErrorSerializer,
    FigureProvenanceSerializer,
    HeadlineSerializer,
    provenance_by_column,
    row,
    serializer,
)
from disclosures.api.views import ApiView
from disclosures.queries.api_disclosures import DISCLOSURES, SECTION_COLUMNS, disclosure
from disclosures.queries.api_doubts import DOUBT_COLUMNS
from disclosures.queries.api_findings import FINDING_COLUMNS
from disclosures.queries.api_narrative import FIGURE_COLUMNS
from disclosures.queries.api_tables import PRINTED_TABLE_COLUMNS
from disclosures.records.finding import Outcome
from disclosures.tables.registry import TABLES

CountsSerializer = serializer(
    "FindingCounts",
    {outcome.value: serializers.IntegerField(help_text=str(outcome.label)) for outcome in Outcome},
    "各结果的核对项数",
)
FindingSummarySerializer = serializer(
    "FindingSummary",
    {
        "counts": CountsSerializer(),
        "notable": row("NotableFinding", "不符、尾差或有余额的核对", FINDING_COLUMNS)(many=True),
    },
    "核对结果摘要",
)
DisclosureSerializer = row(
    "Disclosure",
    "一项公开的全部内容",
    DISCLOSURES.columns,
    headline=HeadlineSerializer(),
    provenance=provenance_by_column(FigureProvenanceSerializer),
    sections=row("SectionOfDisclosure", "章节", SECTION_COLUMNS)(many=True),
    figures=row("FigureOfDisclosure", "引用数据", FIGURE_COLUMNS)(many=True),
    tables=row(
        "TableOfDisclosure",
        "公开表",
        PRINTED_TABLE_COLUMNS,
        rows=serializers.CharField(allow_null=True, help_text="数据地址"),
    )(many=True),
    findings=FindingSummarySerializer(),
    doubts=row("DoubtOfDisclosure", "存疑之处", DOUBT_COLUMNS)(many=True),
)


class DisclosureView(ApiView):
    """One public disclosure by its identity."""

    @extend_schema(
        operation_id="get_disclosure",
        summary="一项公开的全部内容",
        tags=["公开内容"],
        parameters=[
            OpenApiParameter(
                "identity",
                str,
                OpenApiParameter.PATH,
                description="公开标识 region.department.year.kind",
            )
        ],
        responses={200: DisclosureSerializer, 400: ErrorSerializer, 404: ErrorSerializer},
    )
    def get(self, request: Request, identity: str) -> Response:
        """The disclosure; one that is not public answers as one that does not exist."""
        found = disclosure(identity)
        if found is None:
            raise NotFound
        tables = [_with_rows(each, identity) for each in found["tables"]]
        return Response(found | {"tables": tables, "findings": _summary(found["findings"])})


def _with_rows(table: dict[str, Any], identity: str) -> dict[str, Any]:
    if table["table"] not in TABLES:
        return table | {"rows": None}
    address = reverse("api:index") + f"tables/{table['table']}/"
    return table | {"rows": f"{address}?disclosure={identity}"}


def _summary(findings: list[dict[str, Any]]) -> dict[str, Any]:
    counts = Counter(each["outcome"] for each in findings)
    return {
        "counts": {outcome.value: counts[outcome] for outcome in Outcome},
        "notable": [each for each in findings if _is_notable(each)],
    }


def _is_notable(finding: dict[str, Any]) -> bool:
    if finding["outcome"] == Outcome.HOLDS:
        return bool(Decimal(finding["difference"] or 0))
    return finding["outcome"] != Outcome.NOT_CHECKED

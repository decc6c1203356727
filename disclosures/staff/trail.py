"""审计记录: the trail in the admin, and the whole of it (as filtered) as a file."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path

from disclosures.exports.csv import rows_as_csv
from disclosures.publishing.bounds import bounds_of
from disclosures.queries.api_columns import Column, ValueKind, number
from disclosures.staff.sealed import LookedAtAdmin

COLUMNS = (
    number("number", "pk", "序号"),
    Column("at", "at", "时间", ValueKind.TIME),
    Column("who", "who", "操作人"),
    Column("whence", "whence", "来源"),
    Column("deed", "deed", "动作"),
    Column("table", "relation", "数据表"),
    number("row", "key", "主键"),
    number("revision", "revision", "公开版本"),
    Column("before", "before", "原来", ValueKind.STRUCTURE),
    Column("after", "after", "之后", ValueKind.STRUCTURE),
)


class AuditAdmin(LookedAtAdmin):
    """The audit trail, for those who may see everything."""

    list_display = ("at", "who", "whence", "deed", "relation", "key", "revision")
    list_filter = ("deed", "relation")
    search_fields = ("who", "=key", "=revision")
    date_hierarchy = "at"
    show_full_result_count = False
    change_list_template = "admin/trail.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Nothing for people who are bound to departments."""
        trail = admin.ModelAdmin.get_queryset(self, request)
        return trail if bounds_of(request.user) is None else trail.none()

    def get_urls(self) -> list[URLPattern]:
        """The file, before the stock addresses."""
        export = self.admin_site.admin_view(self.export_view)
        own = path("export.csv", export, name="disclosures_auditentry_export")
        return [own, *(url for url in super().get_urls() if isinstance(url, URLPattern))]

    def export_view(self, request: HttpRequest) -> StreamingHttpResponse:
        """What the list shows under the same filters, oldest first, as CSV."""
        if not self.has_view_permission(request) or bounds_of(request.user) is not None:
            raise PermissionDenied
        found = self.get_changelist_instance(request).get_queryset(request)
        answer = StreamingHttpResponse(
            rows_as_csv(found.order_by("pk"), COLUMNS), content_type="text/csv; charset=utf-8"
        )
        answer["Content-Disposition"] = 'attachment; filename="audit-trail.csv"'
        return answer

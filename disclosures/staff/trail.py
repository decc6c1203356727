"""审计记录: the trail in the admin, and the whole of it (as filtered) as a file."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from disclosures.exports.csv import rows_as_csv
from disclosures.publishing.bounds import bounds_of
from disclosures.queries.api_columns import Column, ValueKind, number
from disclosures.records.audit import AuditEntry
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


DEEDS = {"insert": "新增", "update": "修改", "delete": "删除"}
TITLES = {
    model._meta.db_table: str(model._meta.verbose_name)
    for model in apps.get_models(include_auto_created=True)
}
COLUMNS_OF = {
    model._meta.db_table: model._meta.concrete_fields
    for model in apps.get_models(include_auto_created=True)
}
FEW = 3  # changed columns that the list names


class _Named(admin.SimpleListFilter):
    """A filter by a stored word that people know by another name."""

    names: dict[str, str]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Those that the trail has."""
        field = self.parameter_name or ""
        held = AuditEntry.objects.order_by(field).values_list(field, flat=True).distinct()
        return [(each, self.names.get(each, each)) for each in held]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The entries of the chosen one."""
        return queryset.filter(**{f"{self.parameter_name}": self.value()} if self.value() else {})


class ByDeed(_Named):
    """新增, 修改 or 删除."""

    title, parameter_name, names = "动作", "deed", DEEDS


class ByTable(_Named):
    """By what was written."""

    title, parameter_name, names = "数据表", "relation", TITLES


class AuditAdmin(LookedAtAdmin):
    """The audit trail, for those who may see everything."""

    list_display = ("at_second", "who", "whence", "act", "table", "key", "revision", "changed")
    list_filter = (ByDeed, ByTable)
    fields = ("at_second", "who", "whence", "act", "table", "key", "revision", "changes")
    readonly_fields = ("at_second", "act", "table", "changes")
    search_fields = ("who", "=key", "=revision")
    date_hierarchy = "at"
    show_full_result_count = False
    change_list_template = "admin/trail.html"

    @admin.display(description="时间", ordering="pk")
    def at_second(self, entry: AuditEntry) -> str:
        """To the second."""
        return f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M:%S}"

    @admin.display(description="动作", ordering="deed")
    def act(self, entry: AuditEntry) -> str:
        """In Chinese."""
        return DEEDS.get(entry.deed, entry.deed)

    @admin.display(description="数据表", ordering="relation")
    def table(self, entry: AuditEntry) -> str:
        """By the name that people know."""
        return TITLES.get(entry.relation, entry.relation)

    @admin.display(description="改了哪几列")
    def changed(self, entry: AuditEntry) -> str:
        """The columns of an update; what they hold is told on its own page."""
        if entry.deed != "update":
            return ""
        names = [name for name, _, _ in _changes(entry)]
        return "、".join(names[:FEW]) + ("等" if len(names) > FEW else "")

    @admin.display(description="原来与之后")
    def changes(self, entry: AuditEntry) -> SafeString:
        """Each column with what it held before and holds after."""
        lines = format_html_join(
            "", "<tr><th scope='row'>{}</th><td>{}</td><td>{}</td></tr>", _changes(entry)
        )
        head = "<table><thead><tr><th>列</th><th>原来</th><th>之后</th></tr></thead><tbody>{}"
        return format_html(head + "</tbody></table>", lines)

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


def _changes(entry: AuditEntry) -> Iterator[tuple[str, str, str]]:
    before, after = entry.before or {}, entry.after or {}
    for name in dict.fromkeys((*before, *after)):
        yield _column(entry.relation, name), _shown(before.get(name)), _shown(after.get(name))


def _column(relation: str, name: str) -> str:
    for field in COLUMNS_OF.get(relation, ()):
        if field.column == name:
            return str(field.verbose_name)
    return name


def _shown(value: Any) -> str:
    return "—" if value in (None, "") else str(value)

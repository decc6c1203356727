"""Admin of revisions: what was read, what the checks say, and the next move."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join

from disclosures.publishing import actions
from disclosures.publishing.bounds import may_here
from disclosures.publishing.recheck import recheck_revision
from disclosures.publishing.refused import ActionError
from disclosures.publishing.transitions import BY_VERB, TRANSITIONS
from disclosures.records.disclosure import Revision
from disclosures.staff.grid import grid_view
from disclosures.staff.receiving import receive
from disclosures.staff.sealed import SealedAdmin, is_editable
from disclosures.staff.workbooks import template_view, workbook_view
from disclosures.tables.registry import TABLES

DEEDS = {
    "submit": actions.submit_revision,
    "return": actions.return_revision,
    "approve": actions.approve_revision,
    "send_back": actions.send_back_revision,
    "publish": actions.publish_revision,
    "withdraw": actions.withdraw_revision,
}


FIELDS = ("disclosure", "number", "state", "upload", "form", "printed_unit", "reason")


class RevisionAdmin(SealedAdmin):
    """Drafts come from files; moves go through the actions, each by the person who may."""

    department = "disclosure__department"
    list_select_related: ClassVar[tuple[str, ...]] = ("disclosure__department__region", "upload")
    list_display = ("disclosure", "number", "state", "form", "submitted_by", "published_at")
    list_filter = ("state", "disclosure__fiscal_year", "disclosure__kind")
    search_fields = ("disclosure__department__name", "index_start")
    date_hierarchy = "published_at"
    change_form_template = "admin/revision.html"
    change_list_template = "admin/revisions.html"
    readonly_fields = (
        *("disclosure", "number", "state", "upload", "form", "printed_unit"),
        *("index_start", "index_end", "printed_date", "tables", "findings", "doubts"),
    )
    fieldsets = (
        (None, {"fields": FIELDS}),
        ("原文", {"fields": ("index_start", "index_end", "printed_date")}),
        ("公开表", {"fields": ("tables",)}),
        ("核对结果", {"fields": ("findings", "doubts")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A revision begins with a file."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing that was taken in is deleted; its events are kept for ever."""
        return False

    @admin.display(description="公开表")
    def tables(self, revision: Revision) -> str:
        """The tables in order, each with a link to its rows."""
        return format_html_join(
            "", "<p>{} {}　{}</p>", (_table(revision, each) for each in _printed(revision))
        )

    @admin.display(description="核对结果")
    def findings(self, revision: Revision) -> str:
        """What stands out, worst first."""
        told = [each for each in revision.finding_set.order_by("position") if each.stands_out]
        if not told:
            return "没有需要留意的核对结果。"
        return format_html_join(
            "",
            "<p><strong>{}</strong>　{}　{}</p>",
            ((each.rule, each.get_severity_display(), each.message) for each in told),
        )

    @admin.display(description="存疑之处")
    def doubts(self, revision: Revision) -> str:
        """What the reader could not read surely, with the words it stumbled over."""
        found = revision.doubt_set.order_by("position")
        if not found:
            return "没有存疑之处。"
        return format_html_join(
            "", "<p>{}　“{}”</p>", ((each.message, each.printed) for each in found)
        )

    def get_urls(self) -> list[URLPattern]:
        """The receiving page and the moves, before the stock addresses."""
        view = self.admin_site.admin_view
        own = [
            path("receive/", view(self.receive_view), name="disclosures_revision_receive"),
            path(
                "<int:pk>/workbook/", view(self.workbook_view), name="disclosures_revision_workbook"
            ),
            path(
                "<int:pk>/template/", view(self.template_view), name="disclosures_revision_template"
            ),
            path(
                "<int:pk>/tables/<slug:name>/",
                view(self.grid_view),
                name="disclosures_revision_grid",
            ),
            path("<int:pk>/recheck/", view(self.recheck_view), name="disclosures_revision_recheck"),
            path(
                "<int:pk>/move/<slug:verb>/", view(self.move_view), name="disclosures_revision_move"
            ),
        ]
        return [*own, *(url for url in super().get_urls() if isinstance(url, URLPattern))]

    def receive_view(self, request: HttpRequest) -> HttpResponse:
        """Take a file in, for those who may add revisions."""
        if not request.user.has_perm("disclosures.add_revision"):
            raise PermissionDenied
        return receive(request, self.admin_site)

    def move_view(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        """One move of the workflow."""
        if verb not in DEEDS or request.method != "POST":
            raise Http404
        revision = self._found(request, pk)
        try:
            DEEDS[verb](revision=revision, by=request.user, note=request.POST.get("note", ""))
        except ActionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{revision}：已{BY_VERB[verb].label}。")
        return HttpResponseRedirect(reverse("admin:disclosures_revision_change", args=(pk,)))

    def workbook_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the tables of a draft from a workbook."""
        return workbook_view(request, self.admin_site, self._found(request, pk))

    def grid_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Type over one table of a draft."""
        revision = self._found(request, pk)
        if not self.has_change_permission(request, revision):
            raise PermissionDenied
        return grid_view(request, self.admin_site, revision, name)

    def template_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The official workbook to fill in."""
        return template_view(request, self._found(request, pk))

    def recheck_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Check a draft anew."""
        revision = self._found(request, pk)
        if request.method != "POST" or not self.has_change_permission(request, revision):
            raise PermissionDenied
        try:
            count = recheck_revision(revision=revision, by=request.user)
        except ActionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"已重新核对：{count} 项。")
        return HttpResponseRedirect(reverse("admin:disclosures_revision_change", args=(pk,)))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The stock page with the moves that this person may make now."""
        known = self.get_queryset(request)
        revision = known.filter(pk=object_id).first() if object_id.isdecimal() else None
        moves = [
            each
            for each in TRANSITIONS
            if revision
            and revision.state in each.before
            and may_here(request.user, each.permission, revision)
        ]
        extra = {"moves": moves, "may_recheck": revision and is_editable(revision)}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    def _found(self, request: HttpRequest, pk: int) -> Revision:
        found: Revision | None = self.get_queryset(request).filter(pk=pk).first()
        if found is None:
            raise Http404
        return found


def _printed(revision: Revision) -> Any:
    return revision.printedtable_set.order_by("position")


def _table(revision: Revision, printed: Any) -> tuple[Any, ...]:
    if printed.table not in TABLES:
        return printed.position, printed.title, printed.get_state_display()
    name = TABLES[printed.table].model._meta.model_name
    url = reverse(f"admin:disclosures_{name}_changelist")
    link = format_html(
        '<a href="{}?revision__id__exact={}">{}</a>', url, revision.pk, printed.title
    )
    return printed.position, link, printed.get_state_display()

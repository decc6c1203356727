"""Admin of revisions: what was read, what the checks say, and the next move."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from disclosures.publishing import actions
from disclosures.publishing.recheck import recheck_revision
from disclosures.publishing.refused import ActionError
from disclosures.publishing.transitions import BY_VERB
from disclosures.records.disclosure import Revision
from disclosures.staff import answering, remarks, reviewing, sources
from disclosures.staff.desk import desk_of
from disclosures.staff.grid import grid_view
from disclosures.staff.narrative import narrative_view
from disclosures.staff.opening import open_view
from disclosures.staff.receiving import receive
from disclosures.staff.sealed import SealedAdmin
from disclosures.staff.templates import picker_view, template_view
from disclosures.staff.workbooks import commented_view, workbook_view

DEEDS = {
    "submit": actions.submit_revision,
    "return": actions.return_revision,
    "approve": actions.approve_revision,
    "send_back": actions.send_back_revision,
    "publish": actions.publish_revision,
    "withdraw": actions.withdraw_revision,
}


# Addresses whose name is not their own words.
NAMES = {
    "tables/<slug:name>": "grid",
    "move/<slug:verb>": "move",
    "findings/<int:finding>/explain": "explain",
    "remarks/add": "remark",
    "remarks/<int:remark>/settle": "settle",
    "tables/<slug:name>/place": "cell",
    "review/place": "place",
    "review/confirm": "confirm",
    "doubts/<int:doubt>/settle": "settle_doubt",
    "pages/<slug:table>/<int:leaf>": "picture",
}


class RevisionAdmin(SealedAdmin):
    """Drafts come from files; moves go through the actions, each by the person who may."""

    department = "disclosure__department"
    list_select_related: ClassVar[tuple[str, ...]] = ("disclosure__department__region", "upload")
    list_display = ("title", "standing", "submitted_by", "published_at")
    list_filter = ("state", "disclosure__fiscal_year", "disclosure__kind")
    search_fields = ("disclosure__department__name", "index_start")
    ordering = ("-disclosure__fiscal_year", "disclosure__department__sort_key", "-number")
    change_form_template = "admin/revision.html"
    change_list_template = "admin/revisions.html"
    fields = ("disclosure", "number", "state", "upload", "form", "printed_unit", "reason")
    readonly_fields = (*("disclosure", "number", "state", "upload", "form", "printed_unit"),)

    @admin.display(description="公开版本", ordering="disclosure__department__sort_key")
    def title(self, revision: Revision) -> str:
        """In full."""
        return str(revision)

    @admin.display(description="状态", ordering="state")
    def standing(self, revision: Revision) -> SafeString:
        """As it is drawn everywhere at the desk."""
        words = (revision.state, revision.get_state_display())
        return format_html('<span class="chip state-{}">{}</span>', *words)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A revision begins with a file."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing that was taken in is deleted; its events are kept for ever."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """The receiving page and the moves, before the stock addresses."""
        view = self.admin_site.admin_view
        pages: dict[str, Any] = {
            "workbook": self.workbook_view,
            "template": self.template_view,
            "commented": self.commented_view,
            "tables/<slug:name>": self.grid_view,
            "tables/<slug:name>/place": self.seen(reviewing.cell_place),
            "review": self.seen(reviewing.review),
            "review/place": self.place_view,
            "review/confirm": self.deed(reviewing.confirm),
            "doubts/<int:doubt>/settle": self.deed(reviewing.settle),
            "pages/<slug:table>/<int:leaf>": self.seen(sources.picture),
            "narrative": self.narrative_view,
            "recheck": self.recheck_view,
            "move/<slug:verb>": self.move_view,
            "findings/<int:finding>/explain": self.deed(answering.explain),
            "remarks/add": self.deed(remarks.remark),
            "remarks/<int:remark>/settle": self.deed(remarks.settle),
            "plan": self.deed(answering.plan),
            "preview": self.deed(answering.preview),
            "correct": self.deed(answering.correct),
        }
        own = [
            path("receive/", view(self.receive_view), name="disclosures_revision_receive"),
            path("open/", view(self.open_view), name="disclosures_revision_open"),
            path("templates/", view(self.picker_view), name="disclosures_revision_templates"),
            *(
                path(
                    f"<int:pk>/{tail}/",
                    view(page),
                    name=f"disclosures_revision_{NAMES.get(tail, tail)}",
                )
                for tail, page in pages.items()
            ),
        ]
        return [*own, *(url for url in super().get_urls() if isinstance(url, URLPattern))]

    def receive_view(self, request: HttpRequest) -> HttpResponse:
        """Take a file in, for those who may add revisions."""
        if not request.user.has_perm("disclosures.add_revision"):
            raise PermissionDenied
        return receive(request, self.admin_site)

    def open_view(self, request: HttpRequest) -> HttpResponse:
        """Begin a disclosure without a file, for those who may add revisions."""
        if not request.user.has_perm("disclosures.add_revision"):
            raise PermissionDenied
        return open_view(request, self.admin_site)

    def picker_view(self, request: HttpRequest) -> HttpResponseBase:
        """Pick the official workbook of any department, for those who may look at revisions."""
        if not request.user.has_perm("disclosures.view_revision"):
            raise PermissionDenied
        return picker_view(request, self.admin_site)

    def narrative_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The narrative of a draft."""
        return narrative_view(request, self.admin_site, self._found(request, pk))

    def deed(self, answer: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """A small deed on a revision within the person's bounds, by POST."""

        def done(request: HttpRequest, pk: int, **more: int) -> HttpResponse:
            if request.method != "POST":
                raise Http404
            return answer(request, self._found(request, pk), *more.values())

        return done

    def seen(self, answer: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """A page of a revision, for those who may look at it."""

        def shown(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
            revision = self._found(request, pk)
            if not self.has_view_permission(request, revision):
                raise PermissionDenied
            return answer(request, revision, *more.values())

        return shown

    def place_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One place of a draft's source."""
        revision = self._found(request, pk)
        if not self.has_view_permission(request, revision):
            raise PermissionDenied
        return reviewing.place(request, self.admin_site, revision)

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

    def commented_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The workbook of a preview, with comments in its cells."""
        return commented_view(request, self._found(request, pk))

    def grid_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Type over one table of a draft, or read it."""
        revision = self._found(request, pk)
        if not self.has_view_permission(request, revision):
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
        extra = desk_of(request, revision) if revision else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    def _found(self, request: HttpRequest, pk: int) -> Revision:
        found: Revision | None = self.get_queryset(request).filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

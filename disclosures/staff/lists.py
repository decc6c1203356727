"""Admin lists of everything but revisions and tables: what is shown, searched and filtered."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from disclosures.publishing.bounds import bounds_of, within
from disclosures.records.disclosure import SEALED, Disclosure, Revision
from disclosures.staff.sealed import BoundAdmin, LookedAtAdmin, SealedAdmin


class RegionAdmin(admin.ModelAdmin):
    """Regions."""

    list_display = ("code", "name", "slug", "parent")
    search_fields = ("code", "name")
    autocomplete_fields = ("parent",)
    list_select_related = ("parent",)


class DepartmentAdmin(admin.ModelAdmin):
    """Departments and units."""

    list_display = ("name", "region", "code", "unit_code", "parent", "slug")
    list_filter = ("region",)
    search_fields = ("name", "code", "sort_key")
    autocomplete_fields = ("region", "parent")
    list_select_related = ("region", "parent")


class SuccessionAdmin(admin.ModelAdmin):
    """Which department went on with another's work."""

    list_display = ("predecessor", "successor", "reform", "year", "note")
    list_filter = ("reform",)
    search_fields = ("predecessor__name", "successor__name", "note")
    autocomplete_fields = ("predecessor", "successor")
    list_select_related = ("predecessor", "successor")


class DisclosureAdmin(BoundAdmin):
    """Disclosures."""

    department = "department"

    list_display = ("department", "fiscal_year", "kind")
    list_filter = ("fiscal_year", "kind", "department__region")
    search_fields = ("department__name",)
    autocomplete_fields = ("department",)
    list_select_related = ("department",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not once a version of it was published: its department and year are part of that."""
        return super().has_change_permission(request, obj) and not _was_published(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not once a version of it was published."""
        return super().has_delete_permission(request, obj) and not _was_published(obj)


def _was_published(disclosure: Disclosure | None) -> bool:
    return disclosure is not None and disclosure.revisions.filter(state__in=SEALED).exists()


class SectionAdmin(LookedAtAdmin):
    """Sections are spans of the revision's text, which nobody types."""

    list_display = ("revision", "number", "heading")
    search_fields = ("heading", "revision__disclosure__department__name")
    list_select_related = ("revision__disclosure__department",)
    fields = ("revision", "number", "heading", "start", "end", "text")
    readonly_fields = ("text",)


class FigureAdmin(LookedAtAdmin):
    """Quoted figures, as read."""

    list_display = ("revision", "label", "printed", "section", "key")
    list_filter = ("section", "revision__state")
    search_fields = ("key", "printed", "revision__disclosure__department__name")
    list_select_related = ("revision__disclosure__department",)

    @admin.display(description="指标名称")
    def label(self, figure: object) -> str:
        """The official name."""
        return str(getattr(figure, "label"))  # noqa: B009


class TermAdmin(LookedAtAdmin):
    """Explained terms, as read."""

    list_display = ("revision", "term", "definition")
    search_fields = ("term", "definition")
    list_select_related = ("revision__disclosure__department",)


class PrintedTableAdmin(SealedAdmin):
    """Which tables a draft prints, and why one is empty."""

    list_display = ("revision", "position", "title", "state", "printed_unit")
    list_filter = ("state", "table")
    search_fields = ("title", "revision__disclosure__department__name")


class FindingAdmin(LookedAtAdmin):
    """Check results."""

    list_display = ("revision", "rule", "severity", "outcome", "message")
    list_filter = ("outcome", "severity", "rule")
    search_fields = ("rule", "message", "revision__disclosure__department__name")
    list_select_related = ("revision__disclosure__department",)


class UploadAdmin(LookedAtAdmin):
    """Original files: one's own, and those of one's departments."""

    list_display = ("name", "size", "sha256", "verdict", "received_at", "received_by")
    search_fields = ("name", "sha256")
    date_hierarchy = "received_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """A file that became no revision is its sender's alone."""
        files = admin.ModelAdmin.get_queryset(self, request)
        if bounds_of(request.user) is None:
            return files
        revisions = within(Revision.objects.all(), request.user, "disclosure__department")
        return files.filter(
            Q(received_by=request.user)
            | Q(revisions__in=revisions)
            | Q(sources__revision__in=revisions)
        ).distinct()


class EventAdmin(LookedAtAdmin):
    """Who did what, when."""

    list_display = ("at", "revision", "deed", "state_before", "state_after", "by", "note")
    list_filter = ("verb",)
    date_hierarchy = "at"
    list_select_related = ("revision__disclosure__department", "by")


class DutyAdmin(admin.ModelAdmin):
    """Who works for which departments."""

    list_display = ("user", "department")
    search_fields = ("user__username", "department__name")
    autocomplete_fields = ("user", "department")
    list_select_related = ("user", "department")


CODE_COLUMNS = ("code", "name", "level", "is_current", "year_from", "year_to")


class CodeAdmin(admin.ModelAdmin):
    """Code lists by year."""

    list_display = CODE_COLUMNS
    list_filter = ("level", "is_current")
    search_fields = ("code", "name")


class FunctionCodeAdmin(admin.ModelAdmin):
    """Function codes, with their budget."""

    list_display = (*CODE_COLUMNS, "budget")
    list_filter = ("level", "is_current", "budget")
    search_fields = ("code", "name")


class IncomeSourceAdmin(admin.ModelAdmin):
    """Income sources."""

    list_display = ("position", "name", "key", "parent_key")


class PairAdmin(admin.ModelAdmin):
    """Which department codes stand under which government codes."""

    list_display = ("government_code", "department_code", "payer")
    search_fields = ("government_code", "department_code")

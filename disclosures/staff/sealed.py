"""Admin for what hangs on a revision: drafts may be edited, the published only looked at."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from disclosures.publishing.bounds import within
from disclosures.records.disclosure import EDITABLE, Revision


def revision_of(obj: Any) -> Revision:
    """The revision that a record belongs to."""
    return obj if isinstance(obj, Revision) else obj.revision


def is_editable(obj: Model) -> bool:
    """Whether a record may be changed: its revision is a draft or was returned."""
    return revision_of(obj).state in EDITABLE


class BoundAdmin(admin.ModelAdmin):
    """Shows each person the departments they work for, and no other's."""

    list_per_page = 50
    department = "revision__disclosure__department"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Within the person's bounds; what is outside is not found."""
        return within(super().get_queryset(request), request.user, self.department)


class SealedAdmin(BoundAdmin):
    """Refuses to change or delete what is under review, approved or published."""

    list_select_related: ClassVar[tuple[str, ...]] = ("revision__disclosure__department",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only drafts, and only with the permission."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or is_editable(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only drafts; and one at a time, so that no list action slips past the check."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and obj is not None and is_editable(obj)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """A record may be added to or moved between drafts only."""
        if db_field.name == "revision":
            drafts = Revision.objects.filter(state__in=EDITABLE)
            kwargs["queryset"] = within(drafts, request.user, "disclosure__department")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LookedAtAdmin(BoundAdmin):
    """Written by the portal alone: people may only look."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

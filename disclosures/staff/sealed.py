"""Admin for what hangs on a revision: drafts may be edited, the published only looked at."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from disclosures.records.disclosure import Revision, State

EDITABLE = (State.DRAFT, State.RETURNED)


def revision_of(obj: Any) -> Revision:
    """The revision that a record belongs to."""
    return obj if isinstance(obj, Revision) else obj.revision


def is_editable(obj: Model) -> bool:
    """Whether a record may be changed: its revision is a draft or was returned."""
    return revision_of(obj).state in EDITABLE


class SealedAdmin(admin.ModelAdmin):
    """Refuses to change or delete what is under review, approved or published."""

    list_per_page = 50
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
            kwargs["queryset"] = Revision.objects.filter(state__in=EDITABLE)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LookedAtAdmin(admin.ModelAdmin):
    """Written by the portal alone: people may only look."""

    list_per_page = 50

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

"""The admin of approvals: finance enters the day, and says whether the public may see it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from disclosures.records.approval import Approval
from disclosures.staff.sealed import BoundAdmin


class ApprovalAdmin(BoundAdmin):
    """批复: one a department, year and kind. The audit trail keeps what a day was before."""

    department = "department"
    list_display = (
        "department",
        "fiscal_year",
        "kind",
        "approved_on",
        "document",
        "is_announced",
    )
    list_filter = ("is_announced", "fiscal_year", "kind", "department__region")
    search_fields = ("department__name", "department__sort_key", "document")
    autocomplete_fields = ("department",)
    list_select_related = ("department", "fiscal_year")
    date_hierarchy = "approved_on"
    actions = ("announce",)

    @admin.action(description="对外公布所选批复", permissions=("change",))
    def announce(self, request: HttpRequest, chosen: QuerySet[Approval]) -> None:
        """Make the chosen approvals public."""
        count = chosen.update(is_announced=True)
        self.message_user(request, f"已对外公布 {count} 项批复。")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """The form as the last one was left: approvals are entered by the dozen."""
        last = self.get_queryset(request).order_by("-pk").first()
        given = super().get_changeform_initial_data(request)
        if last is None:
            return given
        return {
            "fiscal_year": last.fiscal_year_id,
            "kind": last.kind,
            "approved_on": last.approved_on,
            "document": last.document,
        } | given

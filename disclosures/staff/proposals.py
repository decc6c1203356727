"""沿革提议: what documents and lists say of reforms, for a person to confirm or leave aside."""

from collections.abc import Callable

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from disclosures.publishing.proposing import confirm_proposal, dismiss_proposal
from disclosures.publishing.refused import ActionError
from disclosures.records.succession import Decision, SuccessionProposal


class ProposalAdmin(admin.ModelAdmin):
    """What is still lacking (year, which department) is filled in; the words stay as printed."""

    list_display = ("predecessor_name", "successor", "reform", "year", "evidence", "decision")
    list_filter = ("decision", "reform")
    search_fields = ("predecessor_name", "successor__name", "evidence")
    autocomplete_fields = ("predecessor",)
    list_select_related = ("successor",)
    fields = (
        "predecessor_name",
        "predecessor",
        "successor",
        "reform",
        "year",
        "evidence",
        "decision",
        "decided_by",
        "decided_at",
    )
    readonly_fields = (
        "predecessor_name",
        "successor",
        "evidence",
        "decision",
        "decided_by",
        "decided_at",
    )
    actions = ("confirm", "dismiss")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: a proposal comes from a document or a list."""
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: SuccessionProposal | None = None
    ) -> bool:
        """One that was decided stays as it is."""
        is_open = obj is None or obj.decision == Decision.OPEN
        return is_open and super().has_change_permission(request, obj)

    @admin.action(description="确认所选提议，登记为部门沿革", permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[SuccessionProposal]) -> None:
        """Make lines of departments of those that lack nothing."""
        self._each(request, queryset, confirm_proposal, "已确认")

    @admin.action(description="不采纳所选提议", permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: QuerySet[SuccessionProposal]) -> None:
        """Leave them aside."""
        self._each(request, queryset, dismiss_proposal, "已标为不采纳")

    def _each(
        self,
        request: HttpRequest,
        queryset: QuerySet[SuccessionProposal],
        deed: Callable[..., object],
        done: str,
    ) -> None:
        count = 0
        for each in queryset:
            try:
                deed(proposal=each, by=request.user)
                count += 1
            except ActionError as error:
                messages.error(request, str(error))
        if count:
            messages.success(request, f"{done} {count} 条。")

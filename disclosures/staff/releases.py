"""公开计划: approved revisions of one or of all departments, made public together at one moment."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse

from disclosures.publishing.bounds import within
from disclosures.publishing.refused import ActionError
from disclosures.publishing.releases import cancel_release, plan_release
from disclosures.records.disclosure import Revision, State
from disclosures.records.release import Release, ReleaseState
from disclosures.staff.sealed import LookedAtAdmin


class ReleaseForm(forms.Form):
    """Which revisions, and when."""

    revisions = forms.ModelMultipleChoiceField(
        queryset=Revision.objects.none(),
        label="公开版本",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择要公开的版本。"},
    )
    due_at = forms.DateTimeField(
        label="公开时间",
        help_text="例如 2026-02-20 09:00；所选各版到时一起公开，有一份不能公开则全部不公开。",
        error_messages={"invalid": "请写成 2026-02-20 09:00。", "required": "请写明公开时间。"},
    )
    note = forms.CharField(label="说明", required=False, max_length=500)


@dataclass(frozen=True)
class Scope:
    """All that is approved of one year, in one region or in all, with the words that choose it."""

    label: str
    count: int
    query: str


def ready_for(user: Any) -> QuerySet[Revision]:
    """What a person may plan: approved, within their bounds and in no other waiting plan."""
    approved = Revision.objects.filter(state=State.APPROVED).exclude(
        releases__state=ReleaseState.WAITING
    )
    found = approved.select_related("disclosure__department__region")
    return within(found, user, "disclosure__department").order_by(
        "-disclosure__fiscal_year", "disclosure__department__sort_key"
    )


def in_scope(ready: QuerySet[Revision], asked: QueryDict) -> list[Revision]:
    """The revisions that `?year=` and `?region=` choose at once; none when no year is named."""
    year, region = asked.get("year", ""), asked.get("region", "")
    return [
        each
        for each in ready
        if str(each.disclosure.fiscal_year_id) == year
        and region in ("", each.disclosure.department.region.slug)
    ]


def scopes_of(ready: QuerySet[Revision]) -> list[Scope]:
    """Each year with something approved, whole and region by region."""
    found: dict[tuple[int, str, str], int] = {}
    for each in ready:
        year, region = each.disclosure.fiscal_year_id, each.disclosure.department.region
        for place in (("", "全部地区"), (region.slug, region.name)):
            found[(year, *place)] = found.get((year, *place), 0) + 1
    return [
        Scope(f"{year}年 {name}", count, f"year={year}" + (f"&region={slug}" if slug else ""))
        for (year, slug, name), count in found.items()
    ]


class ReleaseAdmin(LookedAtAdmin):
    """Plans are made whole and cancelled whole; nobody edits one."""

    list_display = ("due_at", "state", "count", "outcome", "made_by", "ended_at")
    list_filter = ("state",)
    fields = ("due_at", "state", "outcome", "note", "revisions", "made_by", "made_at", "ended_at")
    change_form_template = "admin/release_change.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Plans that hold a revision within the person's bounds."""
        plans = admin.ModelAdmin.get_queryset(self, request)
        mine = within(Revision.objects.all(), request.user, "disclosure__department")
        return plans.filter(revisions__in=mine).distinct().prefetch_related("revisions")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may publish."""
        return request.user.has_perm("disclosures.publish_revision")

    def count(self, release: Release) -> int:
        """How many revisions."""
        return len(release.revisions.all())

    count.short_description = "份数"  # type: ignore[attr-defined]

    def get_urls(self) -> list[URLPattern]:
        """The cancelling, before the stock addresses."""
        cancel = self.admin_site.admin_view(self.cancel_view)
        own = path("<int:pk>/cancel/", cancel, name="disclosures_release_cancel")
        return [own, *(url for url in super().get_urls() if isinstance(url, URLPattern))]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Choose among all that is approved."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        mine = ready_for(request.user)
        chosen = in_scope(mine, request.GET)
        form = ReleaseForm(request.POST or None, initial={"revisions": chosen})
        form.fields["revisions"].queryset = mine  # type: ignore[attr-defined]
        if form.is_valid() and self._is_planned(request, form):
            return HttpResponseRedirect(reverse("admin:disclosures_release_changelist"))
        context = self.admin_site.each_context(request) | {
            "title": "新建公开计划",
            "form": form,
            "is_empty": not mine.exists(),
            "scopes": scopes_of(mine),
            "chosen": len(chosen),
        }
        return render(request, "admin/release.html", context, status=400 if form.errors else 200)

    def _is_planned(self, request: HttpRequest, form: ReleaseForm) -> bool:
        try:
            made = plan_release(by=request.user, **form.cleaned_data)
        except ActionError as error:
            form.add_error(None, str(error))
            return False
        messages.success(request, f"已建立公开计划：{made}。")
        return True

    def cancel_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Cancel a waiting plan."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if request.method == "POST":
            try:
                cancel_release(release=release, by=request.user)
            except ActionError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, "公开计划已取消。")
        return HttpResponseRedirect(reverse("admin:disclosures_release_change", args=(pk,)))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The stock page, with the cancelling where it may be done."""
        plan = self.get_object(request, object_id)
        waiting = plan is not None and plan.state == ReleaseState.WAITING
        extra = {"may_cancel": waiting and self.has_add_permission(request)}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

"""The small deeds of the desk: a reason for a warning, a plan, a preview link."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from disclosures.publishing.correcting import begin_correction
from disclosures.publishing.explaining import explain_finding
from disclosures.publishing.previewing import HOURS, preview_token
from disclosures.publishing.refused import ActionError
from disclosures.publishing.releases import plan_release
from disclosures.records.disclosure import Revision
from disclosures.staff.returning import back_to, desk


class PlanForm(forms.Form):
    """When to publish, in the portal's own time."""

    due_at = forms.DateTimeField(
        label="公开时间", error_messages={"invalid": "请写成 2026-02-20 09:00。"}
    )
    note = forms.CharField(label="说明", required=False, max_length=500)


def explain(request: HttpRequest, revision: Revision, pk: int) -> HttpResponse:
    """State the reason of one warning."""
    finding = get_object_or_404(revision.finding_set, pk=pk)
    reason = request.POST.get("reason", "")
    return _done(
        request,
        revision,
        "情况说明已保存，将与核对结果一并公开。",
        lambda: explain_finding(finding=finding, reason=reason, by=request.user),
    )


def correct(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Begin a correction; the desk of the new draft follows."""
    try:
        draft = begin_correction(
            revision=revision, reason=request.POST.get("reason", ""), by=request.user
        )
    except ActionError as error:
        messages.error(request, str(error))
        return desk(revision)
    messages.success(request, f"{draft}：已复制第{revision.number}版的内容，请在这里更正。")
    return desk(draft)


def plan(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Plan the publication of one revision."""
    form = PlanForm(request.POST)
    if not form.is_valid():
        messages.error(request, "；".join(str(each[0]) for each in form.errors.values()))
        return desk(revision)
    return _done(
        request,
        revision,
        "已列入公开计划，到时自动公开。",
        lambda: plan_release(
            revisions=[revision],
            due_at=form.cleaned_data["due_at"],
            note=form.cleaned_data["note"],
            by=request.user,
        ),
    )


def preview(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Make a link to the public page of a draft, good for some hours."""
    try:
        token = preview_token(revision=revision, by=request.user)
    except ActionError as error:
        messages.error(request, str(error))
        return desk(revision)
    url = request.build_absolute_uri(reverse("pages:preview-disclosure", args=(token,)))
    until = timezone.localtime(timezone.now() + timedelta(hours=HOURS))
    told = format_html(
        '预览链接（{} 前有效，请勿外传）：<a href="{}">{}</a>', f"{until:%m月%d日 %H:%M}", url, url
    )
    messages.success(request, told)
    return desk(revision)


def _done(request: HttpRequest, revision: Revision, said: str, deed: Any) -> HttpResponse:
    try:
        deed()
    except ActionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return back_to(request, revision)

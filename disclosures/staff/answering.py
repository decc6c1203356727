"""The small deeds of the desk: a reason for a warning, a remark, a plan, a preview link."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from disclosures.publishing.explaining import explain_finding
from disclosures.publishing.previewing import HOURS, preview_token
from disclosures.publishing.refused import ActionError
from disclosures.publishing.releases import plan_release
from disclosures.publishing.remarks import pin_remark, settle_remark
from disclosures.records.disclosure import Revision
from disclosures.records.remark import Remark


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


def remark(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Pin a remark to a cell, a section or the whole."""
    place = request.POST.get("place", "")
    kind, _, name = place.partition(":")
    pinned = Remark(revision=revision, text=request.POST.get("text", "").strip())
    if kind == "table" and revision.printedtable_set.filter(table=name).exists():
        row = request.POST.get("row", "")
        pinned.table = name
        pinned.row = int(row) - 1 if row.isdecimal() and 0 < int(row) < 10**6 else None
    elif kind == "section" and name.isdecimal() and len(name) < 3:
        pinned.section = int(name)
    return _done(
        request, revision, "批注已保存。", lambda: pin_remark(remark=pinned, by=request.user)
    )


def settle(request: HttpRequest, revision: Revision, pk: int) -> HttpResponse:
    """Say that a remark was dealt with."""
    found = get_object_or_404(revision.remark_set, pk=pk)
    return _done(
        request, revision, "已标为处理完毕。", lambda: settle_remark(remark=found, by=request.user)
    )


def plan(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Plan the publication of one revision."""
    form = PlanForm(request.POST)
    if not form.is_valid():
        messages.error(request, "；".join(str(each[0]) for each in form.errors.values()))
        return _back(revision)
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
        token = preview_token(revision)
    except ActionError as error:
        messages.error(request, str(error))
        return _back(revision)
    url = request.build_absolute_uri(reverse("pages:preview-disclosure", args=(token,)))
    until = timezone.localtime(timezone.now() + timedelta(hours=HOURS))
    told = format_html(
        '预览链接（{} 前有效，请勿外传）：<a href="{}">{}</a>', f"{until:%m月%d日 %H:%M}", url, url
    )
    messages.success(request, told)
    return _back(revision)


def _done(request: HttpRequest, revision: Revision, said: str, deed: Any) -> HttpResponse:
    if request.method != "POST":
        raise Http404
    try:
        deed()
    except ActionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return _back(revision)


def _back(revision: Revision) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:disclosures_revision_change", args=(revision.pk,)))

"""接收公开文件: the officer hands in a document and gets a draft, or a plain reason why not."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.documents.decoding import check_size
from disclosures.documents.refusal import RefusedError
from disclosures.publishing.intake import Intake, IntakeError, take_in_document
from disclosures.staff.sending import refused, went_well

MOST_NAMED = 5  # tables that a message names


class ReceivingForm(forms.Form):
    """One file."""

    document = forms.FileField(
        label="公开文件",
        help_text="公开的原文件：PDF、Word（.docx）、网页（.html）或文本（.txt），不超过 20 MB。",
        error_messages={"required": "请选择一个文件。", "empty": "文件是空的，请检查后重新上传。"},
    )

    def clean_document(self) -> Any:
        """Refuse by size before anything is read."""
        document = self.cleaned_data["document"]
        try:
            check_size(document.size)
        except RefusedError as error:
            raise forms.ValidationError(error.refusal.reason) from error
        return document


def said_of(taken: Intake) -> str:
    """What became of a file, and what of the draft is none of its own."""
    if not taken.is_new:
        return f"{taken.revision}：这份文件以前已经收入，没有变化。"
    said = f"{taken.revision}：已收入为草稿。"
    if taken.joined_with:
        said += f"文件只有表格或只有编制说明，另一半沿用先前收入的“{taken.joined_with}”。"
    if taken.tables_kept:
        named = "、".join(f"“{each}”" for each in taken.tables_kept[:MOST_NAMED])
        more = "等" if len(taken.tables_kept) > MOST_NAMED else ""
        said += f"沿用的表有{len(taken.tables_kept)}张：{named}{more}。不再公开的，请在草稿中更正。"
    return said


def receive(request: HttpRequest, site: admin.AdminSite) -> HttpResponse:
    """Take the file in; the draft's page follows."""
    is_sent = request.method == "POST"
    form = ReceivingForm(request.POST, request.FILES) if is_sent else ReceivingForm()
    if is_sent and form.is_valid():
        document = form.cleaned_data["document"]
        try:
            taken = take_in_document(data=document.read(), filename=document.name, by=request.user)
        except IntakeError as error:
            form.add_error("document", str(error))
        else:
            messages.success(request, said_of(taken))
            doubtful = taken.revision.doubt_set.filter(settled_at=None).exists()
            page = reverse(
                f"admin:disclosures_revision_{'review' if doubtful else 'change'}",
                args=(taken.revision.pk,),
            )
            return went_well(request, page)
    if answer := refused(request, form):
        return answer
    context = site.each_context(request) | {"form": form, "title": "接收公开文件"}
    return render(request, "admin/receive.html", context, status=400 if form.errors else 200)

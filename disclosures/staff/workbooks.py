"""工作簿: the officer hands in tables, sees what they would change, and confirms exactly that."""

from io import BytesIO
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from disclosures.documents.decoding import check_size
from disclosures.documents.refusal import RefusedError
from disclosures.exports.workbook.write import MEDIA_TYPE
from disclosures.publishing.intake import IntakeError
from disclosures.publishing.workbooks import (
    DryRun,
    commented_workbook,
    hold_workbook,
    preview_workbook,
    take_in_workbook,
)
from disclosures.records.disclosure import Revision
from disclosures.records.upload import Upload
from disclosures.staff.findings import by_gravity
from disclosures.staff.sealed import is_editable
from disclosures.staff.sending import refused, went_well

ROWS_A_PAGE = 100


class WorkbookForm(forms.Form):
    """One workbook."""

    workbook = forms.FileField(
        label="工作簿",
        help_text="官方表格，Excel、WPS 或 LibreOffice（.xlsx、.xls、.et、.ods），不超过 20 MB。",
        error_messages={"required": "请选择一个文件。", "empty": "文件是空的，请检查后重新上传。"},
    )

    def clean_workbook(self) -> Any:
        """Refuse by size before anything is read."""
        workbook = self.cleaned_data["workbook"]
        try:
            check_size(workbook.size)
        except RefusedError as error:
            raise forms.ValidationError(error.refusal.reason) from error
        return workbook


def workbook_view(request: HttpRequest, site: admin.AdminSite, revision: Revision) -> HttpResponse:
    """Upload, dry run and confirmation, each an address of its own."""
    if not request.user.has_perm("disclosures.change_revision") or not is_editable(revision):
        raise PermissionDenied
    if request.method == "POST" and "stamp" in request.POST:
        return _confirmed(request, site, revision)
    if request.method == "POST":
        return _uploaded(request, site, revision)
    if number := request.GET.get("upload", ""):
        return _previewed(request, site, revision, _upload(number))
    return _page(request, site, revision, WorkbookForm())


def commented_view(request: HttpRequest, revision: Revision) -> HttpResponseBase:
    """The officer's own workbook back, with comments in the cells that need a look."""
    if not request.user.has_perm("disclosures.change_revision") or not is_editable(revision):
        raise PermissionDenied
    upload = _upload(request.GET.get("upload", ""))
    try:
        data = commented_workbook(revision=revision, data=_bytes(upload), filename=upload.name)
    except IntakeError as error:
        messages.error(request, str(error))
        page = reverse("admin:disclosures_revision_workbook", args=(revision.pk,))
        return HttpResponseRedirect(page)
    name = f"{upload.name.rsplit('.', 1)[0]}-批注.xlsx"
    return FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type=MEDIA_TYPE)


def _uploaded(request: HttpRequest, site: admin.AdminSite, revision: Revision) -> HttpResponse:
    form = WorkbookForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["workbook"]
        try:
            upload = hold_workbook(data=file.read(), filename=file.name, by=request.user)
        except IntakeError as error:
            form.add_error("workbook", str(error))
        else:
            return went_well(request, f"{request.path}?upload={upload.pk}")
    return refused(request, form) or _page(request, site, revision, form)


def _previewed(
    request: HttpRequest, site: admin.AdminSite, revision: Revision, upload: Upload
) -> HttpResponse:
    try:
        run = preview_workbook(revision=revision, data=_bytes(upload), filename=upload.name)
    except IntakeError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(request.path)
    return _page(request, site, revision, WorkbookForm(), run, upload)


def _confirmed(request: HttpRequest, site: admin.AdminSite, revision: Revision) -> HttpResponse:
    upload = _upload(request.POST.get("upload", ""))
    try:
        run = take_in_workbook(
            revision=revision,
            data=_bytes(upload),
            filename=upload.name,
            stamp=request.POST["stamp"],
            by=request.user,
        )
    except IntakeError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(f"{request.path}?upload={upload.pk}")
    said = f"已导入 {len(run.changes)} 张表的变动" if run.changes else "与草稿相同，没有变化"
    messages.success(request, f"{upload.name}：{said}。")
    return HttpResponseRedirect(reverse("admin:disclosures_revision_change", args=(revision.pk,)))


def _page(
    request: HttpRequest,
    site: admin.AdminSite,
    revision: Revision,
    form: WorkbookForm,
    run: DryRun | None = None,
    upload: Upload | None = None,
) -> HttpResponse:
    rows = [(table, row) for table in run.changes for row in table.lines] if run else []
    context = site.each_context(request) | {
        "title": "导入工作簿",
        "form": form,
        "original": revision,
        "run": run,
        "upload": upload,
        "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "findings": sorted((each for each in run.findings if each.stands_out), key=by_gravity)
        if run
        else [],
    }
    return render(request, "admin/workbook.html", context, status=400 if form.errors else 200)


def _upload(number: str) -> Upload:
    if not number.isdecimal():
        raise Http404
    return get_object_or_404(Upload, pk=int(number))


def _bytes(upload: Upload) -> bytes:
    with upload.stored.open("rb") as file:
        return bytes(file.read())

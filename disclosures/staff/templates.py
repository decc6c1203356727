"""官方模板: the official workbook of any department, year and form, with or without a draft."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import FORMS, NATIONAL, Choice, form_named, forms_of
from disclosures.exports.workbook.official import last_published, official_template
from disclosures.exports.workbook.write import MEDIA_TYPE
from disclosures.publishing.bounds import within
from disclosures.records.disclosure import EARLIEST, LATEST, Kind, Revision
from disclosures.records.places import Department

LAST_YEAR = "last_year"


class TemplateForm(forms.Form):
    """Whose workbook, of which year and kind."""

    department = forms.ModelChoiceField(Department.objects.none(), label="部门")
    year = forms.IntegerField(label="年度", min_value=EARLIEST + 1, max_value=LATEST)
    kind = forms.ChoiceField(label="类别")

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.GET if "department" in request.GET else None)
        chosen, kind = self.fields["department"], self.fields["kind"]
        assert isinstance(chosen, forms.ModelChoiceField)
        assert isinstance(kind, forms.ChoiceField)
        chosen.queryset = within(Department.objects.select_related("region"), request.user, "pk")
        known = {NATIONAL.kind, *(each.kind for each in FORMS.values())}
        kind.choices = [each for each in Kind.choices if each[0] in known]
        self.initial = {"year": timezone.localdate().year, "kind": Kind.BUDGET}


@dataclass(frozen=True)
class Offer:
    """A form that the department may fill in, and what of the year before stands beside it."""

    choice: Choice
    last: Revision | None


def picker_view(request: HttpRequest, site: admin.AdminSite) -> HttpResponseBase:
    """Pick a department, a year and a kind; then a form, blank or with last year's figures."""
    form = TemplateForm(request)
    offers: tuple[Offer, ...] = ()
    if form.is_bound and form.is_valid():
        wish = form.cleaned_data
        department: Department = wish["department"]
        choices = forms_of(department.region.code, wish["year"], Kind(wish["kind"]))
        if name := request.GET.get("form"):
            return _picked(request, department, wish["year"], choices, name)
        last = last_published(department, wish["year"], wish["kind"])
        offers = tuple(Offer(each, last) for each in choices)
    context: dict[str, Any] = site.each_context(request) | {
        "title": "下载官方模板",
        "form": form,
        "offers": offers,
        "before": form.cleaned_data["year"] - 1 if offers else None,
    }
    return render(request, "admin/templates.html", context, status=400 if form.errors else 200)


def template_view(request: HttpRequest, revision: Revision) -> FileResponse:
    """The official workbook of a draft's own form."""
    form = form_named(revision.form)
    if not request.user.has_perm("disclosures.view_revision") or form is None:
        raise PermissionDenied
    disclosure = revision.disclosure
    return _file(request, disclosure.department, disclosure.fiscal_year_id, form)


def _picked(
    request: HttpRequest, department: Department, year: int, choices: tuple[Choice, ...], name: str
) -> FileResponse:
    form = next((each.form for each in choices if each.form.name == name), None)
    if form is None:
        raise Http404
    return _file(request, department, year, form)


def _file(request: HttpRequest, department: Department, year: int, form: Form) -> FileResponse:
    """The file; `?last_year` asks for last year's published figures beside the empty cells."""
    with_last_year = LAST_YEAR in request.GET
    data = official_template(department, year, form, with_last_year=with_last_year)
    said = "附上年数" if with_last_year else "空白"
    name = f"{department}{year}年部门{form.kind.label}-{form.label}-{said}模板.xlsx"
    return FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type=MEDIA_TYPE)

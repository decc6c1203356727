"""新建公开: a department, a year and a form make a draft; no file is needed."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import FORMS, NATIONAL, form_named, form_to_begin
from disclosures.publishing.bounds import within
from disclosures.publishing.opening import BegunError, open_disclosure, write_draft_narrative
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EARLIEST, LATEST, Kind, State
from disclosures.records.places import Department, Region

BY_PLACE = ""  # the form that goes with the department's place and the year


class OpeningForm(forms.Form):
    """Whose budget, of which year, in which form."""

    department = forms.ModelChoiceField(Department.objects.none(), label="部门")
    year = forms.IntegerField(label="预算年度", min_value=EARLIEST, max_value=LATEST)
    form = forms.ChoiceField(
        label="表式", required=False, help_text="不选时，按部门所在地区和年度确定。"
    )
    writes = forms.BooleanField(
        label="同时起草编制说明",
        required=False,
        help_text="表格填好后再起草，能写出的数字更多；现在起草则各数待填。",
    )

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST if request.method == "POST" else None, label_suffix="")
        departments = within(Department.objects.select_related("region"), request.user, "pk")
        chosen = self.fields["department"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = departments
        budgets = [each for each in (*FORMS.values(), NATIONAL) if each.kind == Kind.BUDGET]
        names = [(each.name, each.label) for each in budgets]
        self.fields["form"].choices = [(BY_PLACE, "自动确定"), *names]  # type: ignore[attr-defined]
        self.fields["year"].initial = timezone.localdate().year

    def chosen_form(self) -> Form:
        """The form that was chosen, or the one that goes with place and year."""
        said = form_named(self.cleaned_data["form"])
        region: Region = self.cleaned_data["department"].region
        return said or form_to_begin(region.code, self.cleaned_data["year"])


def open_view(request: HttpRequest, site: admin.AdminSite) -> HttpResponse:
    """The form, or the new draft's page."""
    form, begun = OpeningForm(request), None
    if request.method == "POST" and form.is_valid():
        try:
            return _opened(request, form)
        except BegunError as error:
            form.add_error(None, str(error))
            begun = error.revision
        except ActionError as error:
            form.add_error(None, str(error))
    context: dict[str, Any] = site.each_context(request) | {
        "form": form,
        "title": "新建公开",
        "begun": begun,
        "is_public": begun is not None and begun.state == State.PUBLISHED,
    }
    return render(request, "admin/opening.html", context, status=400 if form.errors else 200)


def _opened(request: HttpRequest, form: OpeningForm) -> HttpResponse:
    revision = open_disclosure(
        department=form.cleaned_data["department"],
        year=form.cleaned_data["year"],
        form=form.chosen_form(),
        by=request.user,
    )
    said = f"{revision}：已新建为草稿。请填写各表，或导入工作簿。"
    if form.cleaned_data["writes"]:
        left = write_draft_narrative(revision=revision, by=request.user)
        said += f"编制说明已起草，还有 {left} 处待填。"
    messages.success(request, said)
    return HttpResponseRedirect(reverse("admin:disclosures_revision_change", args=(revision.pk,)))

"""应公开部门: the list of who has to publish, entered line by line or from a CSV file."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from disclosures.publishing.obligations import take_in_list
from disclosures.publishing.refused import ActionError

COLUMNS = "地区、年度、部门，可加依据；地区写名称或行政区划代码"


class ListForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label="名单（CSV）",
        help_text=f"第一行为栏目名：{COLUMNS}。已经登记的行不变。",
        error_messages={"required": "请选择一个文件。", "empty": "文件是空的。"},
    )


class ObligationAdmin(admin.ModelAdmin):
    """One line a region, year and department; public as soon as it is entered."""

    list_display = ("name", "region", "fiscal_year", "source")
    list_filter = ("fiscal_year", "region")
    search_fields = ("name",)
    list_select_related = ("region", "fiscal_year")
    list_per_page = 100
    change_list_template = "admin/obligations.html"

    def get_urls(self) -> list[URLPattern]:
        """The stock addresses, and the file's."""
        view = self.admin_site.admin_view(self.take_in)
        return [path("take-in/", view, name="disclosures_obligation_take_in"), *super().get_urls()]

    def take_in(self, request: HttpRequest) -> HttpResponse:
        """Take a list in; back to all lines, or the form again with what is wrong."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        is_sent = request.method == "POST"
        form = ListForm(request.POST, request.FILES) if is_sent else ListForm()
        if is_sent and form.is_valid():
            try:
                taken = take_in_list(form.cleaned_data["file"].read())
            except ActionError as error:
                form.add_error("file", str(error))
            else:
                said = f"新登记 {taken.added} 个应公开部门，{taken.known} 个早已登记。"
                messages.success(request, said)
                return HttpResponseRedirect(reverse("admin:disclosures_obligation_changelist"))
        context: dict[str, Any] = self.admin_site.each_context(request)
        context |= {"form": form, "title": "导入应公开部门名单"}
        status = 400 if form.errors else 200
        return render(request, "admin/obligations_file.html", context, status=status)

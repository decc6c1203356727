"""The official workbook without a draft: for any department within one's bounds, year and form."""

from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html

from disclosures.documents.forms.registry import NATIONAL, forms_of
from disclosures.models import Department, Duty, Region, Revision
from disclosures.publishing.roles import APPROVER
from disclosures.records.disclosure import Kind
from tests.publishing.conftest import People, draft, people, published

__all__ = ["draft", "people", "published"]

PICKER = "admin:disclosures_revision_templates"


@pytest.fixture
def approver(client: Client, people: People, seed: bytes) -> Client:
    """Somebody of one department alone, in a city that has a form, who may not add revisions."""
    own = Department.objects.create(
        region=Region.objects.get(code="530100"), name="昆明市某局", slug="mou-ju"
    )
    made = User.objects.create_user("here", is_staff=True)
    made.groups.add(Group.objects.get(name=APPROVER))
    Duty.objects.create(user=made, department=own)
    client.force_login(made, backend="django.contrib.auth.backends.ModelBackend")
    return client


def own() -> Department:
    return Department.objects.get(slug="mou-ju")


def wish(**more: object) -> dict[str, object]:
    return {"department": own().pk, "year": 2026, "kind": "budget"} | more


def texts(data: bytes) -> set[str]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {str(c.value) for each in book.worksheets for line in each.iter_rows() for c in line}


def test_a_department_without_a_draft_gets_its_places_workbook(approver: Client) -> None:
    page = lxml_html.fromstring(approver.get(reverse(PICKER), wish()).content.decode())
    named = [each.text for each in page.xpath("//section/h2")]
    assert named == ["昆明市2026年部门预算公开表", NATIONAL.label]
    assert not page.xpath("//a[contains(., '附有上年公布数')]")
    assert "没有已公开的2025年预算" in page.text_content()
    (first, _) = page.xpath("//a[contains(., '下载空白模板')]/@href")
    answer = approver.get(reverse(PICKER) + first)
    assert "昆明市某局2026年部门预算" in unquote(answer["Content-Disposition"])
    data = answer.getvalue()
    assert any("部门：昆明市某局" in each and "2026年" in each for each in texts(data))
    assert data == approver.get(reverse(PICKER) + first).getvalue()
    assert Revision.objects.count() == 0


def test_last_year_comes_from_what_is_published_alone(
    client: Client, people: People, draft: Revision
) -> None:
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    department = draft.disclosure.department
    asked = {"department": department.pk, "year": draft.disclosure.fiscal_year_id + 1}
    sent = asked | {"kind": "budget", "form": "national", "last_year": "1"}
    assert (
        "没有已公开的" in client.get(reverse(PICKER), asked | {"kind": "budget"}).content.decode()
    )
    before = client.get(reverse(PICKER), sent).getvalue()
    assert not any("上年公布数" in each for each in texts(before))


def test_last_year_stands_beside_the_empty_cells(
    client: Client, people: People, published: Revision
) -> None:
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    department = published.disclosure.department
    year = published.disclosure.fiscal_year_id + 1
    asked = {"department": department.pk, "year": year, "kind": "budget"}
    page = lxml_html.fromstring(client.get(reverse(PICKER), asked).content.decode())
    (link, *_) = page.xpath("//a[contains(., '附有上年公布数')]/@href")
    found = texts(client.get(reverse(PICKER) + link).getvalue())
    assert any("上年公布数" in each for each in found)
    assert "3.36" in found


def test_departments_of_others_and_unknown_forms_are_refused(approver: Client) -> None:
    other = Department.objects.create(region=own().region, name="另一局", slug="ling-yi-ju")
    assert "另一局" not in approver.get(reverse(PICKER)).content.decode()
    refused = approver.get(reverse(PICKER), wish(department=other.pk, form="kunming-2026"))
    assert refused.status_code == 400
    assert approver.get(reverse(PICKER), wish(form="kunming-2022")).status_code == 404
    assert approver.get(reverse(PICKER), wish(form="nobody")).status_code == 404
    assert approver.get(reverse(PICKER), wish(year=1999)).status_code == 400


def test_who_may_look_at_nothing_gets_nothing(client: Client, people: People) -> None:
    client.force_login(
        User.objects.create_user("nobody", is_staff=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    assert client.get(reverse(PICKER)).status_code == 403


def test_it_is_linked_where_the_work_begins(
    client: Client, people: People, approver: Client
) -> None:
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    for page in ("admin:index", "admin:disclosures_revision_open"):
        assert reverse(PICKER) in client.get(reverse(page)).content.decode(), page


def test_the_forms_of_a_place_and_year() -> None:
    assert [each.form.name for each in forms_of("530100", 2022)] == ["kunming-2022", "national"]
    (nearest, national) = forms_of("530102", 2019)
    assert (nearest.form.name, national.form) == ("kunming-2022", NATIONAL)
    assert "沿用最相近的" in nearest.note
    assert [each.form for each in forms_of("990000", 2026)] == [NATIONAL]
    assert all(each.form.kind == Kind.FINAL for each in forms_of("530100", 2026, Kind.FINAL))


def test_the_command_writes_it_or_says_what_is_missing(approver: Client, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    call_command("write_template", "530100", "昆明市某局", "2026", output=path)
    assert any("部门：昆明市某局" in each for each in texts(path.read_bytes()))
    with pytest.raises(CommandError, match="没有名为“某某局”的部门"):
        call_command("write_template", "530100", "某某局", "2026", output=path)
    with pytest.raises(CommandError, match="kunming-2026"):
        call_command("write_template", "530100", "昆明市某局", "2026", form="x", output=path)


def test_last_year_s_lines_alone_are_not_taken_in(
    client: Client, people: People, published: Revision
) -> None:
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    department = published.disclosure.department
    year = published.disclosure.fiscal_year_id + 1
    client.post(
        reverse("admin:disclosures_revision_open"),
        {"department": department.pk, "year": year, "form": "kunming-2022"},
    )
    new = Revision.objects.get(disclosure__fiscal_year=year)
    url = reverse("admin:disclosures_revision_template", args=(new.pk,))
    data = client.get(url, {"last_year": ""}).getvalue()
    assert "没有一张表填有内容" in handed_in(client, new, data)
    book = openpyxl.load_workbook(BytesIO(data))
    (sheet,) = [each for each in book.worksheets if "按功能科目分类" in each.title]
    codes = [str(line[0].value or "") for line in sheet.iter_rows(min_row=5)]
    assert "2080505" in codes
    for line in (line for each in book.worksheets for line in each.iter_rows()):
        for cell in (each for each in line if each.data_type == "f"):
            cell.value = None  # openpyxl calculates nothing, and so leaves no results
    sheet.cell(5 + codes.index("2080505"), 3, 12.5)
    stream = BytesIO()
    book.save(stream)
    page = handed_in(client, new, stream.getvalue())
    assert "有变动的表 1<" in page
    assert "只有科目，没有金额" in page


def handed_in(client: Client, revision: Revision, data: bytes) -> str:
    """The preview of a workbook."""
    url = reverse("admin:disclosures_revision_workbook", args=(revision.pk,))
    sent = {"workbook": SimpleUploadedFile("表.xlsx", data)}
    return client.post(url, sent, follow=True).content.decode()

"""The staff's door: what an officer meets, and what nobody may edit."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from disclosures.models import PrintedTable, Revision
from disclosures.publishing.correcting import begin_correction
from disclosures.publishing.roles import AUDITOR
from disclosures.records.disclosure import State
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction
from tests.publishing.conftest import People, draft, people, published

__all__ = ["draft", "people", "published"]

RECEIVE = "admin:disclosures_revision_receive"


@pytest.fixture
def desk(client: Client, people: People) -> Client:
    people.administrator.is_superuser = True
    people.administrator.save()
    client.force_login(people.administrator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def handed_in(client: Client, data: bytes) -> str:
    answer = client.post(
        reverse(RECEIVE), {"document": SimpleUploadedFile("x.txt", data)}, follow=True
    )
    return answer.content.decode()


def test_a_stranger_is_sent_to_sign_in(client: Client, db: None) -> None:
    answer = client.get(reverse("admin:index"))
    assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("admin:login"))


def test_a_file_becomes_a_draft(desk: Client, seed: bytes) -> None:
    assert "已收入为草稿" in handed_in(desk, seed)
    assert Revision.objects.get().state == State.DRAFT
    assert "没有变化" in handed_in(desk, seed)
    assert Revision.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "文件是空的"), (b"%PDF-1.7 x", "PDF"), ("您好".encode() * 300, "不是部门预算公开文件")],
)
def test_a_bad_file_is_refused_in_words(desk: Client, data: bytes, said: str) -> None:
    assert said in handed_in(desk, data)
    assert Revision.objects.count() == 0


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda model: model.__name__)
def test_every_list_opens(
    desk: Client, published: Revision, model: type, django_assert_max_num_queries: object
) -> None:
    name = f"{model._meta.app_label}_{model._meta.model_name}"
    with django_assert_max_num_queries(20):
        assert desk.get(reverse(f"admin:{name}_changelist")).status_code == 200


OF_REVISION = [
    model
    for model in admin.site._registry
    if any(field.related_model is Revision for field in model._meta.fields)
]


@pytest.mark.parametrize("model", OF_REVISION, ids=lambda model: model.__name__)
def test_the_published_is_only_looked_at(desk: Client, published: Revision, model: type) -> None:
    row = model._default_manager.filter(revision=published).first()
    if row is None:
        return
    url = reverse(f"admin:disclosures_{model._meta.model_name}_change", args=(row.pk,))
    page = desk.get(url)
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert desk.post(url, {}).status_code == 403


def test_a_typed_row_prints_what_it_says(desk: Client, draft: Revision) -> None:
    row = GeneralBudgetByFunction.objects.filter(revision=draft).first()
    assert row is not None
    url = reverse("admin:disclosures_generalbudgetbyfunction_change", args=(row.pk,))
    form = {
        "revision": draft.pk,
        "position": row.position,
        "row_kind": row.row_kind,
        "function_code": row.function_code,
        "function_name": row.function_name,
        "total": "123.45",
    }
    assert desk.post(url, form).status_code == 302
    row.refresh_from_db()
    assert (str(row.total), row.printed["total"], row.origin) == ("123.45", "123.45", "typed")
    assert "total" not in row.where
    printed = PrintedTable.objects.get(revision=draft, table="general-budget-by-function")
    assert printed.state == "filled"


def test_moves_are_buttons(desk: Client, draft: Revision) -> None:
    move = reverse("admin:disclosures_revision_move", args=(draft.pk, "submit"))
    page = desk.get(reverse("admin:disclosures_revision_change", args=(draft.pk,)))
    assert f'action="{move}"' in page.content.decode()
    desk.post(move)
    assert Revision.objects.get().state == State.SUBMITTED
    assert desk.get(move).status_code == 404


def test_a_draft_is_checked_anew(desk: Client, draft: Revision) -> None:
    before = draft.finding_set.count()
    answer = desk.post(reverse("admin:disclosures_revision_recheck", args=(draft.pk,)), follow=True)
    assert f"已重新核对：{before} 项" in answer.content.decode()


def test_the_policy_allows_nothing_inline(desk: Client, draft: Revision) -> None:
    policy = desk.get(reverse("admin:index")).headers["Content-Security-Policy"]
    assert "unsafe" not in policy


def test_doubts_stand_on_the_draft(desk: Client, seed: bytes) -> None:
    slip = seed.replace("资产总额1,168.18万元".encode(), "资产总额1,168.18元".encode())
    page = handed_in(desk, slip)
    assert "“资产总额”的单位与全文不同" in page
    assert "1,168.18元" in page


def test_a_correction_says_why_and_is_found_from_what_it_corrects(
    desk: Client, people: People, published: Revision
) -> None:
    page = reverse("admin:disclosures_revision_change", args=(published.pk,))
    assert "以此版为底稿开始更正" in desk.get(page).content.decode()
    draft = begin_correction(revision=published, reason="科室更名", by=people.officer)
    own = reverse("admin:disclosures_revision_change", args=(draft.pk,))
    said = desk.get(page).content.decode()
    assert "以此版为底稿开始更正" not in said
    assert f'href="{own}">第2版正在更正（草稿）' in said
    assert "（公开时向公众说明）：科室更名" in desk.get(own).content.decode()


def test_who_has_nothing_to_do_has_the_trail_and_the_ledger(client: Client, people: People) -> None:
    auditor = User.objects.create_user("auditor", is_staff=True)
    auditor.groups.add(Group.objects.get(name=AUDITOR))
    client.force_login(auditor, backend="django.contrib.auth.backends.ModelBackend")
    doors = client.get(reverse("admin:index")).content.decode()
    assert reverse("admin:disclosures_auditentry_changelist") in doors.split("全部数据")[0]
    assert reverse("pages:ledger") in doors
    assert "新建公开" not in doors
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert "新建公开" in client.get(reverse("admin:index")).content.decode()

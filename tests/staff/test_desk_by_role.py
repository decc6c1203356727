"""Each role at the desk: what it is shown, what it may send, and what the pages are made of."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client, RequestFactory
from django.urls import reverse

from disclosures.models import Disclosure, Revision
from disclosures.publishing.actions import submit_revision
from disclosures.records.disclosure import State
from disclosures.staff.receiving import ReceivingForm
from tests.publishing.conftest import People, draft, people, published
from tests.publishing.rows import plain_row

__all__ = ["draft", "people", "published"]

RECEIVE = "admin:disclosures_revision_receive"
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)(?![^>]*json)", re.IGNORECASE)
OURS = [model for model in admin.site._registry if model._meta.app_label == "disclosures"]
OF_REVISION = [
    model
    for model in OURS
    if any(field.name == "revision" for field in model._meta.fields) and model.__name__ != "Event"
]


def named(model: type[models.Model]) -> str:
    return model.__name__


def at(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(name: str, *args: object) -> str:
    return reverse(f"admin:disclosures_{name}", args=args)


def hand_in(client: Client, data: bytes, name: str = "x.txt") -> tuple[int, str]:
    answer = client.post(reverse(RECEIVE), {"document": SimpleUploadedFile(name, data)})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("name", ["changelist", "receive"])
def test_every_door_asks_who_you_are(client: Client, db: None, name: str) -> None:
    answer = client.get(page(f"revision_{name}"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("admin:login"))


def test_no_staff_no_desk(people: People) -> None:
    people.officer.is_staff = False
    people.officer.save()
    assert at(people.officer).get(reverse("admin:index")).status_code == 302


def test_an_officer_hands_in_a_file(people: People, seed: bytes) -> None:
    status, _ = hand_in(at(people.officer), seed)
    revision = Revision.objects.get()
    assert (status, revision.state, revision.created_by) == (302, State.DRAFT, people.officer)


def test_a_reviewer_hands_in_nothing(people: People, seed: bytes) -> None:
    assert hand_in(at(people.reviewer), seed)[0] == 403
    assert "接收公开文件" not in at(people.reviewer).get(page("revision_changelist")).content.decode()
    assert not Revision.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b" \n\t ", "空"),
        (b"\x00\x01\x02" * 500, "二进制"),
        (b"PK\x03\x04" + bytes(400), "."),
        ("工作总结：今年一切顺利。\n".encode() * 80, "不是部门预算公开文件"),
        (bytes(range(128, 255)) * 30, "."),
    ],
    ids=["empty", "blank", "binary", "zip", "summary", "noise"],
)
def test_a_bad_file_is_told_in_chinese(people: People, data: bytes, said: str) -> None:
    status, text = hand_in(at(people.officer), data)
    told = re.search(r'<ul class="errorlist[^>]*>(.*?)</ul>', text, re.DOTALL)
    assert status == 400
    assert told
    assert re.search(r"[\u4e00-\u9fff]{4}", told[1])
    assert re.search(said, told[1])
    assert not Revision.objects.exists()


def test_no_file_at_all_is_told_in_chinese(people: People) -> None:
    answer = at(people.officer).post(reverse(RECEIVE), {})
    assert answer.status_code == 400
    assert "请选择一个文件" in answer.content.decode()


def test_two_hundred_megabytes_are_refused_by_size_alone() -> None:
    file = SimpleUploadedFile("big.txt", b"x")
    file.size = 200 * 1024 * 1024
    form = ReceivingForm(files={"document": file})
    assert not form.is_valid()
    assert "20" in str(form.errors["document"])


def test_a_hostile_name_stays_text(people: People) -> None:
    _, text = hand_in(at(people.officer), b"x" * 900, name='<img src=x onerror="a()">.txt')
    assert "<img src=x" not in text


def test_a_forged_form_is_refused(people: People, draft: Revision) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(page("revision_move", draft.pk, "submit")).status_code == 403
    assert Revision.objects.get().state == State.DRAFT


def test_a_disclosure_goes_from_desk_to_desk(people: People, draft: Revision) -> None:
    """Each sees only the buttons of the moves that are theirs, and the buttons work."""
    path = [
        (people.officer, "submit", State.SUBMITTED),
        (people.reviewer, "return", State.RETURNED),
        (people.officer, "submit", State.SUBMITTED),
        (people.reviewer, "approve", State.APPROVED),
        (people.reviewer, "publish", State.PUBLISHED),
        (people.reviewer, "withdraw", State.WITHDRAWN),
    ]
    for person, verb, after in path:
        move = page("revision_move", draft.pk, verb)
        own = at(person)
        assert f'action="{move}"' in own.get(page("revision_change", draft.pk)).content.decode()
        other = people.officer if person == people.reviewer else people.reviewer
        shown = at(other).get(page("revision_change", draft.pk)).content.decode()
        assert f'action="{move}"' not in shown
        told = at(other).post(move, {"note": "x"}, follow=True).content.decode()
        assert "权限" in told
        own.post(move, {"note": "因故"})
        draft.refresh_from_db()
        assert draft.state == after


@pytest.mark.parametrize("model", OF_REVISION, ids=named)
@pytest.mark.parametrize("role", ["officer", "administrator"])
def test_what_was_submitted_is_only_looked_at(
    people: People, draft: Revision, model: type[models.Model], role: str
) -> None:
    row = model._default_manager.filter(revision=draft).first() or plain_row(model, draft)
    submit_revision(revision=draft, by=people.officer)
    client = at(getattr(people, role))
    name = model._meta.model_name
    shown = client.get(page(f"{name}_change", row.pk))
    assert shown.status_code == 200
    assert 'name="_save"' not in shown.content.decode()
    assert client.post(page(f"{name}_change", row.pk), {}).status_code == 403
    assert client.post(page(f"{name}_delete", row.pk), {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", OF_REVISION, ids=named)
def test_no_row_is_added_to_the_submitted(
    people: People, draft: Revision, model: type[models.Model]
) -> None:
    submit_revision(revision=draft, by=people.officer)
    before = model._default_manager.count()
    answer = at(people.officer).post(
        page(f"{model._meta.model_name}_add"), {"revision": draft.pk, "position": 7}
    )
    assert answer.status_code in (200, 403)
    assert model._default_manager.count() == before


@pytest.mark.parametrize("model", OURS, ids=named)
def test_every_page_of_every_list_opens_and_is_bounded(
    people: People,
    draft: Revision,
    model: type[models.Model],
    django_assert_max_num_queries: object,
) -> None:
    client = at(people.administrator)
    name = model._meta.model_name
    pages = [page(f"{name}_changelist"), page(f"{name}_changelist") + "?q=1"]
    request = RequestFactory().get("/")
    request.user = people.administrator
    if admin.site._registry[model].has_add_permission(request):
        pages.append(page(f"{name}_add"))
    first = model._default_manager.first()
    if first is not None:
        pages.append(page(f"{name}_change", first.pk))
    for each in pages:
        with django_assert_max_num_queries(25):
            answer = client.get(each)
        assert answer.status_code == 200, each
        assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("name", ["changelist", "receive", "change"])
def test_our_own_pages_hold_nothing_inline(people: People, draft: Revision, name: str) -> None:
    args = (draft.pk,) if name == "change" else ()
    answer = at(people.officer).get(page(f"revision_{name}", *args))
    assert INLINE.findall(answer.content.decode()) == []
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy or "default-src 'none'" in policy


def test_the_year_of_a_published_disclosure_is_not_changed(
    people: People, published: Revision
) -> None:
    disclosure = published.disclosure
    client = at(people.administrator)
    url = page("disclosure_change", disclosure.pk)
    form = {"department": disclosure.department_id, "fiscal_year": 2022, "kind": "final"}
    assert 'name="_save"' not in client.get(url).content.decode()
    assert client.post(url, form).status_code == 403
    assert Disclosure.objects.get().kind == "budget"

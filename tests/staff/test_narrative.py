"""The narrative at the desk: drafted, filled, rewritten, typed over; by those who may."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from disclosures.models import Department, Duty, Revision
from disclosures.publishing.roles import CLERK
from tests.publishing.conftest import People, draft, people
from tests.publishing.test_narrative import section_of, type_three_public
from tests.staff.test_desk import desk

__all__ = ["desk", "draft", "people"]


def page_of(revision: Revision) -> str:
    return reverse("admin:disclosures_revision_narrative", args=(revision.pk,))


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def test_stale_sentences_stand_side_by_side_and_one_click_rewrites(
    desk: Client, people: People, draft: Revision
) -> None:
    assert "没有不同之处" in desk.get(page_of(draft)).content.decode()
    type_three_public(draft, people.officer, "2.86", "0", "2.36", "0", "2.36", "0.50")
    state = desk.get(reverse("admin:disclosures_revision_change", args=(draft.pk,)))
    assert "与表格不同的句子 3" in state.content.decode()
    page = desk.get(page_of(draft)).content.decode()
    assert "公务接待费预算为1.00万元" in page
    assert "公务接待费预算为0.50万元,较上年减少0.50万元,下降50.00%" in page
    form = {"deed": "rewrite", "stamp": hidden(page, "stamp")}
    answer = desk.post(page_of(draft), form, follow=True).content.decode()
    assert "已改写 3 句" in answer
    assert re.search(r"待填<[^>]*>1<", answer)
    again = desk.post(page_of(draft), form, follow=True).content.decode()
    assert "没有改写" in again


def test_a_section_is_saved_by_form_and_by_script(desk: Client, draft: Revision) -> None:
    page = desk.get(page_of(draft)).content.decode()
    at = page.index('name="number" value="2"')
    form = {
        "deed": "section",
        "number": "2",
        "stamp": hidden(page[at:], "stamp"),
        "text": section_of(draft, 2).replace("车辆编制1辆", "车辆编制3辆").replace("\n", "\r\n"),
    }
    said = desk.post(page_of(draft), form, headers={"Accept": "application/json"}).json()
    assert (said["whole"], said["stale"], said["open"]) == (True, 0, 0)
    draft = Revision.objects.get(pk=draft.pk)
    assert "车辆编制3辆" in section_of(draft, 2)
    late = form | {"text": "二、预算单位基本情况\n车辆编制7辆,实有车辆7辆。\n"}
    newer = desk.post(page_of(draft), late, headers={"Accept": "application/json"})
    assert newer.status_code == 409
    assert ["我的", "车辆编制7辆,实有车辆7辆。"] in newer.json()["difference"]
    plain = desk.post(page_of(draft), late)
    assert plain.status_code == 409
    assert "别人刚刚保存过" in plain.content.decode()
    now = form | {"stamp": said["stamp"], "text": form["text"].replace("3辆", "4辆")}
    assert "已保存" in desk.post(page_of(draft), now, follow=True).content.decode()
    assert "车辆编制4辆" in section_of(Revision.objects.get(pk=draft.pk), 2)


@pytest.fixture
def clerk(client: Client, draft: Revision) -> Client:
    """A clerk of the drafts' department alone."""
    made = User.objects.create_user("only-here", is_staff=True)
    made.groups.add(Group.objects.get(name=CLERK))
    Duty.objects.create(user=made, department=draft.disclosure.department)
    client.force_login(made, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_clerk_opens_a_disclosure_of_the_own_department(clerk: Client, draft: Revision) -> None:
    own = draft.disclosure.department
    other = Department.objects.create(region=own.region, name="另一局", slug="ling-yi-ju")
    address = reverse("admin:disclosures_revision_open")
    form = clerk.get(address).content.decode()
    assert own.name in form
    assert other.name not in form
    sent = {"department": own.pk, "year": 2026, "form": "", "writes": "on"}
    refused = clerk.post(address, sent | {"department": other.pk})
    assert refused.status_code == 400
    page = clerk.post(address, sent, follow=True).content.decode()
    assert "已新建为草稿" in page
    made = Revision.objects.get(disclosure__fiscal_year=2026)
    assert made.form == "kunming-2026"
    assert "2026年部门财务总收入【待填：部门财务总收入】元" in made.text
    again = clerk.post(address, sent)
    assert "已在办理" in again.content.decode()


def test_open_slots_are_filled_a_few_at_a_time(clerk: Client, draft: Revision) -> None:
    address = reverse("admin:disclosures_revision_open")
    clerk.post(address, {"department": draft.disclosure.department.pk, "year": 2025, "form": ""})
    made = Revision.objects.get(disclosure__fiscal_year=2025)
    page = clerk.post(page_of(made), {"deed": "draft"}, follow=True).content.decode()
    assert "按各表起草编制说明" in page
    slots = re.findall(r'<label for="slot-(\d+)">([^<]*)</label>', page)
    number = next(each for each, what in slots if what == "车辆编制")
    stamp = hidden(page[page.index('value="fill"') :], "stamp")
    form = {"deed": "fill", "stamp": stamp, f"slot-{number}": "4", "slot-0": ""}
    assert "已填入 1 处" in clerk.post(page_of(made), form, follow=True).content.decode()
    assert "车辆编制4辆" in Revision.objects.get(pk=made.pk).text


def test_others_and_what_is_under_review_stay_closed(
    clerk: Client, draft: Revision, client: Client, people: People
) -> None:
    duty = Duty.objects.get(user__username="only-here")
    Duty.objects.filter(user__username="only-here").update(
        department=Department.objects.create(
            region=draft.disclosure.department.region, name="另一局", slug="ling-yi-ju"
        )
    )
    assert clerk.get(page_of(draft)).status_code == 404
    duty.save()
    assert clerk.get(page_of(draft)).status_code == 200
    Revision.objects.filter(pk=draft.pk).update(state="submitted")
    assert clerk.get(page_of(draft)).status_code == 403
    client.force_login(people.reviewer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(page_of(draft)).status_code == 403
    assert client.post(page_of(draft), {"deed": "draft"}).status_code == 403


def test_what_the_tables_say_by_now_is_proposed(
    clerk: Client, people: People, draft: Revision
) -> None:
    address = reverse("admin:disclosures_revision_open")
    own = draft.disclosure.department.pk
    clerk.post(address, {"department": own, "year": 2025, "form": "", "writes": "on"})
    made = Revision.objects.get(disclosure__fiscal_year=2025)
    type_three_public(made, people.officer, "3.36", "0", "2.36", "0", "2.36", "1.00")
    page = clerk.get(page_of(made)).content.decode()
    slots = dict(re.findall(r'name="(slot-\d+)" rows="1">([^<]+)</textarea>', page))
    assert "1.00" in slots.values()
    stamp = hidden(page[page.index('value="fill"') :], "stamp")
    clerk.post(page_of(made), {"deed": "fill", "stamp": stamp, **slots})
    made = Revision.objects.get(pk=made.pk)
    assert "公务接待费预算为1.00万元，较上年【待填" in made.text
    assert made.quotedfigure_set.get(key="sangong.total").yuan == 33600

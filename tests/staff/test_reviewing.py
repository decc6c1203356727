"""The desk leads from each finding, doubt and remark to the place it is about."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html

from disclosures.models import Finding, Remark, Revision
from disclosures.records.disclosure import State
from tests.publishing.conftest import People, draft, people
from tests.states import put

__all__ = ["draft", "people"]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def desk(client: Client, people: People) -> Client:
    client.force_login(people.officer, backend=BACKEND)
    return client


def page(client: Client, name: str, revision: Revision, *more: object, query: str = "") -> str:
    url = reverse(f"admin:disclosures_revision_{name}", args=(revision.pk, *more))
    answer = client.get(f"{url}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_finding_leads_to_cell_and_sentence(desk: Client, draft: Revision) -> None:
    inputs = [
        {"label": "合计", "value": "1", "unit": "元", "key": "three-public/0/total"},
        {"label": "总收入", "value": "2", "unit": "元", "where": {"start": 10, "end": 14}},
    ]
    Finding.objects.create(
        revision=draft,
        position=900,
        rule="X99",
        severity="error",
        outcome="fails",
        message="x",
        inputs=inputs,
    )
    tree = lxml_html.fromstring(page(desk, "change", draft))
    links = tree.xpath("//div[contains(@class,'error')]//p[@class='places']/a/@href")
    grid = reverse("admin:disclosures_revision_grid", args=(draft.pk, "three-public"))
    place = reverse("admin:disclosures_revision_place", args=(draft.pk,))
    assert links == [f"{grid}?row=0&column=total", f"{place}?start=10&end=14"]
    assert draft.text[10:14] in page(desk, "place", draft, query="?start=10&end=14")
    chips = tree.xpath(
        "//table[@class='checklist']//tr[contains(., '“三公”')]//*[@class='chip warn']"
    )
    assert [each.text_content() for each in chips] == ["待留意 1"]


def test_the_checklist_tells_four_states(desk: Client, draft: Revision) -> None:
    tree = lxml_html.fromstring(page(desk, "change", draft))
    told = {each.text_content() for each in tree.xpath("//td[@class='status']/span")}
    assert {"未填", "有数据", "已说明为空"} <= told
    assert len(tree.xpath("//table[@class='checklist']//tbody/tr")) == 9 + 16


@pytest.mark.parametrize(
    "query",
    ["?start=x&end=2", "?start=5&end=5", "?start=0&end=99999999", "?section=77", "?doubt=9"],
)
def test_an_address_of_no_place_shows_the_beginning(
    desk: Client, draft: Revision, query: str
) -> None:
    assert "对照原文" in page(desk, "place", draft, query=query)


def test_a_remark_leads_to_its_cell_or_to_where_its_sentence_is_now(
    desk: Client, draft: Revision
) -> None:
    cell = Remark.objects.create(
        revision=draft, text="x", table="three-public", row=0, column="total"
    )
    place = reverse("admin:disclosures_revision_place", args=(draft.pk,))
    answer = desk.get(f"{place}?remark={cell.pk}")
    assert answer.status_code == 302
    assert answer.url.endswith("/tables/three-public/?row=0&column=total")
    quote = draft.text[draft.narrativesection_set.get(number=3).start :][:60].split("\n")[1]
    Revision.objects.filter(pk=draft.pk).update(text="前言。" + draft.text)
    sentence = Remark.objects.create(revision=draft, text="y", section=3, quote=quote)
    tree = lxml_html.fromstring(page(desk, "place", draft, query=f"?remark={sentence.pk}"))
    assert "".join(tree.xpath("//mark/text()")).startswith(quote[:20])


@pytest.mark.parametrize(
    "back",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/admin/",
        "/admin/disclosures/revision/1/change/../../../../../logout/",
    ],
)
def test_a_deed_leads_back_to_its_own_revision_only(
    people: People, client: Client, draft: Revision, back: str
) -> None:
    put(draft, State.SUBMITTED)
    client.force_login(people.reviewer, backend=BACKEND)
    add = reverse("admin:disclosures_revision_remark", args=(draft.pk,))
    answer = client.post(add, {"text": "看这里", "back": back})
    assert answer.url == reverse("admin:disclosures_revision_change", args=(draft.pk,))
    assert draft.remark_set.count() == 1


def test_who_works_elsewhere_sees_no_place_of_it(
    people: People, client: Client, draft: Revision
) -> None:
    people.officer.duties.all().delete()
    client.force_login(people.officer, backend=BACKEND)
    for name, more in (
        ("place", ()),
        ("review", ()),
        ("cell", ("three-public",)),
        ("picture", ("source", 1)),
    ):
        url = reverse(f"admin:disclosures_revision_{name}", args=(draft.pk, *more))
        assert client.get(url).status_code == 404, name

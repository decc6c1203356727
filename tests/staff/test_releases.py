"""All departments at once: all that is approved of a year, or of one place, by one link."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html

from disclosures.models import Release, Revision
from disclosures.records.disclosure import State
from tests.pages.published import other_department, person, publish_seed, take_in
from tests.states import put

BACKEND = "django.contrib.auth.backends.ModelBackend"
ADD = "admin:disclosures_release_add"


@pytest.fixture
def two(db: None, seed: bytes) -> list[Revision]:
    publish_seed()
    other = other_department(seed)
    later = other.replace("2022年".encode(), "2023年".encode())
    made = [take_in(data) for data in (other, later)]
    for each in made:
        put(each, State.APPROVED)
    return made


@pytest.fixture
def reviewer(two: list[Revision], client: Client) -> Client:
    client.force_login(person("reviewer"), backend=BACKEND)
    return client


def chosen(client: Client, query: str) -> list[str]:
    tree = lxml_html.fromstring(client.get(f"{reverse(ADD)}{query}").content.decode())
    return [str(each) for each in tree.xpath("//input[@name='revisions'][@checked]/@value")]


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("", []),
        ("?year=2022", [2022]),
        ("?year=2023&region=kunming", [2023]),
        ("?year=2023&region=beijing", []),
        ("?year=x", []),
    ],
)
def test_a_scope_chooses_what_is_approved(
    reviewer: Client, two: list[Revision], query: str, years: list[int]
) -> None:
    by_year = {each.disclosure.fiscal_year_id: str(each.pk) for each in two}
    assert chosen(reviewer, query) == [by_year[year] for year in years]


def test_the_scopes_are_told_with_their_counts(reviewer: Client) -> None:
    page = reviewer.get(reverse(ADD)).content.decode()
    assert "2022年 全部地区（1）" in page
    assert "2023年 昆明" in page


def test_all_at_once_are_one_plan_and_are_not_offered_again(
    reviewer: Client, two: list[Revision]
) -> None:
    form = {"revisions": [each.pk for each in two], "due_at": "2099-01-01 09:00"}
    assert reviewer.post(reverse(ADD), form).status_code == 302
    assert set(Release.objects.get().revisions.all()) == set(two)
    assert "没有已审核" in reviewer.get(reverse(ADD)).content.decode()


def test_a_clerk_plans_nothing(client: Client, two: list[Revision]) -> None:
    client.force_login(person("finance"), backend=BACKEND)
    assert client.get(reverse(ADD)).status_code == 403

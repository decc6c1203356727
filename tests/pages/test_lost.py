"""No such page: what is near is offered, what is not public never is."""

from typing import Any
from urllib.parse import unquote

from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.queries.near import likeness
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, SLUG, TERM, other_department, take_in

AT_MOST = 4
LONG = "x" * 10_000


def offered(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 404, path
    tree = lxml_html.fromstring(answer.content.decode())
    return tree.xpath("//ul[@class='hits']//a/@href")


def test_what_is_near_is_offered(
    published: Revision, client: Client, django_assert_max_num_queries: Any
) -> None:
    load_codes()
    department = f"/kunming/{SLUG}/"
    for path, near in (
        (f"/kunming/{SLUG[:-3]}/", department),
        ("/kunming/wang-ge-hua-zhong-xin/2022/", department),
        (f"/shanghai/{SLUG}/2022/", department),
        (f"/{SLUG}/", department),
        (f"/kunming/{SLUG}/2021/", AT),
        (f"/kunming/{SLUG}/99999/", AT),
        ("/functions/2080598/", "/functions/20805/"),
        ("/rules/D99/", "/rules/D29/"),
        ("/rules/d16/", "/rules/D16/"),
        (f"/en/kunming/{SLUG}/2021/", f"/en{AT}"),
    ):
        with django_assert_max_num_queries(AT_MOST, info=path):
            assert near in offered(client, path), path


def test_a_term_that_is_near_is_offered(published: Revision, client: Client) -> None:
    *found, every = offered(client, "/glossary/住房公积金/")
    assert (len(found), every) == (1, "/glossary/")
    assert offered(client, "/glossary/没有这样的词/") == ["/glossary/"]
    for wrong in ("三公经肥", "经费三公"):
        assert [unquote(each) for each in offered(client, f"/glossary/{wrong}/")][:1] == [
            f"/glossary/{TERM}/"
        ]


def test_a_rule_by_its_words_is_offered(published: Revision, client: Client) -> None:
    assert [each for each in offered(client, "/rules/转移支付/") if each == "/rules/A18/"]
    assert offered(client, "/rules/zzzz/") == ["/rules/"]
    assert offered(client, "/rules/D99/")[-1] == "/rules/"


def test_nothing_is_offered_for_nothing(published: Revision, client: Client) -> None:
    for path in (
        "/zzzz/",
        f"/{LONG}/{LONG}/2022/",
        "/%00/%00/",
        "/functions/%00/",
        f"/functions/{'9' * 10_000}/",
        "/rules/99/",
        f"/glossary/{LONG}/",
        "/admin/mei-you/",
        "/preview/x/",
    ):
        answer = client.get(path)
        assert answer.status_code in (302, 404), path
        assert AT not in answer.content.decode(), path


def test_an_unpublished_address_answers_as_one_that_never_was(
    published: Revision, client: Client, seed: bytes
) -> None:
    paths = ("/kunming/ce-shi-ju/", "/kunming/ce-shi-ju/2022/", f"/kunming/{SLUG}/2023/")
    before = [client.get(path).content for path in paths]
    take_in(other_department(seed), State.APPROVED)
    assert [client.get(path).content for path in paths] == before


def test_likeness_is_between_nothing_and_the_same() -> None:
    assert likeness("min-zheng-ju", "min-zheng-ju") == 1
    assert likeness("min-zheng-ju", "min-zhen-ju") > 0.5 > likeness("min-zheng-ju", "shen-ji-ju")
    assert likeness("", "min-zheng-ju") == likeness("", "") == 0

"""Anyone can read every revision, and what a correction changed in cells and words."""

from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.wording import Deed, changed_paragraphs
from disclosures.publishing.actions import withdraw_revision
from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from disclosures.records.explanation import Explanation
from disclosures.records.printed_table import PrintedTable
from tests.pages.published import AT, brought, person, take_in


@pytest.fixture
def corrected(published: Revision) -> Revision:
    """A second revision: another office, and one more 万元 of receptions in no table."""
    text = SEED.read_bytes().replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    return take_in(text, State.PUBLISHED)


def tree(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def test_a_correction_shows_what_it_changed(corrected: Revision, client: Client) -> None:
    page = tree(client, f"{AT}changes/")
    removed = [each.text_content() for each in page.xpath("//p[@class='changed']/del")]
    added = [each.text_content() for each in page.xpath("//p[@class='changed']/ins")]
    assert (removed, added) == (["处"], ["科"])
    assert "各表没有变动" in page.text_content()
    facts = [each.text_content() for each in page.xpath("//tbody/tr/th[@scope='row']")]
    assert facts == ["来源文件"]
    (said,) = page.xpath("//tbody/tr/td/ins/text()")
    assert said.startswith("TXT SHA-256 ")
    assert corrected.upload.name not in page.text_content()  # an office's word for it, not public


def test_a_correction_shows_what_it_says_beside_its_cells(
    published: Revision, client: Client, django_assert_max_num_queries: Any
) -> None:
    """A table's title, a figure of the text, a reason: each is stored, so each is told."""
    text = SEED.read_text(encoding="utf-8").replace("减少20.82万元", "减少20.80万元")
    after = take_in(text.encode())
    first = after.printedtable_set.order_by("position")[:1]
    PrintedTable.objects.filter(pk__in=first).update(title="收支总表（更正）")
    Explanation.objects.create(revision=after, rule="D16", message="差额", reason="另有小项目")
    brought(after, State.PUBLISHED)
    with django_assert_max_num_queries(12):
        page = tree(client, f"{AT}changes/")
    cells = [[e.text_content() for e in row] for row in page.xpath("//tbody/tr")]
    assert ["变动整张表", "表名", published.printedtable_set.order_by("position")[0].title,
            "收支总表（更正）"] in cells  # fmt: skip
    assert ["情况说明：差额", "", "另有小项目"] in cells
    assert ["基本支出比上年增减", "-20.82万元", "-20.8万元"] in cells


def test_the_history_names_both(corrected: Revision, client: Client) -> None:
    page = tree(client, f"{AT}revisions/")
    links = [each.get("href") for each in page.xpath("//ol//a")]
    assert links == [f"{AT}r2/", f"{AT}r2/changes/", f"{AT}r1/"]


def test_the_disclosure_leads_to_its_history(corrected: Revision, client: Client) -> None:
    assert tree(client, AT).xpath(f"//a[@href='{AT}revisions/']")


def test_what_has_nothing_before_it_has_no_changes(published: Revision, client: Client) -> None:
    assert client.get(f"{AT}changes/").status_code == 404


@pytest.mark.parametrize("asked", ["2", "9", "x", "-1"])
def test_only_an_earlier_revision_is_compared(
    corrected: Revision, client: Client, asked: str
) -> None:
    assert client.get(f"{AT}changes/", {"from": asked}).status_code == 404


def test_a_withdrawn_revision_is_named_and_not_shown(corrected: Revision, client: Client) -> None:
    third = take_in(SEED.read_bytes().replace("综合处、".encode(), b""), State.PUBLISHED)
    withdraw_revision(revision=third, by=person("reviewer"), note="误公开")
    page = tree(client, f"{AT}r2/revisions/")
    assert "误公开" in page.text_content()
    assert not page.xpath(f"//a[@href='{AT}r3/']")
    assert client.get(f"{AT}r3/changes/").status_code == 404


def test_a_changed_amount_is_shown_whole() -> None:
    (runs,) = changed_paragraphs("收入1,707.95万元。", "收入1,708.95万元。")
    assert [(run.deed, run.text) for run in runs] == [
        (Deed.SAME, "收入"),
        (Deed.REMOVED, "1,707.95"),
        (Deed.ADDED, "1,708.95"),
        (Deed.SAME, "万元。"),
    ]


def test_paragraphs_come_and_go() -> None:
    made = changed_paragraphs("甲\n乙\n", "甲\n丙丁\n乙\n")
    assert [[(run.deed, run.text) for run in runs] for runs in made] == [[(Deed.ADDED, "丙丁")]]
    assert changed_paragraphs("甲\n乙", "甲\n\n  乙  \n") == []


def test_an_endless_paragraph_is_replaced_whole() -> None:
    (runs,) = changed_paragraphs("甲乙" * 3000, "乙甲" * 3000)
    assert [run.deed for run in runs] == [Deed.REMOVED, Deed.ADDED]

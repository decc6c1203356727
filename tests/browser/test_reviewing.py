"""A draft beside its source: doubts first, each compared, then a draft like any other."""

import json

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect

from disclosures.models import Revision
from disclosures.records.disclosure import State
from tests.browser.conftest import Site
from tests.browser.test_grid import BACKEND, _rows_may_be_looked_at, cell, signed_in
from tests.documents.pdf.typeset import pdf
from tests.pages.published import other_department, person, take_in

pytestmark = pytest.mark.browser
__all__ = ["_rows_may_be_looked_at"]


@pytest.fixture
def doubtful(site: Site, seed: bytes) -> Revision:
    """A narrative with an amount whose unit differs from all others."""
    slip = seed.replace("资产总额1,168.18万元".encode(), "资产总额1,168.18元".encode())
    return take_in(other_department(slip))


def test_an_upload_leads_to_its_doubts(site: Site, browser: Browser, seed: bytes) -> None:
    page = site.listen(signed_in(site, browser).new_page())
    page.goto(f"{site.url}/admin/disclosures/revision/receive/")
    slip = seed.replace("资产总额1,168.18万元".encode(), "资产总额1,168.18元".encode())
    file = {"name": "说明.txt", "mimeType": "text/plain", "buffer": other_department(slip)}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并读取").click()
    expect(page.locator("#doubts .current")).to_contain_text("资产总额")
    expect(page.locator(".source mark")).to_have_text("1,168.18元")
    page.get_by_role("button", name="已对照原文核对").click()
    expect(page.locator(".desk-state")).to_contain_text("草稿")
    expect(page.locator(".messagelist")).to_contain_text("都已对照原文核对")
    assert Revision.objects.latest("pk").doubt_set.get().settled_by == person("finance")
    assert site.complaints == []


def test_a_bad_file_is_told_beside_the_form(site: Site, browser: Browser) -> None:
    page = signed_in(site, browser).new_page()
    page.goto(f"{site.url}/admin/disclosures/revision/receive/")
    file = {"name": "信.txt", "mimeType": "text/plain", "buffer": "您好".encode() * 300}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并读取").click()
    expect(page.locator(".sending")).to_contain_text("不是部门预算公开文件")
    assert page.get_by_role("button", name="上传并读取").is_enabled()


def test_the_sentence_of_a_row_stands_beside_the_grid(
    site: Site, browser: Browser, doubtful: Revision
) -> None:
    page = site.listen(signed_in(site, browser).new_page())
    at = f"{site.url}/admin/disclosures/revision/{doubtful.pk}/tables/three-public/"
    page.goto(f"{at}?row=0&column=total")
    expect(page.locator(".source mark")).to_contain_text("3.36")
    cell(page, 0, 2).click()
    expect(page.locator(".source mark")).not_to_have_text("3.36万元")
    assert site.complaints == []


def test_a_remark_is_pinned_to_a_sentence(site: Site, browser: Browser, seed: bytes) -> None:
    revision = take_in(other_department(seed), State.SUBMITTED)
    page = site.listen(signed_in(site, browser, "reviewer").new_page())
    page.goto(f"{site.url}/admin/disclosures/revision/{revision.pk}/review/place/?section=7")
    page.locator("a.sentence").nth(2).click()
    quote = page.locator("#pinned").inner_text()
    page.locator("#remark-form textarea").fill("请说明原因")
    page.get_by_role("button", name="批注", exact=True).click()
    expect(page.locator("#remarks")).to_contain_text(quote)
    remark = revision.remark_set.get()
    assert (remark.section, remark.quote) == (7, quote.strip())
    page.locator("#remarks a").click()
    expect(page.locator(".source mark")).to_have_text(quote)
    assert site.complaints == []


def test_a_page_of_a_draft_is_for_its_own_people(site: Site, seed: bytes) -> None:
    lines = other_department(seed).decode().splitlines()
    body = "\n\n".join(f"#text({json.dumps(each, ensure_ascii=False)})" for each in lines)
    draft = take_in(pdf(body))
    picture = f"/admin/disclosures/revision/{draft.pk}/pages/source/1/"
    for name, status in (("finance", 200), ("approver", 404)):
        client = Client()
        client.force_login(person(name), backend=BACKEND)
        assert client.get(picture).status_code == status, name
    assert Client().get(picture).status_code == 302

"""A reader with a browser: from the home page to the sentence, and on paper."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.browser.reading import site_to_read
from tests.pages.published import AT, SLUG

pytestmark = pytest.mark.browser
__all__ = ["site_to_read"]

NAME = "昆明市网格化综合监督指挥中心"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_home_to_the_sentence(site: Site, browser: Browser, scripts: bool) -> None:
    page = site.listen(browser.new_page(java_script_enabled=scripts))
    page.goto(site.url)
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)
    page.get_by_role("navigation", name="当前位置").get_by_role("link", name=NAME).click()
    expect(page).to_have_url(f"{site.url}/kunming/{SLUG}/")
    page.get_by_role("link", name="2022年预算").click()
    expect(page).to_have_url(f"{site.url}{AT}")
    page.locator("#key").get_by_role("link", name="505.01").click()
    mark = page.locator("mark")
    expect(mark).to_be_visible()
    expect(mark).to_have_text("505.01万元")
    assert site.complaints == []


def test_a_number_in_the_narrative_opens_its_place(site: Site, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site.url}{AT}")
    section = page.locator("#section-6")
    section.locator("summary").click()
    section.get_by_role("link", name="408.04").click()
    expect(page.locator("mark")).to_have_text("408.04万元")


def test_the_keyboard_reaches_the_text(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.url}{AT}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_paper_keeps_the_text_and_drops_the_controls(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.url}{AT}")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#table-three-public table")).to_be_visible()
    expect(page.get_by_text("负责统筹全市网格化指挥体系的建设")).to_be_visible()
    for selector in (".contents", ".units", ".masthead nav"):
        expect(page.locator(selector)).to_be_hidden()

"""The search road by keyboard alone: type, hear what is offered, choose, open, look."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.browser.reading import site_to_read
from tests.pages.published import AT, SLUG

pytestmark = pytest.mark.browser
__all__ = ["site_to_read"]


def test_by_keyboard_alone(site: Site, browser: Browser) -> None:
    page = site.listen(browser.new_page(viewport={"width": 1440, "height": 900}))
    page.goto(f"{site.url}/about/")
    box = page.get_by_role("combobox")
    for _ in range(12):
        page.keyboard.press("Tab")
        if box.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.type("kmwg")
    option = page.get_by_role("option")
    expect(option).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="1")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    identifier = option.get_attribute("id") or ""
    expect(box).to_have_attribute("aria-activedescendant", identifier)
    page.keyboard.press("Escape")
    expect(option).to_have_count(0)
    expect(box).to_have_value("kmwg")
    page.keyboard.type(" ")
    expect(option).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/kunming/{SLUG}/")
    assert site.complaints == []


def test_from_words_to_the_sentence(site: Site, browser: Browser) -> None:
    page = site.listen(browser.new_page(viewport={"width": 360, "height": 800}))
    page.goto(f"{site.url}/search/")
    page.get_by_role("combobox").focus()
    page.keyboard.type("机关运行经费0万元")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    hit = page.locator(".hit a").first
    expect(hit.locator("mark")).to_have_text("机关运行经费0万元")
    hit.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"{AT}text/[0-9]+/$"))
    expect(page.locator("mark")).to_contain_text("机关运行经费0万元")
    assert site.complaints == []


def test_without_script(site: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.url}/")
    page.locator("main input[name=q]").fill("网格")
    page.locator("main form[role=search] button").click()
    page.wait_for_url("**/search/?q=*")
    assert page.locator(".hit").count() > 3


def test_a_term_is_explained_by_keyboard(site: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.url}{AT}")
    button = page.locator("button.term").first
    button.focus()
    page.keyboard.press("Enter")
    said = page.locator(".explained").first
    expect(said).to_be_visible()
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()

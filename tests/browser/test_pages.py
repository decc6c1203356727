"""Every kind of page: a reader follows a link from it, to a page that is there."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PAGE_TYPES, Site
from tests.browser.reading import site_to_read

pytestmark = pytest.mark.browser
__all__ = ["site_to_read"]

# The first link of the page's own that leads to another page, and neither down nor to a file.
LINK = "main a[href^='/'][href$='/']:visible, main a[href^='/'][href*='/?']:visible"


def test_every_page_leads_on(site: Site, browser: Browser) -> None:
    page = site.listen(browser.new_page(viewport={"width": 768, "height": 1000}))
    for path in PAGE_TYPES:
        if path.endswith("/embed/") or path == "/admin/login/" or path.startswith("/compare/"):
            continue  # out of its frame (test_passed_on), by its form (test_comparing), to the desk
        page.goto(f"{site.url}{path}")
        link = page.locator(LINK).first
        expect(link, path).to_be_visible()
        with page.expect_response(lambda said: said.request.is_navigation_request()) as answer:
            link.click()
        assert answer.value.status == 200, path
        expect(page.get_by_role("heading", level=1), path).to_be_visible()
    assert site.complaints == []


def test_a_head_and_a_heading_are_explained_in_place(site: Site, browser: Browser) -> None:
    """By keyboard and without a script; the words of a table's head stay as printed."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.url}/en/across/totals/")
    for button in (
        page.get_by_role("button", name="what it means").first,
        page.locator("thead button.term.mark").last,
    ):
        button.focus()
        page.keyboard.press("Enter")
        said = page.locator(".explained:popover-open")
        expect(said).to_have_count(1)
        expect(said.get_by_role("link")).to_be_visible()
        page.keyboard.press("Escape")
        expect(said).to_have_count(0)

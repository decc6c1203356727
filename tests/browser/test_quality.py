"""Every kind of page: nothing axe objects to, nothing the browser complains of."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import PAGE_TYPES, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(
    site: Site, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = {}
    for path in PAGE_TYPES:
        page.goto(f"{site.url}{path}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found[path] = Axe().run(page).generate_report()
    assert {path: said for path, said in found.items() if "Found 0 " not in said} == {}


def test_no_page_complains(site: Site, browser: Browser) -> None:
    page = site.listen(browser.new_page())
    for path in (*PAGE_TYPES, "/api/v1/", "/api/v1/docs/"):
        page.goto(f"{site.url}{path}", wait_until="networkidle")
    assert site.complaints == []

"""Every kind of page, on a telephone in the dark and on a desk by day: nothing axe objects to,

nothing the browser complains of, nothing wider than the screen; and on paper.
"""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import PAGE_TYPES, Site
from tests.browser.reading import site_to_read

pytestmark = pytest.mark.browser
__all__ = ["site_to_read"]

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPENED = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_every_page_is_fit_to_use(
    site: Site, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    size: dict[str, int] = {"width": width, "height": 900}
    page = site.listen(browser.new_page(viewport=size, color_scheme=scheme))  # type: ignore[arg-type]
    found, wider = {}, {}
    for path in PAGE_TYPES:
        page.goto(f"{site.url}{path}")
        page.evaluate(OPENED)
        found[path] = Axe().run(page).generate_report()
        wider[path] = page.evaluate(WIDER)
    assert {path: said for path, said in found.items() if "Found 0 " not in said} == {}
    assert {path: by for path, by in wider.items() if by > 0} == {}
    assert site.complaints == []


def test_the_smallest_screen_and_paper_hold_every_page(site: Site, browser: Browser) -> None:
    page = site.listen(browser.new_page(viewport={"width": 320, "height": 800}))
    wider = {}
    for path in (*PAGE_TYPES, "/api/v1/"):
        page.goto(f"{site.url}{path}")
        page.evaluate(OPENED)
        wider[path] = page.evaluate(WIDER)
        assert page.pdf(format="A4").startswith(b"%PDF")
    assert {path: by for path, by in wider.items() if by > 0} == {}
    page.goto(f"{site.url}/api/v1/docs/", wait_until="networkidle")
    assert site.complaints == []

"""A frame in somebody else's page, and paper: whole, nothing cut, its source and address on it."""

from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.browser.reading import site_to_read
from tests.pages.published import AT, FIGURE, SLUG

pytestmark = pytest.mark.browser
__all__ = ["site_to_read"]

A4 = (595, 842)
EDGE = 30  # points that stay white


class OtherPage(BaseHTTPRequestHandler):
    """A page of another site that frames two of ours."""

    def __init__(self, frames: str, *asked: object) -> None:
        """`frames` is the body of the page."""
        self.frames = frames
        super().__init__(*asked)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.frames.encode())

    def log_message(self, *said: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(site: Site) -> Iterator[str]:
    """The address of another site with a frame that is allowed and one that is not."""
    frames = "".join(
        f'<iframe name="{name}" src="{site.url}{path}" width="480" height="300"></iframe>'
        for name, path in (("may", f"{AT}r1/figures/exp.total/embed/"), ("not", FIGURE))
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(OtherPage, frames))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_another_site_frames_what_it_may(site: Site, browser: Browser, elsewhere: str) -> None:
    page = browser.new_page()
    page.goto(elsewhere)
    framed = page.frame_locator("iframe[name=may]")
    expect(framed.get_by_text("1707.95")).to_be_visible()
    with page.expect_popup() as opened:
        framed.get_by_role("link", name="部门预算公开平台").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("部门预算总支出")
    refused = page.frame_locator("iframe[name=not]")
    expect(refused.get_by_text("1707.95")).to_have_count(0)


def test_paper_holds_it_all(site: Site, browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    home = f"/kunming/{SLUG}/"
    drawn = {"/": "一般公共服务支出"}
    for path in (AT, home, FIGURE, "/"):
        page.goto(f"{site.url}{path}")
        if path in drawn:
            page.locator("figure[data-chart]").scroll_into_view_if_needed()
            expect(page.locator("figure[data-chart] svg")).to_contain_text(drawn[path])
            assert page.locator("figure[data-chart] svg").get_attribute("viewBox"), path
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        texts = []
        for leaf in document:
            width, height = leaf.get_size()
            assert tuple(sorted((round(width), round(height)))) == A4, path
            read = leaf.get_textpage()
            texts.append(read.get_text_range())
            boxes = [read.get_charbox(each) for each in range(read.count_chars())]
            assert [box for box in boxes if box[0] < EDGE or box[2] > width - EDGE] == [], path
        said = "".join("".join(texts).split())
        assert f"{site.url}{path}" in said, path
        assert f"1/{len(document)}" in said, path
        assert "SHA-256" in said or path in (home, "/")
        if path in drawn:
            assert said.count(drawn[path]) > 1  # in the chart and beside it
        document.close()

"""Rankings and charts with a browser: sorted, narrowed, saved; whole where scripts are off."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.browser.reading import site_to_read
from tests.pages.published import AT

pytestmark = pytest.mark.browser
__all__ = ["site_to_read"]

NAME = "昆明市网格化综合监督指挥中心"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_a_ranking_to_its_row(site: Site, browser: Browser, scripts: bool) -> None:
    page = site.listen(browser.new_page(java_script_enabled=scripts))
    page.goto(f"{site.url}/across/")
    page.get_by_role("main").get_by_role("link", name=re.compile("^项目支出")).click()
    page.get_by_label("含有文字").fill("卫星")
    page.get_by_role("button", name="查看").click()
    expect(page).to_have_url(re.compile("q=%E5%8D%AB%E6%98%9F"))
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="资金来源总计").click()
    expect(page.locator("[aria-sort='ascending']")).to_have_text("资金来源总计")
    page.locator("tbody").get_by_role("link", name=NAME).click()
    expect(page.get_by_role("main")).to_contain_text("卫星")
    page.goto(f"{site.url}/functions/208/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("208")
    assert site.complaints == []


def test_a_chart_is_drawn_beside_its_table_and_saved(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    page = site.listen(browser.new_page())
    page.goto(site.url)
    figure = page.locator("figure[data-chart='treemap']")
    figure.scroll_into_view_if_needed()
    drawing = figure.locator(".drawing svg")
    expect(drawing).to_be_visible()
    expect(drawing).to_contain_text("一般公共服务支出")
    for kind, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"\xef\xbb\xbf")):
        with page.expect_download() as download:
            figure.get_by_role("button", name=kind.upper()).click()
        path = tmp_path / f"chart.{kind}"
        download.value.save_as(path)
        assert path.read_bytes().startswith(begins)
    assert "一般公共服务支出" in (tmp_path / "chart.csv").read_text("utf-8-sig")
    assert site.complaints == []


def test_a_page_without_charts_fetches_no_library(site: Site, browser: Browser) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.url}/across/totals/", wait_until="networkidle")
    assert not [each for each in asked if "echarts" in each]


def test_heads_stay_phones_sort_and_paper_tells_the_unit(site: Site, browser: Browser) -> None:
    page = site.listen(browser.new_page(viewport={"width": 1440, "height": 360}))
    page.goto(f"{site.url}{AT}")
    table = page.locator("#table-general-budget-by-function")
    expect(table.locator(".scroll.fits")).to_be_visible()
    table.locator("tbody tr").last.evaluate("row => row.scrollIntoView()")
    expect(table.locator("thead")).to_be_in_viewport(ratio=1)
    page.goto(f"{site.url}/across/projects/")
    page.set_viewport_size({"width": 360, "height": 780})
    page.locator("thead").get_by_role("link", name="部门").click()
    expect(page.locator("thead [aria-sort='ascending'] a")).to_be_visible()
    expect(page.locator("tbody .unit").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("table.wide caption")).to_have_css("position", "static")
    page.goto(f"{site.url}/departments/")
    expect(page.locator("table.departments")).to_be_visible()
    assert site.complaints == []

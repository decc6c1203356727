"""A reader compares two departments from the list, without a script, and takes the table along."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.pages.siblings import publish_as_it_was, sibling

pytestmark = pytest.mark.browser


@pytest.fixture
def siblings(site: Site, seed: bytes) -> Site:
    """The site with a second department on it, published before the browser starts."""
    publish_as_it_was(sibling(seed, "测试局", 1888, old1="505.01", new1="605.00"))
    return site


def test_from_the_list_to_the_file(siblings: Site, browser: Browser) -> None:
    site = siblings
    page = site.listen(browser.new_page(java_script_enabled=False, accept_downloads=True))
    page.goto(f"{site.url}/departments/")
    for name in ("昆明市网格化综合监督指挥中心2022年部门预算", "昆明市测试局2022年部门预算"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="比较").click()
    line = page.get_by_role("row", name="基本支出")
    expect(line).to_contain_text("505.01")
    expect(line).to_contain_text("605.00")
    page.get_by_label("口径").select_option(label="在职人均")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_role("row", name="项目").first).to_contain_text("在职实有 28")
    page.get_by_label("比较内容").select_option(label="一般公共预算支出预算表（按功能科目分类）")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_role("row", name="2101102")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="下载此表（CSV）").click()
    said = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    assert "2101102" in said
    page.get_by_role("link", name="移除").first.click()
    expect(page.get_by_text("再选一份，就可以比较。")).to_be_visible()
    assert site.complaints == []

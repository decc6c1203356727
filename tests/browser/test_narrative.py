"""A figure changed in the grid, its sentences marked, one click, and the text is right again."""

import pytest
from playwright.sync_api import Browser, expect

from disclosures.models import Revision
from tests.browser.conftest import Site
from tests.browser.test_grid import draft, is_saved, opened, signed_in, typed

__all__ = ["draft"]

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _rows_may_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def text_of(draft: Revision) -> str:
    return Revision.objects.get(pk=draft.pk).text


def address(site: Site, draft: Revision) -> str:
    return f"{site.url}/admin/disclosures/revision/{draft.pk}/narrative/"


def test_one_click_after_the_grid_puts_the_text_right(
    site: Site, browser: Browser, draft: Revision
) -> None:
    page = opened(site, signed_in(site, browser), draft, "three-public")
    typed(page, 0, 0, "5.36")
    is_saved(page)
    expect(page.locator("#stale")).to_contain_text("1 句与表格不同")
    page.get_by_role("link", name="查看并改写").click()
    expect(page.locator("#stale .is-old")).to_contain_text("合计3.36万元,较上年增加0万元")
    becomes = "合计5.36万元,较上年增加2.00万元,增长59.52%"
    expect(page.locator("#stale .is-new")).to_contain_text(becomes)
    page.get_by_role("button", name="全部改写").click()
    expect(page.locator("#stale")).to_contain_text("没有不同之处")
    assert becomes in text_of(draft)
    assert site.complaints == []


def test_a_section_is_saved_while_one_types_and_never_over_a_newer_one(
    site: Site, browser: Browser, draft: Revision
) -> None:
    mine, theirs = (
        site.listen(signed_in(site, browser, who).new_page())
        for who in ("finance", "administrator")
    )
    for page in (mine, theirs):
        page.goto(f"{address(site, draft)}#section-2")
    field = "#section-2 textarea"
    before = theirs.locator(field).input_value()
    theirs.locator(field).fill(before.replace("车辆编制1辆", "车辆编制2辆"))
    expect(theirs.locator("#section-2 .saving")).to_contain_text("已保存")
    mine.locator(field).fill(before.replace("车辆编制1辆", "车辆编制3辆"))
    conflict = mine.locator("#section-2 .conflict")
    expect(conflict).to_contain_text("车辆编制2辆")
    assert "车辆编制2辆" in text_of(draft)
    mine.reload()
    expect(mine.locator(field)).to_have_value(before.replace("车辆编制1辆", "车辆编制3辆"))
    expect(conflict).to_contain_text("车辆编制2辆")
    mine.get_by_role("button", name="用我的覆盖").click()
    expect(mine.locator("#section-2 .saving")).to_contain_text("已保存")
    assert "车辆编制3辆" in text_of(draft)

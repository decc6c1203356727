"""A clerk at the grid: typing, pasting, undoing, two clerks at once, and nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from disclosures.models import PrintedTable, Revision
from disclosures.records.disclosure import State
from disclosures.tables.new_assets import NewAsset
from disclosures.tables.three_public import ThreePublic
from tests.browser.conftest import Site
from tests.pages.published import other_department, person, take_in

pytestmark = pytest.mark.browser

BACKEND = "django.contrib.auth.backends.ModelBackend"
CELLS = "#grid .tabulator-row:not(.tabulator-calcs) .tabulator-cell[tabulator-field]"


@pytest.fixture(autouse=True)
def _rows_may_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright's loop runs in this thread, and Django would refuse the tests' own queries."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def draft(site: Site, seed: bytes) -> Revision:
    return take_in(other_department(seed))


def signed_in(site: Site, browser: Browser, name: str = "finance") -> BrowserContext:
    """A browser with that person's session."""
    client = Client()
    client.force_login(person(name), backend=BACKEND)
    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site.url}])
    return context


def opened(site: Site, context: BrowserContext, draft: Revision, table: str) -> Page:
    page = site.listen(context.new_page())
    page.goto(f"{site.url}/admin/disclosures/revision/{draft.pk}/tables/{table}/")
    expect(page.locator("#saving")).not_to_have_text("读取中…")
    return page


def cell(page: Page, line: int, column: int) -> Any:
    return page.locator("#grid .tabulator-row").nth(line).locator(f"[tabulator-field=c{column}]")


def typed(page: Page, line: int, column: int, text: str) -> None:
    """Click a cell, type, Enter; an input method's words come into the open field."""
    cell(page, line, column).click()
    if text.isascii():
        page.keyboard.type(text)
    else:
        page.keyboard.press("Enter")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def is_saved(page: Page) -> None:
    expect(page.locator("#saving")).to_have_text("已存入草稿")


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData('text/plain', text);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
          {clipboardData: data, bubbles: true, cancelable: true})); }""",
        text,
    )


def totals(draft: Revision) -> list[str]:
    return [
        str(each)
        for each in ThreePublic.objects.filter(revision=draft).values_list("total", flat=True)
    ]


def test_a_typed_figure_is_in_the_draft_with_its_findings(
    site: Site, browser: Browser, draft: Revision
) -> None:
    page = opened(site, signed_in(site, browser), draft, "three-public")
    typed(page, 0, 0, "9.99")
    is_saved(page)
    assert totals(draft) == ["99900.00"]
    expect(page.locator("#findings")).to_contain_text("错误")
    assert "is-found" in (cell(page, 0, 0).get_attribute("class") or "")
    page.locator("#undo").click()
    is_saved(page)
    assert totals(draft) != ["99900.00"]
    assert site.complaints == []


def test_what_cannot_be_read_is_marked_and_not_stored(
    site: Site, browser: Browser, draft: Revision
) -> None:
    before = totals(draft)
    context = signed_in(site, browser)
    page = opened(site, context, draft, "three-public")
    typed(page, 0, 0, "十二万")
    expect(page.locator("#problems")).to_contain_text("第 1 行")
    expect(page.locator("#problems")).to_contain_text("十二万")
    assert "is-unread" in (cell(page, 0, 0).get_attribute("class") or "")
    assert totals(draft) == before
    page.close()
    page = opened(site, context, draft, "three-public")
    expect(page.locator("#kept")).to_contain_text("已恢复")
    expect(cell(page, 0, 0)).to_have_text("十二万")


def test_a_paste_from_a_spreadsheet_adds_lines(
    site: Site, browser: Browser, draft: Revision
) -> None:
    page = opened(site, signed_in(site, browser), draft, "new-assets")
    cell(page, 0, 0).click()
    lines = [f"测试局\t设备\tA02010{n:03}\t打印机{n}\t台\t2\t0.15\t0.3" for n in range(12)]
    paste(page, "\r\n".join([*lines, '"合\n计"\t\t\t\t\t24\t\t3.6']) + "\r\n")
    is_saved(page)
    table = PrintedTable.objects.get(revision=draft, table="new-assets")
    assert table.state == "filled"
    assert NewAsset.objects.filter(revision=draft).count() == 13
    assert NewAsset.objects.filter(revision=draft, row_kind="total").count() == 1
    expect(page.locator("#sums")).to_contain_text("3.6")
    page.keyboard.press("Control+z")
    expect(page.locator("#saving")).to_contain_text("没有读懂")
    assert (
        NewAsset.objects.filter(revision=draft).count() == 13
    )  # an emptied table asks for its sentence first
    page.locator("#statement").fill("本部门无新增资产，故公开空表。")
    is_saved(page)
    assert NewAsset.objects.filter(revision=draft).count() == 0


def test_the_later_of_two_sees_the_difference(
    site: Site, browser: Browser, draft: Revision
) -> None:
    mine = opened(site, signed_in(site, browser), draft, "three-public")
    theirs = opened(site, signed_in(site, browser, "administrator"), draft, "three-public")
    typed(theirs, 0, 0, "5.5")
    is_saved(theirs)
    typed(mine, 0, 0, "7.7")
    expect(mine.locator("#conflict")).to_contain_text("5.5")
    expect(mine.locator("#conflict")).to_contain_text("7.7")
    expect(mine.locator("#conflict")).to_contain_text("第1行")
    assert totals(draft) == ["55000.00"]
    mine.get_by_role("button", name="用我的覆盖").click()
    is_saved(mine)
    assert totals(draft) == ["77000.00"]


def test_an_expired_session_loses_nothing(site: Site, browser: Browser, draft: Revision) -> None:
    context = signed_in(site, browser)
    page = opened(site, context, draft, "three-public")
    session = next(each for each in context.cookies() if each["name"] == "sessionid")
    context.clear_cookies(name="sessionid")
    typed(page, 0, 0, "4.44")
    expect(page.locator("#saving")).to_contain_text("登录已过期")
    context.add_cookies([session])  # type: ignore[list-item]
    page.reload()
    expect(page.locator("#kept")).to_contain_text("已恢复")
    is_saved(page)
    assert totals(draft) == ["44400.00"]


def test_what_is_under_review_is_read_and_not_typed_over(
    site: Site, browser: Browser, draft: Revision
) -> None:
    Revision.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)
    page = opened(site, signed_in(site, browser), draft, "three-public")
    expect(page.locator("#saving")).to_have_text("只读")
    page.locator("#alone").click()
    expect(page.locator("#source")).to_be_hidden()
    page.reload()
    expect(page.locator("#source")).to_be_hidden()
    page.locator("#alone").click()
    expect(page.locator("#source")).to_be_visible()
    shown = cell(page, 0, 0).inner_text()
    typed(page, 0, 0, "9")
    assert cell(page, 0, 0).inner_text() == shown
    refused = page.evaluate(
        """async () => (await fetch(location.href, {method: 'POST', body: '{}', headers:
        {'X-CSRFToken': document.querySelector('[name=csrfmiddlewaretoken]').value}})).status"""
    )
    assert refused == 403


def test_by_keyboard_alone(site: Site, browser: Browser, draft: Revision) -> None:
    """From cell to cell, over a line's end, undone and emptied, without a pointer."""
    page = opened(site, signed_in(site, browser), draft, "new-assets")
    page.locator(".grid-help summary").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for text in ("测试局", "设备", "A02010601", "打印机", "台", "2", "0.15"):
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")
    page.keyboard.insert_text("0.3")
    page.keyboard.press("Enter")
    is_saved(page)
    (row,) = NewAsset.objects.filter(revision=draft)
    assert (str(row.quantity), str(row.unit_price), str(row.amount)) == (
        "2.0000",
        "1500.00",
        "3000.00",
    )
    expect(page.locator("#sums")).to_contain_text("0.3")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    is_saved(page)
    page.keyboard.press("Control+z")
    is_saved(page)
    assert NewAsset.objects.get(revision=draft).quantity == row.quantity


def test_a_server_that_was_away_loses_nothing(
    site: Site, browser: Browser, draft: Revision
) -> None:
    """Saved when it is back, in the same tab or in another after this one was closed."""
    context = signed_in(site, browser)
    page = opened(site, context, draft, "three-public")
    address = page.url
    context.set_offline(True)
    typed(page, 0, 0, "8.88")
    expect(page.locator("#saving")).to_contain_text("连不上服务器")
    context.set_offline(False)
    is_saved(page)
    assert totals(draft) == ["88800.00"]
    context.set_offline(True)
    typed(page, 0, 0, "6.66")
    expect(page.locator("#saving")).to_contain_text("连不上服务器")
    page.close()
    context.set_offline(False)
    again = site.listen(context.new_page())
    again.goto(address)
    expect(again.locator("#kept")).to_contain_text("已恢复")
    is_saved(again)
    assert totals(draft) == ["66600.00"]

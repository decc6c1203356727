"""The whole road: from a workbook with mistakes to a public page, its files and the ledger."""

import re
from datetime import timedelta
from io import BytesIO

import pdfplumber
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from disclosures.models import Duty, LedgerEntry, Release, Revision
from disclosures.publishing.releases import publish_due
from disclosures.records.disclosure import State
from tests.browser.conftest import Site
from tests.browser.test_grid import _rows_may_be_looked_at, cell, draft, is_saved, signed_in, typed
from tests.documents.workbook.official import workbook
from tests.pages.published import OTHER_AT, person, take_in

pytestmark = pytest.mark.browser
__all__ = ["_rows_may_be_looked_at", "draft"]

MOST_LOADS = 12
PRINTER = ("测试局", "通用设备", "A02010601", "打印机", "台", 2, 0.15, 0.3)
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Road:
    """Counts the documents that browsers load on the way, whoever walks."""

    def __init__(self) -> None:
        self.loads: list[str] = []

    def follow(self, page: Page) -> Page:
        """Count each document that the page's own frame loads; a part put in its place is none."""
        page.on("domcontentloaded", lambda loaded: self.loads.append(loaded.url))
        return page


def upload(page: Page, data: bytes) -> None:
    file = {"name": "表.xlsx", "mimeType": MEDIA, "buffer": data}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并预览").click()


def move(page: Page, verb: str, note: str = "") -> None:
    """One button of 下一步."""
    form = page.locator(f"form[action$='/move/{verb}/']")
    if note:
        form.locator("input[name=note]").fill(note)
    form.locator("input[type=submit]").click()


def state(page: Page, words: str) -> None:
    expect(page.locator(".desk-state")).to_contain_text(words)


def test_from_a_workbook_with_mistakes_to_the_public(
    site: Site, browser: Browser, draft: Revision
) -> None:
    road = Road()
    Duty.objects.create(user=person("approver"), department=draft.disclosure.department)
    desk = f"{site.url}/admin/disclosures/revision/{draft.pk}"
    clerk, approver, reviewer = (
        road.follow(site.listen(signed_in(site, browser, name).new_page()))
        for name in ("finance", "approver", "reviewer")
    )
    _handed_in(clerk, desk)
    _put_right(clerk)
    _returned(approver, desk)
    clerk.reload()
    expect(clerk.locator("#remarks")).to_contain_text("请补报送说明")
    expect(clerk.locator("#remarks")).to_contain_text("“三公”")
    clerk.get_by_role("button", name="已处理").click()
    expect(clerk.locator("#remarks .settled")).to_have_count(1)
    move(clerk, "submit")
    state(clerk, "待审核")
    approver.reload()
    move(approver, "approve")
    state(approver, "已审核")
    _scheduled(reviewer, desk, draft)
    public = road.follow(site.listen(browser.new_context().new_page()))
    _is_the_same_everywhere(site, public, draft)
    assert site.complaints == []
    assert len(road.loads) <= MOST_LOADS, road.loads


def _handed_in(clerk: Page, desk: str) -> None:
    """Three mistakes: no number, a sum that does not hold, an amount unlike the narrative's."""
    clerk.goto(f"{desk}/workbook/")
    upload(clerk, workbook(three_public=[("三万", 0, 2.36, 0, 2.36, 1)], new_assets=[PRINTER]))
    expect(clerk.locator("#content")).to_contain_text("three_public!A5")
    assert not clerk.get_by_role("button", name="确认导入").count()
    upload(clerk, workbook(three_public=[(9.99, 0, 2.5, 0, 2.36, 1)], new_assets=[PRINTER]))
    expect(clerk.locator("#content")).to_contain_text("A12")
    clerk.get_by_role("button", name="确认导入").click()
    state(clerk, "错误")


def _put_right(clerk: Page) -> None:
    """A finding leads to its cell; the other two mistakes are typed over where they are marked."""
    clerk.locator("#findings a[href*='/tables/three-public/']").first.click()
    expect(clerk.locator("#saving")).to_have_text("与草稿一致")
    assert "is-found" in (cell(clerk, 0, 0).get_attribute("class") or "")
    typed(clerk, 0, 0, "3.36")
    typed(clerk, 0, 2, "2.36")
    is_saved(clerk)
    expect(clerk.locator("#findings")).not_to_contain_text("错误")
    clerk.get_by_role("link", name="回到工作台").click()
    move(clerk, "submit")
    state(clerk, "待审核")


def _returned(approver: Page, desk: str) -> None:
    """A remark on one cell, and back it goes."""
    approver.goto(f"{desk}/tables/three-public/?row=0&column=reception")
    expect(approver.locator("#saving")).to_have_text("只读")
    expect(approver.locator("#pinned")).to_contain_text("接待")
    approver.locator("#remark-form textarea").fill("请补报送说明")
    approver.get_by_role("button", name="批注", exact=True).click()
    expect(approver.locator("#remarks")).to_contain_text("请补报送说明")
    approver.get_by_role("link", name="回到工作台").click()
    move(approver, "return", "见批注")
    state(approver, "已退回")


def _scheduled(reviewer: Page, desk: str, draft: Revision) -> None:
    reviewer.goto(f"{desk}/change/")
    due = timezone.localtime(timezone.now() + timedelta(days=1))
    reviewer.get_by_label("定时公开于").fill(f"{due:%Y-%m-%d %H:%M}")
    reviewer.get_by_role("button", name="列入公开计划").click()
    expect(reviewer.locator(".messagelist")).to_contain_text("已列入公开计划")
    assert publish_due() == []
    Release.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert len(publish_due()) == 1
    assert Revision.objects.get(pk=draft.pk).state == State.PUBLISHED


def _is_the_same_everywhere(site: Site, public: Page, draft: Revision) -> None:
    public.goto(f"{site.url}{OTHER_AT}")
    expect(public.locator("#tables")).to_contain_text("3.36")
    pdf = public.request.get(f"{site.url}{OTHER_AT}budget.pdf").body()
    with pdfplumber.open(BytesIO(pdf)) as opened:
        text = "".join(page.extract_text() for page in opened.pages)
    assert re.search(r"3\.36", text)
    api = f"{site.url}/api/v1"
    rows = public.request.get(f"{api}/tables/three-public/?department=ce-shi-ju").json()["results"]
    assert [row["total"] for row in rows] == ["33600.00"]
    entry = LedgerEntry.objects.get(revision=draft)
    told = public.request.get(f"{api}/ledger/?revision={entry.name}").json()["results"]
    assert [each["seal"] for each in told] == [entry.seal]
    public.goto(f"{site.url}/ledger/")
    expect(public.locator(f"#entry-{entry.number}")).to_contain_text(entry.content)


def test_of_two_publishers_one_is_told(site: Site, browser: Browser, seed: bytes) -> None:
    """Both have the page with the button before them."""
    text = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    revision = take_in(text, State.APPROVED)
    pages = [
        site.listen(signed_in(site, browser, name).new_page())
        for name in ("reviewer", "administrator")
    ]
    for page in pages:
        page.goto(f"{site.url}/admin/disclosures/revision/{revision.pk}/change/")
        page.locator("form[action$='/move/publish/'] input[name=note]").fill("科室更名")
    for page in pages:
        page.locator("form[action$='/move/publish/'] input[type=submit]").click()
        state(page, "已公开")
    expect(pages[0].locator(".messagelist")).to_contain_text("已公开")
    expect(pages[1].locator(".messagelist")).to_contain_text("“已公开”的版本不能“公开”")
    assert LedgerEntry.objects.filter(revision=revision).count() == 1

"""The API's documentation works in a real browser under the strict content security policy."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Response, sync_playwright

from budget_portal.browser import executable
from tests.unsealed import unsealed_flush

__all__ = ["unsealed_flush"]

pytestmark = pytest.mark.browser


@pytest.fixture
def browser() -> Iterator[Browser]:
    path = executable()
    assert path, "没有 Chromium；./run test 会安装它，或用环境变量 CHROMIUM 指定"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


def test_documentation_is_drawn_from_our_own_files(
    unsealed_flush: None, live_server: Any, browser: Browser
) -> None:
    complaints: list[str] = []
    addresses: list[Response] = []
    page = browser.new_page()
    page.on(
        "console", lambda each: each.type in ("error", "warning") and complaints.append(each.text)
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda each: addresses.append(each))
    page.goto(f"{live_server.url}/api/v1/docs/")
    page.get_by_text("编制说明引用数据").first.wait_for()
    assert complaints == []
    assert {each.status for each in addresses} == {200}
    assert {each.url.split("/")[2] for each in addresses} == {live_server.url.split("/")[2]}


def test_a_question_can_be_tried_out(
    unsealed_flush: None, live_server: Any, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/api/v1/docs/")
    operation = page.locator("#operations-地区与部门-list_regions")
    operation.get_by_role("button").first.click()
    operation.get_by_role("button", name="Try it out").click()
    with page.expect_response("**/api/v1/regions/") as asked:
        operation.get_by_role("button", name="Execute").click()
    assert asked.value.json() == {"next": None, "results": []}

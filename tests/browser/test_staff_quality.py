"""Every kind of page of the staff's door: nothing axe objects to, nothing wider than its window."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser

from disclosures.models import Remark, Revision
from tests.browser.conftest import Site
from tests.browser.test_grid import _rows_may_be_looked_at, signed_in
from tests.pages.published import other_department, take_in

pytestmark = pytest.mark.browser
__all__ = ["_rows_may_be_looked_at"]

OF_REVISION = (
    "change/",
    "workbook/",
    "tables/three-public/?row=0&column=total",
    "review/place/?section=4",
)
PAGES = (
    "/admin/",
    "/admin/disclosures/revision/",
    "/admin/disclosures/revision/receive/",
    "/admin/disclosures/revision/templates/",
)
# What Django's own pages and the grid's library bring along and we do not write.
NOT_OURS = ("#nav-sidebar", "#changelist", ".tabulator", "#toolbar", ".theme-toggle")


@pytest.fixture
def draft(site: Site, seed: bytes) -> Revision:
    slip = seed.replace("资产总额1,168.18万元".encode(), "资产总额1,168.18元".encode())
    revision = take_in(other_department(slip))
    by = get_user_model().objects.get(username="reviewer")
    Remark.objects.create(revision=revision, text="请核对", section=4, by=by)
    return revision


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_the_staffs_pages_are_fit_to_use(
    site: Site, browser: Browser, draft: Revision, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = signed_in(site, browser)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    own = f"/admin/disclosures/revision/{draft.pk}/"
    wrong = {}
    for path in (*PAGES, *(f"{own}{each}" for each in OF_REVISION)):
        page.goto(f"{site.url}{path}", wait_until="networkidle")
        told = Axe().run(page, {"exclude": [[each] for each in NOT_OURS]})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if told.violations_count or wide > width:
            wrong[path] = f"{wide} px: {told.generate_report()}"
    assert not wrong, "\n".join(f"{path} {said}" for path, said in wrong.items())

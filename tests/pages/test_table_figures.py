"""A headline figure that only a table prints is shown as disclosed, with its cell."""

import json
from decimal import Decimal

import orjson
import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.demo import SEED
from disclosures.publishing.keeping import keep_file
from disclosures.publishing.workbooks import preview_workbook, take_in_workbook
from disclosures.records.disclosure import Revision
from disclosures.records.table_figure import TableFigure
from tests.documents.workbook.official import workbook
from tests.pages.published import OTHER_AT, other_department, person, take_in
from tests.pages.siblings import publish_as_it_was
from tests.pages.test_achieved import document


@pytest.fixture
def tabled(published: Revision) -> Revision:
    """Another department, whose narrative does not state its receptions and whose table does."""
    text = other_department(SEED.read_bytes()).decode()
    lines = [line for line in text.splitlines() if "公务接待费" not in line]
    draft = take_in("\n".join(lines).encode())
    assert not draft.quotedfigure_set.filter(key="sangong.reception").exists()
    data = workbook(three_public=[(3.36, 0, 2.36, 0, 2.36, 1)])
    by = person("finance")
    run = preview_workbook(revision=draft, data=data, filename="表.xlsx")
    keep_file(data=data, sha256=run.sha256, filename="表.xlsx", media="", by=by)
    take_in_workbook(revision=draft, data=data, filename="表.xlsx", stamp=run.stamp, by=by)
    submit_revision(revision=draft, by=by)
    approve_revision(revision=draft, by=person("reviewer"))
    return publish_revision(revision=draft, by=person("reviewer"))


def test_it_is_kept_with_its_cell(tabled: Revision) -> None:
    found = TableFigure.objects.get(revision=tabled, key="sangong.reception")
    assert (found.yuan, found.printed, found.unit) == (Decimal("10000.00"), "1", "万元")
    assert (found.table, found.row, found.column) == ("three-public", 0, "reception")


def test_the_page_leads_to_the_cell(tabled: Revision, client: Client) -> None:
    page = lxml_html.fromstring(client.get(OTHER_AT).content.decode())
    (card,) = page.xpath("//article[starts-with(normalize-space(h3),'公务接待费')]")
    (link,) = card.xpath(".//a[@class='figure']")
    assert link.get("href") == f"{OTHER_AT}tables/three-public/0/reception/"
    assert "1万元" in link.text_content()
    assert client.get(link.get("href")).status_code == 200


def test_the_api_gives_it_with_its_provenance(tabled: Revision, client: Client) -> None:
    found = json.loads(client.get("/api/v1/disclosures/", {"department": "ce-shi-ju"}).content)
    (row,) = found["results"]
    assert row["headline"]["three_public_reception"] == "10000.00"
    provenance = row["provenance"]["three_public_reception"]
    assert provenance["page"].endswith("r1/tables/three-public/0/reception/")
    assert provenance["nothing"] is None


def test_what_the_narrative_states_is_not_kept_twice(published: Revision) -> None:
    assert not published.tablefigure_set.exists()


def test_a_table_states_its_own_unit(published: Revision, client: Client) -> None:
    told = orjson.loads(document("budget", "three-public", ("total",), [("33600",)]))
    told["tables"][0]["unit"] = "元"
    assert told["unit"] == "万元"  # that of the narrative
    publish_as_it_was(orjson.dumps(told))
    table = f"{OTHER_AT}tables/three-public/"
    for path in (OTHER_AT, table, f"{table}embed/", f"/en{table}"):
        page = lxml_html.fromstring(client.get(path).content.decode())
        (note,) = page.xpath("//*[@id='table-three-public']/p[@class='note']")
        (cell,) = page.xpath("//*[@id='table-three-public']//td[@class='number']")
        unit = "yuan" if path.startswith("/en") else "元"
        assert note.text_content().split("：")[-1].split(":")[-1].strip() == unit
        assert cell.text_content() == "33600"
    assert "金额单位：万元" in client.get(f"{table}?unit=wan").content.decode()

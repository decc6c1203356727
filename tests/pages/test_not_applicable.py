"""A figure whose total prints 不适用 is no zero, no blank and no empty table: it is said."""

from csv import DictReader
from io import StringIO
from typing import Any

import orjson
import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.models import Derivation
from disclosures.pages.share import figures_of
from disclosures.publishing.demo import FIGURES
from disclosures.publishing.deriving import make_up
from disclosures.publishing.seal import stepping_past
from disclosures.records.disclosure import Revision
from disclosures.records.table_figure import TableFigure
from tests.pages.siblings import publish_as_it_was

NAME = "shen-zhen-shi-xin-fang-ju-2026-budget.json"
AT = "/shenzhen/xin-fang-ju/"
NOW, LAST = (f"shenzhen.xin-fang-ju.{year}.budget" for year in (2026, 2025))
# 合计, 因公出国, 公务接待, 公务用车, 购置, 运行
AMOUNTS = ("不适用", "—", "2.98", "不适用", "0.00", "")
SAID = {"sangong.total", "sangong.abroad", "sangong.vehicle"}


def budget(year: int, total: str, *amounts: str) -> bytes:
    """A budget that states nothing of 三公 nor its total; its tables print some text of them."""
    said = orjson.loads((FIGURES / NAME).read_bytes())
    said["year"] = year
    said["figures"] = [
        [key, str(year), unit, str(year)] if key == "doc.year" else [key, value, unit, printed]
        for key, value, unit, printed in said["figures"]
        if not key.startswith(("sangong.", "exp.total"))
    ]
    tables = {each["table"]: each for each in said["tables"]}
    tables["three-public"]["rows"] = [
        ["total", "合计", f"{year}年", None, ["budget", ""], *amounts]
    ]
    balance = tables["financial-balance"]
    line, amount = (1 + balance["columns"].index(each) for each in ("line", "amount"))
    for row in balance["rows"]:
        if "expenditure_total" in (row[line] or ()):
            row[amount] = total
    said["tables"].remove(tables["expenditure-summary"])
    return orjson.dumps(said)


@pytest.fixture
def two_years(published: Revision) -> Revision:
    """Of 2025 the cells are blank, of 2026 they say 不适用."""
    publish_as_it_was(budget(2025, "", "", "", "2.98", "", "0.00", ""), NAME)
    return publish_as_it_was(budget(2026, "/", *AMOUNTS), NAME)


def tree(client: Client, path: str, **asked: Any) -> Any:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def said(page: Any, within: str) -> list[str]:
    return page.xpath(f"{within}//*[@class='undisclosed']/text()")


def test_it_is_kept_with_its_cell(two_years: Revision) -> None:
    found = TableFigure.objects.filter(revision=two_years, yuan=None)
    printed = dict(found.values_list("key", "printed"))
    assert printed == dict.fromkeys(("sangong.total", "sangong.vehicle"), "不适用") | {
        "sangong.abroad": "—",
        "exp.total": "/",
    }
    assert not TableFigure.objects.filter(revision=two_years, key="sangong.vehicle_run").exists()


def test_the_page_says_so_and_leads_to_the_cell(two_years: Revision, client: Client) -> None:
    page = tree(client, f"{AT}2026/")
    cards = page.xpath("//section[@id='key']//article")
    of = {"".join(each.xpath("string(.//h3)").split()): each for each in cards}
    for label, cell in (("三公", "three-public/0/total/"), ("总支出", "/amount/")):
        (card,) = (each for name, each in of.items() if label in name)
        (link,) = card.xpath(".//a[@class='undisclosed']")
        assert link.text == "不适用"
        assert link.get("href").endswith(cell)
        assert client.get(link.get("href")).status_code == 200
    three = said(page, "//section[@id='three-public']")
    assert (three.count("不适用"), three.count("未公开") > 0) == (2, True)
    assert "不适用" not in said(tree(client, f"{AT}2025/"), "//section")
    assert [each.text for each in figures_of(two_years)] == ["不适用", "不适用"]
    english = tree(client, f"/en{AT}2026/")
    assert "Not applicable" in said(english, "//section[@id='key']")


@pytest.mark.parametrize(
    ("path", "asked", "times"),
    [
        ("/", {"year": "2026"}, 2),
        (AT, {}, 2),
        ("/departments/", {"year": "2026"}, 2),
        ("/across/three-public/", {"year": "2026"}, 4),
        ("/across/totals/", {"year": "2026"}, 1),
        ("/compare/", {"of": [NOW, LAST], "on": "three-public"}, 3),
    ],
)
def test_lists_tell_it_from_silence(
    two_years: Revision, client: Client, path: str, asked: dict[str, Any], times: int
) -> None:
    found = said(tree(client, path, **asked), "//table")
    assert found.count("不适用") == times
    if "year" in asked:
        before = said(tree(client, path, **asked | {"year": "2025"}), "//table")
        assert "不适用" not in before
        assert "未公开" in before


def test_files_tell_it(two_years: Revision, client: Client) -> None:
    file = client.get("/departments/departments.csv", {"year": "2026"}).content.decode()
    assert file.count("不适用") == 2
    assert "不适用" in client.get(f"{AT}years.csv").content.decode()
    said = client.get("/across/three-public.csv", {"year": "all"}).getvalue().decode("utf-8-sig")
    rows = {row["year"]: row for row in DictReader(StringIO(said))}
    assert (rows["2026"]["total"], rows["2026"]["nothing"]) == ("", "not_applicable")
    assert set(rows["2026"]["not_applicable"].split()) == SAID
    assert (rows["2025"]["nothing"], rows["2025"]["not_applicable"]) == ("not_disclosed", "")
    feed = client.get("/feed.atom").content.decode()
    assert feed.count("总支出 不适用") == 1


def test_the_interface_tells_it(two_years: Revision, client: Client) -> None:
    (row,) = orjson.loads(client.get("/api/v1/disclosures/", {"disclosure": NOW}).content)[
        "results"
    ]
    whole = orjson.loads(client.get(f"/api/v1/disclosures/{NOW}/").content)
    for each in (row, whole):
        assert each["headline"]["three_public_abroad"] is None
        place = each["provenance"]["three_public_abroad"]
        assert (place["nothing"], place["printed"]) == ("not_applicable", "—")
        assert place["page"].endswith("/tables/three-public/0/abroad/")
        running = each["provenance"]["three_public_vehicle_running"]
        assert (running["nothing"], running["page"]) == ("not_disclosed", None)
    answer = client.get("/api/v1/disclosures/", {"disclosure": NOW, "format": "csv"})
    (line,) = DictReader(StringIO(b"".join(answer).decode("utf-8-sig")))
    assert line["three_public_total_nothing"] == "not_applicable"
    assert line["three_public_reception_nothing"] == ""


def test_what_was_published_before_is_made_up_for(two_years: Revision) -> None:
    before = set(TableFigure.objects.values_list("revision", "key", "yuan", "printed"))
    with stepping_past([TableFigure, Derivation], "default"):
        TableFigure.objects.filter(yuan=None).delete()
        Derivation.objects.filter(revision=two_years).delete()
    assert make_up() == 1
    assert set(TableFigure.objects.values_list("revision", "key", "yuan", "printed")) == before

"""A disclosure's pages: every figure in its place, every table, every section, every check."""

import csv
import hashlib
import html
import re
from pathlib import Path

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.pages.addresses import address
from disclosures.publishing.previewing import preview_token
from disclosures.records.disclosure import Revision, State
from disclosures.records.printed_table import PrintedTable, TableState
from tests.pages.published import AT, person, take_in

DATA = Path(__file__).parents[1] / "documents/data/seed_fields.csv"
NUMERIC = {"amount", "int", "percent", "decimal"}
FIELDS = [each for each in csv.DictReader(DATA.open(encoding="utf-8")) if each["type"] in NUMERIC]
RUNNING = "昆明市网格化综合监督指挥中心部门机关运行经费0万元,主要原因是:"


def page(client: Client, path: str) -> str:
    """A page that must be there."""
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def text_of(document: str, selector: str = "//main") -> str:
    """What a reader reads in the first element that fits, explanations closed, without space."""
    found = lxml_html.fromstring(document).xpath(selector)[0]
    for closed in found.xpath(".//*[@popover]"):
        closed.drop_tree()
    return squeezed(str(found.text_content()))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_numeric_field_is_marked_in_its_place(published: Revision, client: Client) -> None:
    figures = {each.key: each for each in published.quotedfigure_set.all()}
    assert len(FIELDS) > 90
    for field in FIELDS:
        key = field["field"]
        for at in (AT, f"{AT}r1/"):
            body = page(client, f"{at}figures/{key}/")
            marked = re.findall(r"<mark[^>]*>(.*?)</mark>", body, re.S)
            assert [html.unescape(each) for each in marked] == [figures[key].printed], key
            assert squeezed(figures[key].printed) in squeezed(published.text)
            number = field["value"].lstrip("-")
            if number != "0" or "无" not in figures[key].printed:
                assert number.rstrip("0").rstrip(".") in figures[key].printed.replace(",", ""), key


def test_the_mark_stands_in_its_sentence(published: Revision, client: Client) -> None:
    body = page(client, f"{AT}figures/running.amount/")
    assert squeezed(RUNNING) in text_of(body, "//blockquote[@class='place']")
    quoted = lxml_html.fromstring(body).xpath("//blockquote")
    section = published.narrativesection_set.get(number=9)
    whole = published.text[section.start : section.end]
    assert squeezed("".join(each.text_content() for each in quoted)) == squeezed(whole)
    assert f"{AT}r1/figures/running.amount/" in body


def test_every_figure_on_the_page_leads_somewhere(published: Revision, client: Client) -> None:
    load_codes()
    tree = lxml_html.fromstring(page(client, AT))
    links = {link for link in tree.xpath("//main//a/@href") if link.startswith("/")}
    assert {f"{AT}figures/{field['field']}/" for field in FIELDS} - links <= UNLINKED
    for link in sorted(links):
        assert client.get(link).status_code == 200, link


# Stands on the cover, outside the nine sections.
UNLINKED = {f"{AT}figures/doc.year/"}


def test_sixteen_tables_with_their_titles(published: Revision, client: Client) -> None:
    tree = lxml_html.fromstring(page(client, AT))
    blocks = tree.xpath("//section[starts-with(@id, 'table-')]")
    tables = list(PrintedTable.objects.filter(revision=published).order_by("position"))
    assert len(blocks) == len(tables) == 16
    for block, table in zip(blocks, tables, strict=True):
        said = squeezed(block.text_content())
        assert said.startswith(f"表{table.position}{squeezed(table.title)}")
        if table.state in (TableState.DECLARED_EMPTY, TableState.NOT_ATTACHED):
            assert table.statement
            assert squeezed(table.statement) in said
            assert not block.xpath(".//td")
        else:
            assert "取自编制说明" in said
            assert block.xpath(".//table//td//a")


def test_a_declared_empty_table_quotes_its_sentence(published: Revision, client: Client) -> None:
    said = text_of(page(client, AT), "//section[@id='table-transfer-to-district']")
    assert "空表" in said
    assert "部门预算无与中央配套事项。" in said


def test_a_table_no_form_knows_is_shown_as_printed(
    published: Revision, client: Client, seed: bytes
) -> None:
    draft = take_in(seed.replace("2022年".encode(), "2023年".encode()))
    position = draft.printedtable_set.count() + 1
    cells = [["人员情况", 0, 0, 1, 2, None], ["在职", 1, 0, 1, 1, None], ["12", 1, 1, 1, 1, None]]
    PrintedTable.objects.create(
        revision=draft,
        table=f"unknown-{position}",
        position=position,
        title="人员情况表",
        state=TableState.AS_PRINTED,
        cells=cells,
    )
    token = preview_token(revision=draft, by=person("finance"))
    body = page(client, f"/preview/{token}/")
    told = text_of(body, f"//section[@id='table-unknown-{position}']")
    assert "按原样保留" in told
    assert "人员情况在职12" in told


def test_nine_sections_whole(published: Revision, client: Client) -> None:
    tree = lxml_html.fromstring(page(client, AT))
    sections = published.narrativesection_set.filter(number__range=(1, 9)).order_by("number")
    assert sections.count() == 9
    for section in sections:
        shown = tree.xpath(f"//details[@id='section-{section.number}']")[0].text_content()
        assert squeezed(shown) == squeezed(published.text[section.start : section.end])


def test_the_checks_tell_the_projects_gap(published: Revision, client: Client) -> None:
    said = text_of(page(client, AT), "//section[@id='checks']")
    assert "5个重点项目合计1,202.82万元，不超过项目支出1,202.94万元，两者相差0.12万元" in said
    assert "D16" in said
    for finding in published.finding_set.all():
        assert squeezed(finding.message) in said, finding.rule


@pytest.mark.parametrize(
    ("unit", "total", "basic"),
    [
        ("yuan", "17,079,500.00元", "5,050,100.00元"),
        ("wan", "1,707.95万元", "505.01万元"),
        ("printed", "1707.95万元", "505.01万元"),
        ("nonsense", "1707.95万元", "505.01万元"),
    ],
)
def test_the_unit_may_be_chosen(
    published: Revision, client: Client, unit: str, total: str, basic: str
) -> None:
    body = page(client, f"{AT}?unit={unit}")
    said = text_of(body, "//section[@id='key']")
    assert f"部门财务总收入{total}" in said
    assert f"基本支出{basic}" in said
    narrative = text_of(body, "//details[@id='section-3']")
    assert "2022年部门财务总收入1707.95万元" in narrative


def test_table_amounts_follow_the_unit(published: Revision, client: Client) -> None:
    path = "//section[@id='table-three-public']//tbody"
    assert text_of(page(client, f"{AT}?unit=yuan"), path).startswith("33,600.00")
    assert text_of(page(client, f"{AT}?unit=wan"), path).startswith("3.36")
    assert text_of(page(client, AT), path).startswith("3.36")


def test_the_source_is_the_file_itself(published: Revision, client: Client, seed: bytes) -> None:
    for at in (AT, f"{AT}r1/"):
        response = client.get(f"{at}source/")
        assert response.getvalue() == seed
        assert "attachment" in response.headers["Content-Disposition"]
    assert hashlib.sha256(seed).hexdigest() in page(client, AT)


def test_a_cell_shows_its_sentence(published: Revision, client: Client) -> None:
    body = page(client, f"{AT}tables/three-public/0/total/")
    assert text_of(body, "//mark") == "3.36万元"
    assert "33,600.00元" in text_of(body)
    assert f"{AT}r1/tables/three-public/0/total/" in body


def test_what_is_not_written_is_not_a_zero(
    published: Revision, client: Client, seed: bytes
) -> None:
    assert "机关运行经费0万元" in text_of(page(client, AT), "//section[@id='key']")
    sentence = next(line for line in seed.decode().splitlines() if RUNNING in line)
    take_in(seed.decode().replace(sentence, "").encode(), State.PUBLISHED)
    said = text_of(page(client, AT), "//section[@id='key']")
    assert "机关运行经费未公开" in said
    assert "机关运行经费0" not in said
    assert client.get(f"{AT}figures/running.amount/").status_code == 404


@pytest.mark.parametrize(
    ("unit", "total"),
    [("printed", "1707.95万元"), ("yuan", "17,079,500.00元"), ("wan", "1,707.95万元")],
)
def test_lists_state_the_unit_beside_every_amount(
    published: Revision, client: Client, unit: str, total: str
) -> None:
    for path in ("/", AT.removesuffix("2022/")):
        tree = lxml_html.fromstring(page(client, f"{path}?unit={unit}"))
        listed = tree.xpath("//section[@aria-labelledby='list-title']//tbody/tr")
        row = (listed or tree.xpath("//tbody/tr"))[0]
        assert [squeezed(each.text_content()) for each in row][2] == total


def test_a_change_is_told_in_words(published: Revision, client: Client) -> None:
    said = text_of(page(client, AT), "//section[@id='key']")
    assert "部门财务总收入1707.95万元比上年减少20.82万元" in said
    assert "项目支出1202.94万元比上年持平" in said
    assert "未说明与上年的对比我单位属全额拨款事业单位,无机关运行经费" in said


@pytest.mark.parametrize(("suffix", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_a_revision_is_had_as_word_and_pdf(
    published: Revision, client: Client, suffix: str, begins: bytes
) -> None:
    document = page(client, AT)
    url = address(published, "export", pinned=True, suffix=suffix)
    assert url in document
    first, again = (client.get(url).getvalue() for _ in range(2))
    assert first.startswith(begins)
    assert first == again


def test_no_other_format_is_offered(published: Revision, client: Client) -> None:
    url = address(published, "export", pinned=True, suffix="exe")
    assert client.get(url).status_code == 404

"""The flow and the trees of spending: drawn from what is printed, never across a gap."""

from dataclasses import replace
from decimal import Decimal

from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.amounts import Show
from disclosures.pages.composition import Composition, Part
from disclosures.pages.drill import drills
from disclosures.pages.drill_tree import Node
from disclosures.pages.flow import flow
from disclosures.pages.summary import Figures, Quote
from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind, Sheet
from tests.pages.published import AT
from tests.pages.siblings import publish_as_it_was


def part(label: str, yuan: int, code: str = "") -> Part:
    return Part(Quote(label, label, str(yuan), "元", "/"), Decimal(yuan), "元", code=code)


def row(code: str, name: str, total: int, basic: int, project: int) -> Row:
    amounts = {"total": total, "basic": basic, "project": project}
    cells = {key: Cell(Decimal(value), str(value)) for key, value in amounts.items()}
    return Row(cells | {"function_code": Cell(code, code), "function_name": Cell(name, name)})


def book(*rows: Row) -> Book:
    table = "general-budget-by-function"
    return Book((Sheet(table, "表五", 5, TableState.FILLED, "元", rows),))


INCOME = Composition("income", "收入来源", (part("一、一般公共预算拨款", 90), part("其他", 10)))
SPENT = Composition(
    "functions", "支出用途", (part("一般公共服务支出", 70, "201"), part("其他", 30, "229"))
)
ROWS = (row("201", "一般公共服务支出", 70, 50, 20), row("229", "其他", 30, 0, 30))


def links(
    revision: Revision, *compositions: Composition, rows: tuple[Row, ...] = ROWS
) -> list[tuple[str, str, float]]:
    made = flow(revision, compositions, book(*rows))
    assert made is not None
    return [
        (each["source"].lstrip("\u200b"), each["target"], each["value"])
        for each in made.drawn["links"]
    ]


def test_sources_functions_and_their_split(published: Revision) -> None:
    assert links(published, INCOME, SPENT) == [
        ("一般公共预算拨款", "总支出", 90),
        ("其他", "总支出", 10),
        ("总支出", "一般公共服务支出", 70),
        ("总支出", "其他", 30),
        ("一般公共服务支出", "基本支出", 50),
        ("一般公共服务支出", "项目支出", 20),
        ("其他", "项目支出", 30),
    ]


def test_what_does_not_make_the_stage_before_is_left_out(published: Revision) -> None:
    short = Composition("income", "", (part("一般公共预算拨款", 90),))
    assert ("一般公共预算拨款", "总支出", 90) not in links(published, short, SPENT)
    wrong = (row("201", "一般公共服务支出", 70, 50, 19), ROWS[1])
    assert len(links(published, INCOME, SPENT, rows=wrong)) == 4
    assert flow(published, [SPENT], book(*wrong)) is None
    assert flow(published, [INCOME], book(*ROWS)) is None


def codes(nodes: tuple[Node, ...]) -> list[object]:
    return [(each.code, each.share, codes(each.parts)) for each in nodes]


def test_a_tree_holds_only_printed_codes(published: Revision) -> None:
    rows = (
        row("201", "一般公共服务支出", 70, 70, 0),
        row("2010101", "行政运行", 70, 70, 0),
        row("2290101", "其他", 30, 30, 0),
    )
    (tree,) = drills(Figures(published, Show.PRINTED), book(*rows))
    assert codes(tree.nodes) == [
        ("201", "70.0", [("2010101", "100.0", [])]),
        ("2290101", "30.0", []),
    ]


UNITS = (row("2010101", "行政运行", 40, 0, 0), row("2010101", "行政运行", 25, 0, 0))
OTHER = row("2290101", "其他", 30, 0, 0)


def total(yuan: int) -> Row:
    made = row("", "合计", yuan, 0, 0)
    return replace(made, kind=RowKind.TOTAL, cells=made.cells | {"function_code": Cell(None, "")})


def test_a_code_printed_once_a_unit_is_what_its_rows_add_up_to(published: Revision) -> None:
    figures = Figures(published, Show.PRINTED)
    (tree,) = drills(figures, book(*UNITS, OTHER, total(95)))
    summed, alone = tree.nodes
    assert (summed.code, summed.quote.text, summed.quote.url) == ("2010101", "65.00", "")
    first, second = summed.rows
    assert "第 1 行" in first
    assert '/total/" title="查看原文">40<' in first
    assert "第 2 行" in second
    assert ">25<" in second
    assert (alone.quote.text, alone.rows) == ("30", ())
    assert (tree.is_added_up, tree.differing) == (True, None)

    (refused,) = drills(figures, book(*UNITS, OTHER, total(950)))
    assert refused.differing is not None
    ours, printed = refused.differing
    assert (refused.nodes, ours, printed.text) == ((), "95.00", "950")

    below = (row("201", "一般公共服务支出", 66, 0, 0), *UNITS, OTHER)
    (tree,) = drills(figures, book(*below))
    assert [each.differs for each in tree.nodes] == [True, False]


def test_no_sum_is_made_where_a_row_may_be_the_sum(published: Revision) -> None:
    figures = Figures(published, Show.PRINTED)
    doubtful = (*UNITS, row("2010101", "行政运行", 65, 0, 0), OTHER)
    for rows in (doubtful, (*doubtful, total(95))):
        (refused,) = drills(figures, book(*rows))
        assert (refused.nodes, refused.is_unsure) == ((), True)
    (tree,) = drills(figures, book(*doubtful, total(160)))  # so none is: the total has them all
    assert tree.nodes[0].quote.text == "130.00"
    kinds = (UNITS[0], replace(UNITS[1], kind=RowKind.SUBTOTAL), OTHER)
    (refused,) = drills(figures, book(*kinds))
    assert refused.is_unsure


def test_beijings_units_stand_below_their_code(published: Revision, client: Client) -> None:
    name = "bei-jing-shi-shen-ji-ju-2026-budget.json"
    publish_as_it_was((FIGURES / name).read_bytes(), name)
    page = lxml_html.fromstring(client.get("/beijing/shen-ji-ju/2026/").content.decode())
    functions, economic = page.xpath("//section[@id='spending']//div[@class='drills']/div")
    assert "表内有的科目印在几行" in functions.text_content()
    assert "与表内印出的合计不符" not in page.xpath("string(//section[@id='spending'])")
    said = " ".join(functions.text_content().split())
    assert "2080505 机关事业单位基本养老保险缴费支出" in said
    assert "1,628.224872" in said
    assert "表内 3 行相加（本站计算）" in said
    assert economic.xpath(".//summary")
    for link in functions.xpath(".//ul[@class='drill']/li//a[@class='figure']/@href")[:3]:
        assert client.get(link).status_code == 200


def test_the_page_opens_spending_and_says_what_a_person_costs(
    published: Revision, client: Client
) -> None:
    page = lxml_html.fromstring(client.get(AT).content.decode())
    assert "2080505" in page.xpath("//section[@id='spending']//a[@class='code']/text()")
    figures = {each.key: each for each in published.quotedfigure_set.all()}
    yuan, people = figures["exp.basic"].yuan, figures["staff.on_post"].value
    assert yuan is not None
    assert people
    assert f"{yuan / people / 10000:,.2f}" in page.xpath("string(//section[@id='staff'])")

"""The flow and the trees of spending: drawn from what is printed, never across a gap."""

from decimal import Decimal

from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.amounts import Show
from disclosures.pages.composition import Composition, Part
from disclosures.pages.drill import Node, drills
from disclosures.pages.flow import flow
from disclosures.pages.summary import Figures, Quote
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, Sheet
from tests.pages.published import AT


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


def test_a_code_printed_twice_makes_no_tree(published: Revision) -> None:
    twice = (row("201", "甲", 70, 70, 0), row("201", "乙", 70, 70, 0))
    assert drills(Figures(published, Show.PRINTED), book(*twice)) == []


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

"""Groups A, B and C on whole tables: each rule holds on the good book and fails on one cell."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome, Severity
from disclosures.records.printed_table import TableState
from disclosures.rules.catalogue import catalogue
from disclosures.rules.context import Context
from disclosures.tables.book import Book, Cell, Origin, Row
from tests.rules.example_tables import empty, good_book, sheet, with_cell, without
from tests.rules.examples import CONTEXT, findings, narrative, outcomes

Changed = dict[str, str | None]
TABLE_RULES = [code for code in catalogue() if code[0] in "ABC"]
# Rules that need what the good book leaves out; each has its own test below.
ELSEWHERE = {"A15", "A18", "B08", "B16", "B20", "B21", "C09", "C10"}

# rule, table, row, column, what is printed instead, words of the message
BROKEN: list[tuple[str, str, int, str, str, str]] = [
    ("A01", "financial-balance", 12, "amount", "9999999", "不等于支出总计"),
    ("A02", "financial-balance", 0, "amount", "8400001", "不等于一般公共预算拨款收入＋"),
    ("A03", "financial-balance", 5, "amount", "1000001", "单位资金收入的预算数"),
    ("A03", "department-income", 0, "service_income", "1", "不等于各列之和（1.00元）"),
    ("A04", "fiscal-balance", 4, "amount", "100001", "本年收入合计＋上年结转结余"),
    ("A05", "financial-balance", 14, "amount", "600001", "不等于各功能类之和"),
    ("A06", "department-income", 1, "total", "3000001", "201002的收入合计"),
    ("A07", "department-income", 2, "general_budget", "8400001", "合计行的本年收入：一般公共预算"),
    ("A08", "department-expenditure", 3, "unit_funds", "1", "2012604的支出合计4,000,000.00元"),
    ("A09", "department-expenditure", 2, "total", "5000001", "20126的支出合计"),
    ("A10", "fiscal-balance", 1, "amount", "8400001", "不等于一般公共预算拨款收入＋"),
    ("A11", "general-budget-by-function", 2, "basic_public_use", "1", "2012601的基本支出小计"),
    ("A12", "three-public", 0, "reception", "20001", "第1行的“三公”经费合计90,000.00元，不等于"),
    ("A13", "project-expenditure", 0, "general_budget", "1", "的资金来源总计1,500,000.00元"),
    ("A14", "basic-expenditure", 0, "general_budget_issued_now", "1", "不等于各列之和"),
    ("A16", "procurement", 0, "reserved_for_small_business", "200001", "超过资金来源总计"),
    ("A17", "purchased-services", 0, "general_budget", "1", "的资金来源总计100,000.00元"),
    ("A19", "new-assets", 0, "unit_price", "6000", "不等于数量×单价（24,000.00元）"),
    ("A20", "project-performance", 2, "indicator_level_one", "产出指标", "没有满意度指标"),
    ("A20", "project-performance", 0, "indicator_value", "若干", "缺少数值"),
    ("A20", "project-performance", 0, "measurement_unit", "", "缺少度量单位"),
    ("A20", "project-performance", 0, "indicator_comparator", "", "缺少比较符号"),
    ("B01", "department-income", 2, "total", "1", "不等于财务收支预算总表的收入总计"),
    ("B02", "department-expenditure", 10, "total", "1", "的本年支出合计"),
    ("B03", "financial-balance", 9, "amount", "1", "的其他收入0.0001万元"),
    ("B04", "financial-balance", 15, "amount", "1", "部门支出预算表（221）"),
    ("B05", "fiscal-balance", 1, "amount", "1", "财政拨款收支预算总表的一般公共预算拨款收入"),
    ("B06", "fiscal-balance", 10, "amount", "600001", "超过财务收支预算总表（208）"),
    ("B07", "general-budget-by-function", 10, "total", "1", "一般公共预算支出预算表"),
    ("B09", "basic-expenditure", 6, "general_budget", "1", "的基本支出小计600.00万元，不等于"),
    ("B09", "project-expenditure", 4, "general_budget", "1", "的项目支出250.00万元，不等于"),
    ("B10", "basic-expenditure", 4, "general_budget", "1", "2080505"),
    ("B11", "project-expenditure", 4, "total", "1", "部门支出预算表的支出合计1,000.00万元"),
    ("B12", "three-public", 0, "vehicle_running", "1", "经济科目30231之和"),
    ("B13", "project-performance", 8, "project_name", "新增项目", "新增项目有绩效目标而不在"),
    (
        "B13",
        "project-expenditure",
        2,
        "project_category",
        "特定目标类",
        "设备更新属特定目标类而没有",
    ),
    ("B14", "procurement", 0, "total", "800001", "馆库维护"),
    ("B14", "procurement", 3, "total", "10000001", "超过部门支出预算表的支出合计"),
    ("B15", "purchased-services", 1, "total", "600001", "超过部门政府采购预算表"),
    ("B17", "new-assets", 0, "amount", "200001", "经济科目309、310之和"),
    ("B18", "superior-subsidy-projects", 0, "project_name", "馆库维护", "馆库维护既列上级补助项目"),
    ("B19", "medium-term-plan", 0, "first_year", "1", "馆库维护"),
    ("C01", "financial-balance", 9, "amount", "1", "编制说明的其他收入50.00万元，不等于"),
    ("C02", "fiscal-balance", 4, "amount", "1", "编制说明的上年结转收入10.00万元，不等于"),
    ("C03", "general-budget-by-function", 10, "basic", "1", "编制说明的基本支出600.00万元"),
    ("C04", "general-budget-by-function", 6, "total", "1", "2080505"),
    ("C04", "general-budget-by-function", 6, "function_code", "2080506", "（2080506）：表中有而"),
    ("C05", "procurement", 3, "total", "1", "编制说明的政府采购预算总额60.00万元，不等于"),
    ("C05", "procurement", 1, "catalogue", "B01", "政府采购工程预算0万元，不等于"),
    ("C06", "three-public", 0, "abroad", "10000", "编制说明的因公出国(境)费0万元，不等于"),
    ("C07", "project-expenditure", 1, "total", "1", "馆库维护80.00万元，不等于"),
]


@pytest.mark.parametrize("rule", [each for each in TABLE_RULES if each not in ELSEWHERE])
def test_every_rule_holds_on_the_good_tables(rule: str) -> None:
    assert outcomes(rule, book=good_book()) == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("rule", "table", "row", "column", "printed", "words"),
    BROKEN,
    ids=[f"{rule}-{table}-{column}" for rule, table, _, column, _, _ in BROKEN],
)
def test_a_changed_cell_breaks_the_rule(
    rule: str, table: str, row: int, column: str, printed: str, words: str
) -> None:
    found = findings(rule, book=with_cell(table, row, column, printed))
    failed = [each.message for each in found if each.outcome is Outcome.FAILS]
    assert [each for each in failed if words in each], failed


def test_every_rule_has_a_failing_example() -> None:
    shown = {rule for rule, *_ in BROKEN}
    assert shown | ELSEWHERE | {"C08", "C11"} == set(TABLE_RULES)


@pytest.mark.parametrize("rule", [each for each in TABLE_RULES if each != "A20"])
def test_without_tables_every_rule_is_unchecked(rule: str) -> None:
    assert outcomes(rule) == {Outcome.NOT_CHECKED}


def spoken(book: Book) -> Book:
    """The same rows, as if taken from the narrative."""
    return Book(
        tuple(
            replace(
                each,
                state=TableState.FROM_NARRATIVE if each.rows else each.state,
                rows=tuple(replace(row, origin=Origin.NARRATIVE) for row in each.rows),
                where={"section": "五", "start": 0, "end": 1},
            )
            for each in book
        )
    )


@pytest.mark.parametrize("rule", [each for each in TABLE_RULES if each[0] in "BC"])
def test_the_narrative_is_not_compared_with_itself(rule: str) -> None:
    assert outcomes(rule, book=spoken(good_book())) == {Outcome.NOT_CHECKED}


def test_the_narrative_s_rows_are_still_added_up() -> None:
    assert outcomes("A12", book=spoken(good_book())) == {Outcome.HOLDS}
    assert Outcome.FAILS in outcomes(
        "A12", book=spoken(with_cell("three-public", 0, "abroad", "1"))
    )


def test_rules_that_need_other_documents_say_so() -> None:
    (units,) = findings("B20", book=good_book())
    assert units.message == "未核对：需要所属各单位的公开数据（应有2个，已公开0个）。"


def by_economic(code: str = "30101") -> Book:
    """Expenditure by function and both economic codes; `code` stands beside 50101."""
    columns = "function_code government_economic_code economic_code total basic"
    rows = (f"2012601 50101 {code} 100 100", "2012601 50201 3020101 50 50", "= . . 150 150")
    return Book((sheet("expenditure-summary", columns, rows),))


def test_economic_codes_go_together_as_listed() -> None:
    (held,) = findings("B21", book=by_economic())
    assert held.message == "支出总表：2行的两套经济科目均成对。"
    (failed,) = findings("B21", book=by_economic("30201"))
    assert failed.outcome is Outcome.FAILS
    assert "50101与30201不在" in failed.message
    assert [each.key for each in failed.inputs] == [
        "expenditure-summary/0/government_economic_code",
        "expenditure-summary/0/economic_code",
    ]
    for silent in ("", "301", "30198"):  # blank, of a 类, in no list of pairs
        assert outcomes("B21", book=by_economic(silent or ".")) == {Outcome.HOLDS}
    assert outcomes("B21", book=good_book()) == {Outcome.NOT_CHECKED}


def units(first: str, second: str, subsidy: str = "0") -> Context:
    """Two units with their totals; `subsidy` is what the second one got from the first."""

    def book(total: str, subsidy: str) -> Book:
        lines = (
            f"income general_budget {total}",
            f"income superior_subsidy {subsidy}",
            f"income income_total {total}",
            f"expenditure expenditure_total {total}",
        )
        return Book((sheet("financial-balance", "side line amount", lines),))

    return replace(CONTEXT, units={"甲所": book(first, "0"), "乙馆": book(second, subsidy)})


@pytest.mark.parametrize(
    ("context", "outcome"),
    [
        (units("60", "40"), Outcome.HOLDS),
        (units("60", "39"), Outcome.FAILS),
        (units("60", "45", "5"), Outcome.HOLDS),
        (replace(CONTEXT, units={"甲所": units("60", "40").units["甲所"]}), Outcome.NOT_CHECKED),
    ],
)
def test_a_department_is_the_sum_of_its_units(context: Context, outcome: Outcome) -> None:
    lines = ("income income_total 100", "expenditure expenditure_total 100")
    book = Book((sheet("financial-balance", "side line amount", lines),))
    found = findings("B20", book=book, context=context)
    assert {each.outcome for each in found if each.inputs} | (
        {Outcome.NOT_CHECKED} if not any(each.inputs for each in found) else set()
    ) == {outcome}


def fund(total: str = "100", basic: str = "40", project: str = "60") -> Book:
    """A government fund table of its own, with its lines in the fiscal summary."""
    table = sheet(
        "government-fund-expenditure",
        "function_code total basic project",
        (f"2120899 {total} {basic} {project}", f"= {total} {basic} {project}"),
    )
    summary = sheet(
        "fiscal-balance",
        "side line amount",
        (
            "income government_fund 90",
            "income carried_forward 10",
            "income carried_forward_government_fund 10",
        ),
    )
    return Book((summary, table))


def test_a_government_fund_adds_up_and_meets_the_summary() -> None:
    assert outcomes("A15", book=fund()) == {Outcome.HOLDS}
    assert outcomes("B08", book=fund()) == {Outcome.HOLDS}
    assert Outcome.FAILS in outcomes("A15", book=fund(basic="41"))
    assert outcomes("B08", book=fund(total="101")) == {Outcome.FAILS}


def transfers(share: str = "40", goal: str = "补助") -> Book:
    columns = "project_name total general_budget government_fund"
    table = sheet("transfer-to-district", columns, ("补助 100 100 0",))
    shares = [("甲区", "60"), ("乙县", share)]
    children = tuple(
        Row({"district": Cell(name, name), "amount": Cell(Decimal(amount), amount)})
        for name, amount in shares
    )
    table = replace(table, rows=(replace(table.rows[0], children=children),))
    goals = sheet("transfer-performance", "project_name annual_goal", (f"{goal} 完成",))
    return Book((table, goals))


def test_transfers_add_up_over_districts() -> None:
    assert outcomes("A18", book=transfers()) == {Outcome.HOLDS}
    failed = [each for each in findings("A18", book=transfers("39")) if each.stands_out]
    assert ["各地区之和（99.00元）" in each.message for each in failed] == [True]


def test_transfers_and_their_goals_name_the_same_projects() -> None:
    assert outcomes("B16", book=transfers()) == {Outcome.HOLDS}
    messages = [each.message for each in findings("B16", book=transfers(goal="另一"))]
    assert messages == ["补助有转移支付而没有绩效目标。", "另一有绩效目标而不在转移支付表。"]


def test_no_transfers_means_empty_tables() -> None:
    assert outcomes("C08", book=transfers()) == {Outcome.FAILS}
    stated: Changed = {"transfer.item3": "对区补助100万元"}
    assert outcomes("C08", stated, book=transfers()) == {Outcome.HOLDS}
    assert outcomes("C08", stated, book=good_book()) == {Outcome.FAILS}


def test_units_are_as_many_as_the_income_table_has_rows() -> None:
    changed: Changed = {"unit.units_total": "3"}
    assert outcomes("C11", changed, book=good_book()) == {Outcome.FAILS}


ONLY_INSTITUTION: Changed = {"unit.full_admin": "0", "unit.full_institution": "2"}
ONLY_ADMINISTRATIVE: Changed = {"unit.full_admin": "2", "unit.full_institution": "0"}


def test_an_institution_has_no_running_costs_tables_or_not() -> None:
    nothing = {**ONLY_INSTITUTION, "running.amount": "0"}
    assert outcomes("C09", nothing) == {Outcome.HOLDS}
    assert outcomes("C09", ONLY_INSTITUTION) == {Outcome.FAILS}


def test_running_costs_are_the_public_use_of_administrative_units() -> None:
    assert outcomes("C09", ONLY_ADMINISTRATIVE, book=good_book()) == {Outcome.HOLDS}
    more = {**ONLY_ADMINISTRATIVE, "running.amount": "71.00"}
    assert outcomes("C09", more, book=good_book()) == {Outcome.FAILS}
    assert outcomes("C09", book=good_book()) == {Outcome.NOT_CHECKED}


@pytest.mark.parametrize(
    ("stated", "outcome"), [("300.00", Outcome.HOLDS), ("301.00", Outcome.FAILS)]
)
def test_entrusted_services_are_their_economic_code(stated: str, outcome: Outcome) -> None:
    assert outcomes("C10", {"entrusted.amount": stated}, book=good_book()) == {outcome}


def test_carry_over_may_stand_inside_or_beside() -> None:
    (found,) = findings("B07", book=good_book())
    assert "一般公共预算拨款收入加" in found.message
    inside = with_cell("general-budget-by-function", 10, "total", "8400000")
    assert outcomes("B07", book=inside) == {Outcome.HOLDS}


def test_tables_in_wan_yuan_may_be_rounded() -> None:
    rounded = sheet(
        "three-public", "total abroad vehicles reception", ("9.01 0 7.00 2.00",), "万元"
    )
    rows = tuple(
        replace(
            row,
            cells={
                column: replace(cell, value=Decimal(cell.printed) * 10_000)
                for column, cell in row.cells.items()
                if cell.printed
            },
        )
        for row in rounded.rows
    )
    book = Book((replace(rounded, rows=rows),))
    (found,) = [each for each in findings("C06", book=book) if each.difference]
    assert (found.outcome, found.severity) == (Outcome.ROUNDING, Severity.INFO)


def test_a_column_that_was_not_printed_is_not_zero() -> None:
    table = sheet("three-public", "total abroad vehicles reception", ("90000 0 70000 20000",))
    told = [each for each in findings("C06", book=Book((table,))) if "购置费" in each.message]
    assert [each.outcome for each in told] == [Outcome.NOT_CHECKED]
    assert "公务用车购置费没有数据" in told[-1].message
    assert outcomes("B12", book=Book((table,))) == {Outcome.NOT_CHECKED}


def test_a_class_that_only_one_table_prints_is_told() -> None:
    book = with_cell("financial-balance", 15, "function_code", "229")
    messages = [each.message for each in findings("B04", book=book) if each.stands_out]
    assert [each[:12] for each in messages] == ["部门支出预算表（221）", "部门支出预算表（229）"]


def test_a_total_that_was_not_printed_is_added_up() -> None:
    units = sheet("department-income", "unit_code total", ("201001 7000000", "201002 3000000"))
    assert outcomes("B01", book=good_book(department_income=units)) == {Outcome.HOLDS}


def test_a_project_under_another_name_is_unchecked() -> None:
    found = findings("C07", {"project2.name": "馆库大修"}, book=good_book())
    assert {each.outcome for each in found} == {Outcome.HOLDS, Outcome.NOT_CHECKED}


@pytest.mark.parametrize(
    ("goal", "outcome"), [("完成 馆库维护", Outcome.HOLDS), ("扩建馆库", Outcome.FAILS)]
)
def test_a_key_project_s_goal_is_the_table_s(goal: str, outcome: Outcome) -> None:
    found = findings("C07", {"project2.goal": goal}, book=good_book())
    told = [each for each in found if "绩效目标" in each.message]
    assert [each.outcome for each in told] == [outcome]
    assert outcome is Outcome.HOLDS or told[0].severity is Severity.WARNING


def test_catalogue_names_without_letters_cannot_be_classed() -> None:
    found = findings("C05", book=with_cell("procurement", 0, "catalogue", "空调机"))
    assert Outcome.NOT_CHECKED in {each.outcome for each in found}


def test_a_goal_without_indicators_is_not_judged() -> None:
    goals = sheet("project-performance", "project_name annual_goal", ("档案数字化 完成",))
    assert outcomes("A20", book=Book((goals,))) == {Outcome.NOT_CHECKED}
    assert outcomes("A20") == {Outcome.NOT_CHECKED}


def test_a_missing_table_leaves_its_agreements_unchecked() -> None:
    assert outcomes("B02", book=without("department-expenditure")) == {Outcome.NOT_CHECKED}
    assert narrative().statement("income.total") is not None
    assert outcomes("C01", book=without("financial-balance")) == {Outcome.NOT_CHECKED}


def test_an_empty_table_with_a_sentence_is_no_row() -> None:
    book = good_book(three_public=empty("three-public"))
    assert outcomes("C06", book=book) == {Outcome.NOT_CHECKED}

"""Tables out of words: what is stated becomes rows, and nothing else does."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from disclosures.documents.book_from_narrative import (
    FROM_NARRATIVE,
    book_from_narrative,
)
from disclosures.documents.forms.registry import FORMS, form_for
from disclosures.documents.grids.sheet import MISSING
from disclosures.documents.read import DocumentText, read_narrative, read_text_document
from disclosures.records.narrative import Narrative
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Origin, Row, RowKind, Sheet
from tests.documents.told import Told

FORM = FORMS["kunming-2022"]


def sheet(told: Told, table: str) -> Sheet:
    """The sheet of a table in the told document's book."""
    found = book_from_narrative(told.narrative(), FORM).sheet(table)
    assert found is not None
    return found


def amounts(row: Row) -> dict[str, Decimal]:
    """The money of a row."""
    return {name: each for name in row.cells if (each := row.money(name)) is not None}


def assert_every_cell_is_where_it_says(narrative: Narrative, book: Book) -> None:
    """Each cell's place holds its printed text, inside its row's place or its own sentence."""
    for each in book:
        for row in each.rows:
            assert row.origin is Origin.NARRATIVE
            assert row.where is not None
            for name, cell in row.cells.items():
                if cell.where is not None:
                    text = narrative.text[cell.where["start"] : cell.where["end"]]
                    assert text == cell.printed, (each.table, name)


def test_tables_follow_the_document_s_own_list() -> None:
    told = Told().lists(
        "部门收入预算表", "一般公共预算支出预算表", "部门整体支出绩效目标表", "新增资产配置表"
    )
    book = book_from_narrative(told.narrative(), FORM)
    assert [(each.position, each.table, each.title) for each in book] == [
        (1, "department-income", "部门收入预算表"),
        (2, "general-budget-by-function", "一般公共预算支出预算表"),
        (3, "unknown-3", "部门整体支出绩效目标表"),
        (4, "new-assets", "新增资产配置表"),
    ]
    assert {each.state for each in book} == {TableState.NOT_ATTACHED}
    assert {each.statement for each in book} == {MISSING}
    for each in book:
        assert told.text[each.where["start"] : each.where["end"]] == each.title


def test_without_a_list_the_tables_are_the_form_s() -> None:
    book = book_from_narrative(Told().narrative(), FORM)
    assert [(each.table, each.title) for each in book] == [(e.table, e.title) for e in FORM]
    assert {str(each.where) for each in book} == {"{}"}


def test_a_table_listed_twice_keeps_both_places() -> None:
    told = Told().lists("新增资产配置表", "部门新增资产配置表")
    assert [each.table for each in book_from_narrative(told.narrative(), FORM)] == [
        "new-assets",
        "unknown-2",
    ]


def test_rows_of_a_table_that_the_list_forgets_are_kept_after_it() -> None:
    told = Told().lists("部门收入预算表").money("七", sangong__total="3.36")
    book = book_from_narrative(told.narrative(), FORM)
    assert [each.table for each in book] == ["department-income", "three-public"]
    assert [each.position for each in book] == [1, 2]


def test_without_form_or_list_stated_rows_still_make_their_table() -> None:
    told = Told().money("七", sangong__total="3.36")
    (found,) = book_from_narrative(told.narrative(), None)
    assert (found.table, found.state) == ("three-public", TableState.FROM_NARRATIVE)


def test_a_narrative_that_says_nothing_has_no_rows() -> None:
    assert [each for each in book_from_narrative(Told().narrative(), FORM) if each.rows] == []


def test_three_public_is_one_row_in_yuan_with_the_printed_text() -> None:
    told = Told().money("七", sangong__total="1,003.36", sangong__abroad="0")
    found = sheet(told, "three-public")
    (row,) = found.rows
    assert amounts(row) == {"total": Decimal("10033600.00"), "abroad": Decimal("0.00")}
    assert row.cells["total"].printed == "1,003.36万元"
    assert "reception" not in row.cells, "not stated is absent, not 0"
    assert (found.state, found.statement) == (TableState.FROM_NARRATIVE, FROM_NARRATIVE)
    assert found.unit == "万元"
    assert row.where is not None
    sentence = told.text[row.where["start"] : row.where["end"]]
    assert sentence.startswith("sangong.total1,003.36万元")
    assert sentence.endswith("。")
    assert_every_cell_is_where_it_says(told.narrative(), Book((found,)))


def test_the_unit_is_each_figure_s_own() -> None:
    told = Told(unit="元").money("七", sangong__total="203,702.18")
    assert amounts(sheet(told, "three-public").rows[0]) == {"total": Decimal("203702.18")}


def test_procurement_has_its_kinds_and_the_stated_total() -> None:
    told = Told().money(
        "六", proc__total="408.76", proc__goods="0.72", proc__services="408.04", proc__works="0"
    )
    rows = sheet(told, "procurement").rows
    assert [(row.kind, row.value("catalogue"), row.money("total")) for row in rows] == [
        (RowKind.DETAIL, "货物", Decimal("7200.00")),
        (RowKind.DETAIL, "服务", Decimal("4080400.00")),
        (RowKind.DETAIL, "工程", Decimal("0.00")),
        (RowKind.TOTAL, None, Decimal("4087600.00")),
    ]


def test_a_total_alone_and_kinds_alone_are_what_they_are() -> None:
    alone = sheet(Told().money("六", proc__total="5"), "procurement").rows
    assert [row.kind for row in alone] == [RowKind.TOTAL]
    kinds = sheet(Told().money("六", proc__works="5"), "procurement").rows
    assert [row.kind for row in kinds] == [RowKind.DETAIL]


def test_key_projects_have_names_amounts_and_goals_in_order() -> None:
    told = Told()
    for number, name in ((10, "丁项目"), (2, "乙项目")):
        told.says("八", f"project{number}.name", name, "({}),")
        told.money("八", **{f"project{number}__amount": str(number)})
    told.says("八", "project2.goal", "全市覆盖率达到90%,受益10万人次")
    projects = sheet(told, "project-expenditure").rows
    assert [(row.value("project_name"), row.money("total")) for row in projects] == [
        ("乙项目", Decimal("20000.00")),
        ("丁项目", Decimal("100000.00")),
    ]
    (goal,) = sheet(told, "project-performance").rows
    assert goal.value("project_name") == "乙项目"
    assert goal.value("annual_goal") == "全市覆盖率达到90%,受益10万人次"
    assert [name for name in goal.cells if name.startswith("indicator")] == []


def test_a_goal_without_a_name_is_a_goal_and_no_project() -> None:
    told = Told().says("八", "project1.goal", "完成审计项目二十个")
    assert len(sheet(told, "project-performance").rows) == 1
    assert sheet(told, "project-expenditure").state is TableState.NOT_ATTACHED


def functions(told: Told) -> dict[str, list[object]]:
    """Codes by the table that they were put in."""
    book = book_from_narrative(told.narrative(), FORM)
    return {
        name: [row.value("function_code") for row in found.rows]
        for name in ("general-budget-by-function", "government-fund-expenditure")
        if (found := book.sheet(name)) and found.rows
    }


def test_function_lines_go_to_the_table_of_their_budget() -> None:
    told = Told()
    told.function("2010350", "2010350", "358.59", "一般公共服务支出", "政府办公厅", "事业运行")
    told.function("2120801", "2120801", "7.00", "城乡社区支出", "土地出让", "征地和拆迁补偿支出")
    told.function("2230101", "2230101", "9.00", "国有资本经营预算支出", "甲", "乙")
    assert functions(told) == {
        "general-budget-by-function": ["2010350"],
        "government-fund-expenditure": ["2120801"],
    }
    (row,) = sheet(told, "general-budget-by-function").rows
    assert row.value("function_name") == "事业运行"
    assert amounts(row) == {"total": Decimal("3585900.00")}, "基本 and 项目 are not stated"
    assert row.where is not None
    assert told.text[row.where["start"] : row.where["end"]].startswith("2010350一般公共服务支出")
    assert_every_cell_is_where_it_says(
        told.narrative(), book_from_narrative(told.narrative(), FORM)
    )


def test_a_code_that_was_not_printed_is_known_and_printed_nowhere() -> None:
    told = Told().function("2010801", "", "5.00", "一般公共服务支出", "审计事务", "行政运行")
    cell = sheet(told, "general-budget-by-function").rows[0].cells["function_code"]
    assert (cell.value, cell.printed, cell.where) == ("2010801", "", None)


def test_a_word_s_place_is_in_its_own_sentence() -> None:
    told = Told().opens(1, "一、基本职能", "货物,行政运行,2010801")
    told.function("2010801", "2010801", "5.00", "一般公共服务支出", "审计事务", "行政运行")
    told.text += "采购货物"
    told.money("六", proc__goods="5.00")
    (line,) = sheet(told, "general-budget-by-function").rows
    assert line.where is not None
    for name in ("function_code", "function_name"):
        place = line.cells[name].where
        assert place is not None
        assert line.where["start"] <= place["start"] < place["end"] <= line.where["end"]
    (goods,) = sheet(told, "procurement").rows
    assert goods.cells["catalogue"].where is None, "the sentence itself does not say the word"


@pytest.mark.parametrize(("code", "printed"), [(None, "20108011"), ("2010", "2010")])
def test_a_printed_number_that_is_no_code_is_kept_as_text(code: str | None, printed: str) -> None:
    told = Told().function(code, printed, "5.00", "一般公共服务支出", "审计事务", "行政运行")
    (row,) = sheet(told, "general-budget-by-function").rows
    assert row.cells["function_code"].value is None
    assert row.cells["function_code"].printed == printed


def test_wider_codes_are_subtotals_of_narrower_ones() -> None:
    told = Told()
    told.function("201", "201", "5.00", "一般公共服务支出")
    told.function("2010801", "2010801", "5.00", "一般公共服务支出", "审计事务", "行政运行")
    told.function("2210201", "2210201", "1.00", "住房保障支出", "住房改革支出", "住房公积金")
    assert [row.kind for row in sheet(told, "general-budget-by-function").rows] == [
        RowKind.SUBTOTAL,
        RowKind.DETAIL,
        RowKind.DETAIL,
    ]


def test_a_line_without_a_code_goes_where_its_class_leaves_one_budget() -> None:
    told = Told().function(None, "", "5.00", "一般公共服务支出", "没有这个款", "没有这个项")
    assert functions(told) == {"general-budget-by-function": [None]}


SHARED = ("城乡社区支出", "没有这个款", "没有这个项")


def test_a_line_of_a_shared_class_stands_nowhere_unless_the_others_are_said_to_be_nought() -> None:
    assert functions(Told().function(None, "", "5.00", *SHARED)) == {}
    spent = Told().function(None, "", "5.00", *SHARED).money("三(二)", fiscal__fund="8.00")
    assert functions(spent) == {}
    none = Told().function(None, "", "5.00", *SHARED).money("三(二)", fiscal__fund="0")
    assert functions(none) == {"general-budget-by-function": [None]}


def test_no_transfers_empties_both_tables_with_their_sentences() -> None:
    told = Told().opens(5, "五、市对下专项转移支付情况", "(一)与中央配套\n(二)与省级配套")
    told.says("五", "transfer.item1", "无", "2031年{}与中央配套事项。")
    told.says("五", "transfer.item2", "无", "2031年{}与省级配套事项。")
    for table in ("transfer-to-district", "transfer-performance"):
        found = sheet(told, table)
        assert (found.state, found.rows) == (TableState.DECLARED_EMPTY, ())
        assert found.statement == "2031年无与中央配套事项。2031年无与省级配套事项。"
        assert found.where["section"] == "五"
        assert told.text[found.where["start"] : found.where["end"]] == found.statement


def test_one_transfer_that_is_not_none_leaves_the_tables_open() -> None:
    told = Told().opens(5, "五、转移支付", "(一)与中央配套\n（二）与省级配套项目200万元")
    told.says("五", "transfer.item1", "无", "2031年{}与中央配套事项。")
    assert sheet(told, "transfer-to-district").state is TableState.NOT_ATTACHED


def test_a_note_of_empty_tables_declares_the_ones_it_names() -> None:
    sentence = "我单位无政府性基金，故政府性基金预算支出预算表、新增资产配置表为空表。"
    told = Told().opens(9, "九、其他公开信息", "")
    told.sections[-1] = replace(told.sections[-1], end=10_000)
    told.empty(sentence, "部门政府性基金预算支出预算表", "新增资产配置表", "没有这张表")
    for table in ("government-fund-expenditure", "new-assets"):
        found = sheet(told, table)
        assert (found.state, found.statement) == (TableState.DECLARED_EMPTY, sentence)
        assert found.where["section"] == "九"
        assert told.text[found.where["start"] : found.where["end"]] == sentence


def test_nought_alone_declares_nothing_empty() -> None:
    told = Told().money("三(二)", fiscal__fund="0", fiscal__capital="0")
    assert sheet(told, "government-fund-expenditure").state is TableState.NOT_ATTACHED


def test_a_table_of_noughts_that_is_called_empty_is_empty() -> None:
    told = Told().money("七", sangong__total="0").empty("三公表为空表。", "“三公”经费支出预算表")
    found = sheet(told, "three-public")
    assert (found.state, found.rows) == (TableState.DECLARED_EMPTY, ())


def test_rows_with_money_stay_beside_the_sentence_that_denies_them() -> None:
    told = Told().money("七", sangong__total="3").empty("三公表为空表。", "“三公”经费支出预算表")
    found = sheet(told, "three-public")
    assert (found.state, len(found.rows)) == (TableState.FROM_NARRATIVE, 1)
    assert found.statement == "三公表为空表。"


def test_goals_are_kept_though_their_table_is_called_empty() -> None:
    told = Told().says("八", "project1.goal", "完成二十个审计项目")
    told.empty("绩效目标表为空表。", "项目支出绩效目标表")
    assert sheet(told, "project-performance").state is TableState.FROM_NARRATIVE


def test_the_balances_are_never_filled_from_words() -> None:
    told = Told().money("三(一)", income__total="100", income__general="100", exp__total="100")
    told.money("三(二)", fiscal__total="100", fiscal__carry="1", fiscal__general="99")
    for table in ("financial-balance", "fiscal-balance", "department-income"):
        assert sheet(told, table).state is TableState.NOT_ATTACHED


def read(data: bytes, name: str) -> Narrative:
    """A document's narrative."""
    text = read_text_document(data, name)
    assert isinstance(text, DocumentText)
    return read_narrative(text.text)


def test_the_seed_s_sixteen_tables(seed: bytes) -> None:
    narrative = read(seed, "seed.txt")
    book = book_from_narrative(narrative, FORM)
    assert [each.table for each in book] == [each.table for each in FORM]
    assert [each.title for each in book] == [*FORM.titles]
    assert {each.table: len(each.rows) for each in book if each.rows} == {
        "general-budget-by-function": 7,
        "three-public": 1,
        "project-expenditure": 5,
        "project-performance": 5,
        "procurement": 4,
    }
    assert [each.table for each in book if each.state is TableState.DECLARED_EMPTY] == [
        "transfer-to-district",
        "transfer-performance",
    ]
    general = book.sheet("general-budget-by-function")
    assert general is not None
    assert sum(amounts(row)["total"] for row in general.rows) == Decimal("17079500.00")
    assert_every_cell_is_where_it_says(narrative, book)


@pytest.mark.corpus
def test_the_kunming_2026_page(corpus: Path) -> None:
    name = "kunming-2026-budget-2b25c884.html"
    narrative = read((corpus / "documents" / name).read_bytes(), name)
    titles = [each.title for each in narrative.contents]
    choice = form_for("", narrative.year, titles)
    assert choice is not None
    book = book_from_narrative(narrative, choice.form)
    assert choice.form.name == "kunming-2026"
    assert [each.title for each in book] == titles
    assert [each.table for each in book] == [each.table for each in choice.form]
    assert {each.table for each in book if each.state is TableState.DECLARED_EMPTY} == {
        "government-fund-expenditure",
        "transfer-to-district",
        "transfer-performance",
        "superior-subsidy-projects",
    }
    three_public = book.sheet("three-public")
    assert three_public is not None
    assert amounts(three_public.rows[0])["total"] == Decimal("203702.18")
    assert_every_cell_is_where_it_says(narrative, book)

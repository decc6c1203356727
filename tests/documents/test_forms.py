"""Forms: what a place prints in a year, and which form a document takes."""

import pytest

from disclosures.documents.forms import yunnan
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import (
    FORMS,
    NATIONAL,
    form_for,
    form_named,
    form_to_begin,
)
from disclosures.records.disclosure import Kind
from disclosures.tables.registry import TABLES
from disclosures.tables.titles import folded_title

OF_THE_PROVINCE = [form for form in FORMS.values() if not form.by_meaning]
ELSEWHERE = [form for form in FORMS.values() if form.by_meaning]
IN_2026 = FORMS["kunming-2026"]
IN_2022 = FORMS["kunming-2022"]
OF_YUNNAN = [*TABLES][:18]


@pytest.mark.parametrize(
    ("name", "tables"),
    [("kunming-2022", 16), ("kunming-2023", 18), ("kunming-2025", 17), ("kunming-2026", 17)],
)
def test_how_many_tables_a_year_prints(name: str, tables: int) -> None:
    form = FORMS[name]
    assert len(form.tables) == tables
    assert len({each.table for each in form}) == tables
    assert {each.table for each in (*form.tables, *form.others)} == {*OF_YUNNAN}


def test_the_order_of_2022_is_the_numbering_of_tables() -> None:
    assert [each.table for each in IN_2022] == [*TABLES][:16]


def test_years_of_a_place_never_overlap() -> None:
    years = [(f.region_code, y) for f in FORMS.values() for y in range(f.year_from, f.year_to + 1)]
    assert len(years) == len({*years})


def test_every_table_of_the_registry_has_its_titles() -> None:
    assert {*yunnan.ALIASES} == {*OF_YUNNAN}
    assert all(
        any(folded_title(TABLES[name].title) == folded_title(each) for each in titles)
        for name, titles in yunnan.ALIASES.items()
    )


def test_no_title_names_two_tables() -> None:
    folded = [
        (folded_title(title), name) for name, titles in yunnan.ALIASES.items() for title in titles
    ]
    assert len({title for title, _ in folded}) == len({*folded})


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("财务收支预算总表", "financial-balance"),
        ("部门财政拨款收支预算总表", "fiscal-balance"),
        ("一般公共预算支出预算表", "general-budget-by-function"),
        ('一般公共预算"三公"经费支出预算表', "three-public"),
        ("部门基本支出预算表（人员类、运转类公用经费项目）", "basic-expenditure"),
        ("项目支出绩效目标表", "project-performance"),
        ("部门项目支出绩效目标表(另文下达)", "project-performance-issued-separately"),
        ("区对下转移支付预算表", "transfer-to-district"),
        ("省对下转移支付绩效目标表", "transfer-performance"),
        ("中央转移支付补助项目支出预算表", "superior-subsidy-projects"),
        ("部门项目支出中期规划预算表", "medium-term-plan"),
    ],
)
@pytest.mark.parametrize("form", OF_THE_PROVINCE, ids=lambda form: form.name)
def test_titles_of_other_departments_and_years_are_known(
    form: Form, title: str, table: str
) -> None:
    found = form.table_titled(title)
    assert found is not None
    assert found.table == table


def test_a_title_no_form_knows_is_none() -> None:
    assert IN_2022.table_titled("部门整体支出绩效目标表") is None
    assert IN_2022.table("no-such-table") is None


def test_the_form_s_titles_take_the_document_s_own_words() -> None:
    titles = IN_2026.titles_as_listed(["省对下转移支付预算表", "中央转移支付补助项目支出预算表"])
    assert len(titles) == 17
    assert {"省对下转移支付预算表", "中央转移支付补助项目支出预算表"} <= {*titles}
    assert "部门财务收支预算总表" in titles


@pytest.mark.parametrize(
    ("region", "year", "name"),
    [
        ("530100", 2022, "kunming-2022"),
        ("530100", 2024, "kunming-2023"),
        ("530100", 2026, "kunming-2026"),
    ],
)
def test_a_place_s_own_year_needs_no_note(region: str, year: int, name: str) -> None:
    choice = form_for(region, year)
    assert choice is not None
    assert (choice.form.name, choice.note) == (name, "")


@pytest.mark.parametrize(
    ("region", "year", "name"),
    [
        ("530100", 2019, "kunming-2022"),
        ("530100", 2031, "kunming-2026"),
        ("530102", 2026, "kunming-2026"),
        ("532600", 2025, "kunming-2025"),
    ],
)
def test_the_nearest_place_and_year_is_inherited_and_told(
    region: str, year: int, name: str
) -> None:
    choice = form_for(region, year)
    assert choice is not None
    assert choice.form.name == name
    assert region in choice.note
    assert str(year) in choice.note
    assert choice.form.label in choice.note


def test_another_province_has_no_form() -> None:
    assert form_for("120000", 2026, IN_2026.titles) is None


@pytest.mark.parametrize("form", ELSEWHERE, ids=lambda form: form.name)
def test_a_place_that_prints_the_national_tables_has_its_own_order_and_titles(form: Form) -> None:
    names = [each.table for each in form]
    assert len(names) == len({*names})
    for each in form:
        assert form.table_titled(each.title) == each
        assert form.table_titled(f"预算02表 {form.year_from}年{each.title}") == each
    assert [form.place_of(name) for name in names] == [*range(len(names))]
    assert form.place_of("no-such-table") > form.place_of(form.others[-1].table)
    assert {each.table for each in (*NATIONAL.tables, *NATIONAL.others)} == {
        each.table for each in (*form.tables, *form.others)
    }


@pytest.mark.parametrize("form", ELSEWHERE, ids=lambda form: form.name)
def test_such_a_form_is_of_its_own_place_and_years_alone(form: Form) -> None:
    for year in (form.year_from, form.year_to):
        choice = form_for(form.region_code, year)
        assert choice is not None
        assert (choice.form, choice.note) == (form, "")
    assert form_for(form.region_code, form.year_to, kind=Kind.FINAL) is None
    assert form_for(form.region_code, form.year_to + 20) is None
    assert form_for("", form.year_to) is None
    assert form_to_begin(form.region_code, form.year_to + 20).region_code == form.region_code


def test_a_new_budget_is_begun_in_the_nearest_form_of_its_place() -> None:
    assert form_to_begin("610100", 2027).name == "xian-2026"
    assert form_to_begin("610100", 2023).name == "xian-2021"
    assert form_to_begin("120000", 2026) is NATIONAL
    assert form_to_begin("530102", 2026) is IN_2026


def test_titles_say_what_was_left_out_in_xian() -> None:
    printed = "2022年部门综合预算一般公共预算支出明细表（按支出功能分类科目-不含上年结转）"
    own, elsewhere = FORMS["xian-2021"], NATIONAL
    assert own.table_titled(printed) == own.table("general-budget-by-function")
    assert elsewhere.table_titled(printed) is elsewhere.table_meant(printed) is None


def test_final_accounts_have_no_form_yet() -> None:
    assert form_for("530100", 2022, kind=Kind.FINAL) is None


def test_an_unknown_place_needs_titles_that_a_form_knows() -> None:
    choice = form_for("", 2026, IN_2026.titles)
    assert choice is not None
    assert choice.form is IN_2026
    assert "地区" in choice.note
    assert form_for("", 2026) is None
    assert form_for("", 2026, ["表甲", "表乙", "部门收入预算表"]) is None


def test_without_a_year_the_list_of_tables_decides() -> None:
    for form in OF_THE_PROVINCE:
        choice = form_for("530100", None, form.titles)
        assert choice is not None
        assert [each.table for each in choice.form] == [each.table for each in form]
        assert "年度" in choice.note


def test_the_national_form_belongs_to_no_place() -> None:
    assert NATIONAL.name not in FORMS
    assert form_named("national") is NATIONAL
    assert form_named("kunming-2022") is IN_2022
    assert form_named("no-such-form") is None
    names = [each.table for each in (*NATIONAL.tables, *NATIONAL.others)]
    assert len(names) == len({*names})
    assert {*names} <= {*TABLES}


def test_no_national_title_names_two_tables() -> None:
    tables = (*NATIONAL.tables, *NATIONAL.others)
    named = {(folded_title(t), each.table) for each in tables for t in (each.title, *each.aliases)}
    assert len(named) == len({title for title, _ in named})

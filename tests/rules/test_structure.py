"""Group F, F01-F06: sections, list of tables, index number, dates, empty tables."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome, Severity
from disclosures.records.narrative import EmptyReason, Listed, Narrative
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, Sheet
from tests.rules.examples import CONTEXT, YEAR, findings, narrative, outcomes

Changed = dict[str, str | None]


def messages(rule: str, read: Narrative | Changed, outcome: Outcome = Outcome.FAILS) -> list[str]:
    return [each.message for each in findings(rule, read) if each.outcome is outcome]


# F01


def test_the_good_narrative_has_its_nine_sections() -> None:
    assert outcomes("F01") == {Outcome.HOLDS}


def test_a_missing_section_is_named() -> None:
    read = narrative()
    rest = tuple(each for each in read.sections if each.number not in (5, 8))
    assert messages("F01", replace(read, sections=rest)) == ["编制说明缺少第五、八部分。"]


def test_sections_out_of_order_are_named() -> None:
    read = narrative()
    first, second, *rest = read.sections
    swapped = replace(read, sections=(second, first, *rest))
    assert messages("F01", swapped) == ["编制说明各部分没有依次出现。"]


def test_an_empty_section_is_named_with_its_place() -> None:
    read = narrative()
    fifth = read.sections[4]
    short = replace(fifth, end=fifth.start + len(fifth.heading) + 1)
    sections = (*read.sections[:4], short, *read.sections[5:])
    (found,) = findings("F01", replace(read, sections=sections))
    assert found.message == f"编制说明{fifth.heading}没有内容。"
    assert (found.where["section"], found.where["start"]) == ("五", fifth.start)


# F02


def test_the_list_of_tables_is_the_form_s() -> None:
    assert outcomes("F02") == {Outcome.HOLDS}


@pytest.mark.parametrize(
    "title",
    ["部门收入预算表 ", "部门收入预算表", "收入预算表"],
)
def test_titles_may_drift_in_what_places_vary(title: str) -> None:
    read = narrative()
    contents = tuple(
        replace(each, title=title) if each.number == 2 else each for each in read.contents
    )
    assert outcomes("F02", replace(read, contents=contents)) == {Outcome.HOLDS}


def test_the_level_of_transfers_may_vary() -> None:
    read = narrative()
    contents = (*read.contents[:2], Listed(3, "省对下转移支付预算表", 0, 1))
    assert outcomes("F02", replace(read, contents=contents)) == {Outcome.HOLDS}


def test_a_missing_and_an_added_table_are_named() -> None:
    read = narrative()
    contents = (*read.contents[:2], Listed(3, "国有资本经营预算表", 0, 1))
    (said,) = messages("F02", replace(read, contents=contents))
    assert said == "目录列出3张表，表式为3张；缺少市对下转移支付预算表；多出国有资本经营预算表。"


def test_another_order_is_told() -> None:
    read = narrative()
    turned = replace(read, contents=read.contents[::-1])
    assert messages("F02", turned) == ["目录列出3张表，表式为3张，次序与表式不同。"]


@pytest.mark.parametrize("lacking", ["contents", "form"])
def test_without_contents_or_form_the_list_is_unchecked(lacking: str) -> None:
    read = replace(narrative(), contents=()) if lacking == "contents" else narrative()
    context = replace(CONTEXT, form_titles=()) if lacking == "form" else CONTEXT
    assert outcomes("F02", read, context=context) == {Outcome.NOT_CHECKED}


# F03


def test_index_numbers_agree() -> None:
    assert outcomes("F03") == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"doc.index_end": "53010000123500100111"}, "除尾号外不同"),
        ({"doc.index_end": "53010000123400100000"}, "尾号应为111"),
        ({"doc.index_start": "5301000012340010000"}, "不是17位或20位数字"),
        (
            {"doc.index_start": "53040000123400100000", "doc.index_end": "53040000123400100111"},
            "行政区划530400不是公开单位所在地530100",
        ),
    ],
)
def test_an_index_number_that_does_not_fit_is_told(changed: Changed, words: str) -> None:
    (said,) = messages("F03", changed)
    assert words in said


@pytest.mark.parametrize("lacking", [("doc.index_start",), ("doc.index_start", "doc.index_end")])
def test_an_absent_index_number_is_no_fault(lacking: tuple[str, ...]) -> None:
    assert outcomes("F03", dict.fromkeys(lacking)) == {Outcome.NOT_CHECKED}


# F04, F05


def test_years_and_dates_agree() -> None:
    assert outcomes("F04") == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("changed", "severity", "words"),
    [
        ({"staff.as_of": "2022-12"}, Severity.ERROR, "应为2023年12月"),
        ({"staff.as_of": "2023-10"}, Severity.INFO, "应为2023年12月"),
        ({"asset.as_of": "2024-12-31"}, Severity.ERROR, "应为2023年12月"),
        (
            {"doc.publish_date": "2023-11-30", "doc.attachment": None},
            Severity.ERROR,
            "不在2024年内",
        ),
        ({"doc.publish_date": "2024-02-17"}, Severity.ERROR, "早于附表日期2024-02-18"),
    ],
)
def test_a_date_out_of_its_year_is_told(changed: Changed, severity: Severity, words: str) -> None:
    (found,) = findings("F04", changed)
    assert (found.outcome, found.severity) == (Outcome.FAILS, severity)
    assert words in found.message


@pytest.mark.parametrize(
    "changed",
    [
        {"asset.as_of": "2024-01-31"},
        {"doc.publish_date": "2023-12-28", "doc.attachment": None},
        {"doc.attachment": "预算公开表2024-2-30"},
        {"staff.as_of": None, "asset.as_of": None, "doc.publish_date": None},
    ],
)
def test_what_the_calendar_allows_holds(changed: Changed) -> None:
    assert outcomes("F04", changed) == {Outcome.HOLDS}


def test_a_headline_of_another_year_is_a_warning() -> None:
    read = narrative()
    total = read.statement("exp.total")
    assert total is not None
    lead = read.text[total.sentence[0] : total.start]
    slipped = replace(read, text=read.text.replace(lead, "2023年支出"))
    assert len("2023年支出") == len(lead)
    (found,) = findings("F04", slipped)
    assert found.severity is Severity.WARNING
    assert "写的是2023年，预算年度为2024年" in found.message


def test_a_final_account_is_written_a_year_later() -> None:
    read = replace(narrative(), kind="final", year=YEAR - 1)
    assert outcomes("F04", read) == {Outcome.HOLDS}


def test_a_year_out_of_bounds_is_refused() -> None:
    assert "预算年度1924不在" in messages("F04", replace(narrative(), year=1924))[0]


def test_an_unknown_year_is_unchecked() -> None:
    assert outcomes("F04", replace(narrative(), year=None)) == {Outcome.NOT_CHECKED}


@pytest.mark.parametrize(
    ("approved", "outcome"),
    [
        (date(2024, 2, 1), Outcome.HOLDS),
        (date(2024, 1, 30), Outcome.FAILS),
        (date(2024, 2, 21), Outcome.FAILS),
        (None, Outcome.NOT_CHECKED),
    ],
)
def test_publication_follows_approval_within_twenty_days(
    approved: date | None, outcome: Outcome
) -> None:
    assert outcomes("F05", context=replace(CONTEXT, approved_on=approved)) == {outcome}


def test_the_portal_s_own_date_goes_before_the_printed_one() -> None:
    context = replace(CONTEXT, approved_on=date(2024, 2, 1), published_on=date(2024, 3, 1))
    assert outcomes("F05", context=context) == {Outcome.FAILS}


# F06


def empty(statement: str) -> Book:
    title = "部门政府性基金预算支出预算表"
    sheet = Sheet("general-budget-by-function", title, 1, TableState.DECLARED_EMPTY)
    return Book((replace(sheet, statement=statement),))


def named_empty(read: Narrative) -> Narrative:
    reason = EmptyReason(("政府性基金预算支出预算表",), "无政府性基金收入。", 0, 1)
    return replace(read, empty_reasons=(reason,))


def test_an_empty_table_says_why() -> None:
    assert outcomes("F06", book=empty("本部门无此项内容")) == {Outcome.HOLDS}
    assert outcomes("F06", book=empty("")) == {Outcome.FAILS}
    assert outcomes("F06", named_empty(narrative()), book=empty("")) == {Outcome.HOLDS}


def test_since_2026_the_narrative_lists_it() -> None:
    other = EmptyReason(("新增资产配置表",), "无新增资产。", 0, 1)
    read = replace(narrative(), year=2026, empty_reasons=(other,))
    assert outcomes("F06", read, book=empty("本部门无此项内容")) == {Outcome.FAILS}
    assert outcomes("F06", named_empty(read), book=empty("")) == {Outcome.HOLDS}


def test_tables_that_are_not_attached_are_not_empty() -> None:
    sheet = Sheet("general-budget-by-function", "表", 1, TableState.NOT_ATTACHED)
    assert outcomes("F06", book=Book((sheet,))) == {Outcome.NOT_CHECKED}


def test_filled_tables_need_no_sentence() -> None:
    row = Row({"total": Cell(Decimal(1), "1.00")})
    sheet = Sheet("general-budget-by-function", "表", 1, TableState.FILLED, "元", (row,))
    assert outcomes("F06", book=Book((sheet,))) == {Outcome.HOLDS}

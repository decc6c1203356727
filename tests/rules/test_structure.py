"""Group F: sections, tables, index number, dates, codes, units, left-overs, names, repeats."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome, Severity
from disclosures.records.narrative import EmptyReason, FunctionLine, Listed, Narrative, Statement
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, Sheet
from tests.rules.examples import CONTEXT, DEPARTMENT, YEAR, findings, narrative, outcomes

Changed = dict[str, str | None]


def statement_again(key: str, value: str) -> Statement:
    read = narrative()
    first = read.statement(key)
    assert first is not None
    return replace(first, value=Decimal(value), printed=value, start=1, end=1 + len(value))


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
    assert found.where["start"] == fifth.start


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
        ({"doc.index_end": "53010000123500100111"}, "前17位不同"),
        ({"doc.index_end": "53010000123400100000"}, "尾号应为111"),
        ({"doc.index_start": "5301000012340010000"}, "不是20位数字"),
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


# F07


def with_line(code: str | None, *names: str) -> Narrative:
    line = FunctionLine("func.2012601", code, code or "", names, "", 0, 0)
    return replace(narrative(), functions=(line,))


ARCHIVES = ("一般公共服务支出", "档案事务")


def test_codes_and_names_agree() -> None:
    assert outcomes("F07") == {Outcome.HOLDS}


def test_names_may_drop_their_last_word() -> None:
    read = with_line(
        "2080505", "社会保障和就业", "行政事业单位养老", "机关事业单位基本养老保险缴费"
    )
    assert outcomes("F07", read) == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("read", "severity", "words"),
    [
        (with_line("2012604", *ARCHIVES, "行政运行"), Severity.ERROR, "编码应为2012601"),
        (with_line("2012677", *ARCHIVES, "档案迁移"), Severity.WARNING, "不在2024年的科目表中"),
        (with_line("9992677", "未知", "未知", "未知"), Severity.ERROR, "不在2024年"),
        (with_line("2012604", *ARCHIVES, "档案馆舍"), Severity.WARNING, "名称应为"),
        (with_line("2012604", *ARCHIVES, "公路养护"), Severity.ERROR, "名称应为"),
    ],
)
def test_a_code_that_does_not_fit_its_name(read: Narrative, severity: Severity, words: str) -> None:
    (found,) = findings("F07", read)
    assert (found.outcome, found.severity) == (Outcome.FAILS, severity)
    assert words in found.message


def test_a_code_is_asked_in_the_document_s_own_year() -> None:
    names = ("一般公共服务支出", "政府办公厅（室）及相关机构事务", "信访事务")
    read = with_line("2010308", *names)
    assert outcomes("F07", replace(read, year=2022)) == {Outcome.HOLDS}
    assert outcomes("F07", read) == {Outcome.FAILS}


def test_a_name_that_no_code_matched_is_unchecked() -> None:
    assert outcomes("F07", with_line(None, "其他支出")) == {Outcome.NOT_CHECKED}


# F08, F11


def test_one_unit_and_plausible_amounts() -> None:
    assert outcomes("F08") == {Outcome.HOLDS}
    assert outcomes("F11") == {Outcome.HOLDS}


def in_yuan(key: str) -> Narrative:
    read = narrative()
    statements = tuple(
        replace(each, unit="元") if each.key == key else each for each in read.statements
    )
    return replace(read, statements=statements)


def test_another_unit_is_named_in_its_own_unit() -> None:
    (said,) = messages("F08", in_yuan("running.amount"))
    assert said == "编制说明以万元为单位，但有1处不同：机关运行经费70.00元。"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"exp.basic": "-600.00"}, "金额为负数"),
        ({"exp.total": "100000001.00"}, "疑为金额单位"),
        ({"exp.total": "1000.001"}, "以万元为单位却有3位小数"),
        ({"asset.delta_intangible": "51.00"}, "少于其增加额51.00万元"),
    ],
)
def test_an_amount_that_cannot_be(changed: Changed, words: str) -> None:
    assert [each for each in messages("F11", changed) if words in each]


def test_six_decimals_are_a_form_s_own() -> None:
    assert outcomes("F11", {"exp.total": "1000.000000"}) == {Outcome.HOLDS}


# F09


@pytest.mark.parametrize(
    "leftover",
    [
        "XX局没有下属单位。",
        "××部门无此项。",
        "超编0辆（应说明超编原因）。",
        "（注：上年3,468.18万元，公开时请删除注释）",
        "（按“部门预算公开06表”口径填写）",
        "预算为0万元，较上年增加（减少）0万元。",
        "机关运行经费支出万元。",
        "主要原因是。",
        "______",
        "3.……",
        "……",
    ],
)
def test_a_leftover_is_found_with_its_place(leftover: str) -> None:
    read = narrative(extra=leftover)
    (found,) = findings("F09", read)
    assert found.outcome is Outcome.FAILS
    assert read.text[found.where["start"] : found.where["end"]].strip() in leftover


@pytest.mark.parametrize(
    "ordinary",
    [
        "组织会议、培训、调研……等工作。",
        "面积3×4米。",
        "采用XML与MAXX型号。",
        "（单位：万元）",
        "（注：本表为汇总数）",
        "主要原因是：人员增加。",
        "增加5万元（减少支出另计）。",
    ],
)
def test_ordinary_words_are_no_leftover(ordinary: str) -> None:
    assert outcomes("F09", narrative(extra=ordinary)) == {Outcome.HOLDS}


# F10


def named(*sentences: str) -> Narrative:
    return narrative(extra="\n".join(("", *sentences)))


@pytest.mark.parametrize(
    "sentence",
    [
        f"{DEPARTMENT}{YEAR}年部门预算编制说明",
        f"市档案局{YEAR}年公务接待费预算为2万元。",
        f"{YEAR}年市档案局部门预算无与中央配套事项。",
        f"{DEPARTMENT}（汇总）{YEAR}年机关运行经费安排70万元。",
    ],
)
def test_full_and_short_names_are_one(sentence: str) -> None:
    assert outcomes("F10", named(sentence)) == {Outcome.HOLDS}


def test_our_own_department_is_no_name() -> None:
    read = named(f"{YEAR}年我单位无与中央配套事项。")
    (found,) = findings("F10", read)
    assert [each.value for each in found.inputs] == [DEPARTMENT]


def test_without_a_name_nothing_is_compared() -> None:
    assert outcomes("F10", replace(narrative(), department="")) == {Outcome.NOT_CHECKED}


@pytest.mark.parametrize("signature", ["江城市水务局", "水务局"])
def test_the_signature_is_compared_too(signature: str) -> None:
    said = messages("F10", named(signature, f"{YEAR}年2月17日"))
    assert said == [f"正文出现的“{signature}”不是“{DEPARTMENT}”的全称或简称。"]


def test_another_department_s_name_is_told() -> None:
    said = messages("F10", named(f"江城市水务局{YEAR}年公务接待费预算为2万元。"))
    assert said == ["正文出现的“江城市水务局”不是“江城市档案局”的全称或简称。"]


def test_a_document_of_another_publisher_is_told() -> None:
    context = replace(CONTEXT, department="江城市水务局", short_names=())
    read = named(f"{DEPARTMENT}{YEAR}年部门预算编制说明")
    assert Outcome.FAILS in outcomes("F10", read, context=context)


# F12


def repeated(*repeats: Statement) -> Narrative:
    return replace(narrative(), repeats=repeats)


def test_the_same_figure_twice_agrees() -> None:
    again = repeated(statement_again("exp.basic", "600.00"), statement_again("exp.basic", "600.0"))
    assert outcomes("F12", again) == {Outcome.HOLDS}


def test_figures_that_share_an_amount_are_counted() -> None:
    (found,) = findings("F12", repeated())
    assert "1,000.00万元出现2次" in found.message
    alone = dict.fromkeys(each.key for each in narrative().statements if each.key != "exp.total")
    assert outcomes("F12", narrative(alone)) == {Outcome.NOT_CHECKED}


@pytest.mark.parametrize(
    ("key", "severity"), [("exp.basic", Severity.INFO), ("exp.total", Severity.ERROR)]
)
def test_two_different_numbers_for_one_figure(key: str, severity: Severity) -> None:
    (found,) = findings("F12", repeated(statement_again(key, "601.00")))
    assert (found.outcome, found.severity) == (Outcome.FAILS, severity)
    assert "前后不同" in found.message
    assert found.where["start"] == 1


def test_a_coarser_repeat_is_the_same_number() -> None:
    read = narrative({"exp.basic": "600.04"})
    again = replace(read, repeats=(statement_again("exp.basic", "600.0"),))
    assert outcomes("F12", again) == {Outcome.HOLDS}


LACKING: list[tuple[str, Callable[[], Narrative]]] = [
    (rule, lambda: narrative(dict.fromkeys(each.key for each in narrative().statements)))
    for rule in ("F03", "F07", "F08", "F11", "F12")
]


@pytest.mark.parametrize(("rule", "bare"), LACKING)
def test_nothing_stated_is_unchecked(rule: str, bare: Callable[[], Narrative]) -> None:
    assert outcomes(rule, bare()) == {Outcome.NOT_CHECKED}

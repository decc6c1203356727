"""Group F, F07-F12: function codes, units, left-overs, names, amounts, repeats."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome, Severity
from disclosures.records.narrative import FunctionLine, Narrative, Statement
from tests.rules.examples import CONTEXT, DEPARTMENT, YEAR, findings, narrative, outcomes

Changed = dict[str, str | None]


def statement_again(key: str, value: str) -> Statement:
    read = narrative()
    first = read.statement(key)
    assert first is not None
    return replace(first, value=Decimal(value), printed=value, start=1, end=1 + len(value))


def messages(rule: str, read: Narrative | Changed, outcome: Outcome = Outcome.FAILS) -> list[str]:
    return [each.message for each in findings(rule, read) if each.outcome is outcome]


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
        (with_line("2012677", *ARCHIVES, "档案迁移"), Severity.INFO, "不在2024年的科目表中"),
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
    assert found.where["section"] == "0"


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


def test_what_the_portal_left_open_is_one_error_with_every_place() -> None:
    text = narrative(extra="车辆编制【待填：车辆编制】辆，主要原因是【待填：增减原因】。")
    (found,) = findings("F09", text)
    assert (found.severity, found.outcome) == (Severity.ERROR, Outcome.FAILS)
    assert "2处待填" in found.message
    assert [each.value for each in found.inputs] == ["【待填：车辆编制】", "【待填：增减原因】"]

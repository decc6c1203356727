"""What a sentence says of itself: it holds, or it is told with what it should say."""

import pytest

from disclosures.classification.codes import code_lists
from disclosures.documents.national.read import read_national
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book
from tests.rules.example_tables import good_book, sheet

TITLE = "滨江市测试管理局2026年部门预算\n"
CONTEXT = Context(form="national", has_own_form=False)


def found(text: str, book: Book | None = None) -> list[Finding]:
    """What stands out on a narrative."""
    narrative = read_national(TITLE + text)
    findings = check(narrative, book or Book(), code_lists(), CONTEXT)
    return [each for each in findings if each.stands_out]


def told(text: str, rule: str) -> list[str]:
    """The messages of one rule that stand out."""
    return [each.message for each in found(text) if each.rule == rule]


RIGHT = [
    "单位预留机动经费预算数为1,685.72万元。与上年相比增加1,557.29万元，增长1,212.56%。",
    "2025年当年预算执行数为241.76万元，2026年预算安排207.00万元，比2025年预算执行数减少14.38%。",
    "会议费60.00万元，比2025年预算数50.00万元增加10.00万元，增长20.00%。",
    "会议费60.00万元，比上年增加10.00万元（20%）。",
    "培训费50.00万元，比上年减少0.01万元，下降0.02%。",
    "会议费0万元，比上年增加0万元，增长0%。",
    # The change is told of the sum, not of the part that stands before it.
    "会议费和培训费300.00万元，其中会议费100.00万元，比上年增加30.00万元，增长11.11%。",
    "其中：会议费40.00万元，占40.00%；培训费60.00万元，占60.00%。",
    "会议费33.33万元，占支出合计100.00万元的33.33%。",
    "培训费支出年初预算为0万元，全年预算为100.00万元，支出决算为90.00万元，完成全年预算的90.00%。",
    "培训费12.00万元，比上年减少2.00万元，下降14.29%。主要原因是：培训减少。",
    "本单位纳入2026年部门预算编制范围的单位共3个。",
]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_stands_out_nowhere(sentence: str) -> None:
    assert [each.message for each in found(sentence)] == []


WRONG = [
    (
        "E03",
        "单位预留机动经费预算数为1,685.72万元。与上年相比增加1,557.29万元，增长1,312.56%。",
        "应为增加1,212.56%，原文为增加1,312.56%",
    ),
    (
        "E03",
        "2025年当年预算执行数为241.76万元，2026年预算安排207.00万元，比2025年预算执行数增加21.74%。",
        "应为减少14.38%，原文为增加21.74%",
    ),
    ("E03", "会议费60.00万元，比上年增加10.00万元（16.67%）。", "应为增加20%"),
    ("E03", "会议费60.00万元，比上年增加60.00万元，增长100%。", "上年为0，没有可比的百分比"),
    (
        "E03",
        "2025年当年预算执行数为0万元，2026年预算安排9.00万元，比2025年预算执行数增加100.00%。",
        "上年为0",
    ),
    ("E03", "其中：会议费40.00万元，占“三会”经费的8.75%；培训费60.00万元，占7.22%。", "应为40%"),
    (
        "E03",
        "培训费支出年初预算为0万元，全年预算为100.00万元，支出决算为90.00万元，完成年初预算的90%。",
        "年初预算为0",
    ),
    (
        "E01",
        "会议费60.00万元，比2025年预算数50.00万元增加10.30万元，增长20.60%。",
        "相差0.30万元",
    ),
    ("F11", "会议费0万元，比2025年预算增加21.25万元。", "上年数不可能为负"),
    (
        "F12",
        "“住房保障支出（类）住房改革支出（款）购房补贴（项）”207.00万元，用于补贴。"
        "2025年当年预算执行数为241.76万元，2026年预算安排170.03万元。",
        "207.00万元与170.03万元",
    ),
    (
        "E05",
        "培训费12.00万元，比上年减少2.00万元，下降14.29%。主要原因是：培训经费增加。",
        "方向相反",
    ),
    (
        "F07",
        "“医疗卫生与计划生育支出（类）行政事业单位医疗（款）行政单位医疗（项）”9.00万元。",
        "该年度科目表为“卫生健康支出”",
    ),
    ("F04", "本单位纳入2024年部门预算编制范围的单位共3个。", "2026年不符"),
    ("F09", "会议费9.00万元。。", "重复的标点"),
    ("F09", "滨江市测试管理局滨江市测试管理局会议费9.00万元。", "重复的名称"),
]


@pytest.mark.parametrize(("rule", "sentence", "words"), WRONG)
def test_a_wrong_sentence_is_told(rule: str, sentence: str, words: str) -> None:
    messages = told(sentence, rule)
    assert [each for each in messages if words in each], messages


FINAL = "滨江市测试管理局2025年度部门决算\n"
SPENT = (
    "1.住房保障支出（类）住房改革支出（款）购房补贴（项）257.14万元。年初预算为274.82万元，"
    "支出决算为{}万元，完成年初预算的93.57%。"
)


@pytest.mark.parametrize(("spent", "count"), [("257.14", 0), ("245.53", 2)])
def test_a_final_accounts_item_is_told_once(spent: str, count: int) -> None:
    """The other amount, and the percentage that belongs to the first."""
    narrative = read_national(FINAL + SPENT.format(spent))
    findings = check(narrative, Book(), code_lists(), CONTEXT)
    assert [each.rule for each in findings if each.stands_out] == ["E03", "F12"][:count]


def test_rounding_is_information() -> None:
    (only,) = found("支出合计307.82万元，其中：会议费29.42万元，占9.55%。")
    assert (only.rule, only.outcome, only.severity) == ("E03", Outcome.ROUNDING, Severity.INFO)


def test_a_finding_points_at_its_sentence() -> None:
    sentence = "会议费 60.00 万元，比上年增加 10.00 万元（16.67%）。"
    (only,) = found(sentence)
    where = only.where
    assert (TITLE + sentence)[where["start"] : where["end"]].startswith("60.00 万元")


def test_no_sentence_blocks_a_submission() -> None:
    """They are told of what nobody named: a person has to look, the machine does not refuse."""
    assert not [
        each
        for rule, sentence, _ in WRONG
        for each in found(sentence)
        if each.severity is Severity.ERROR and rule != "F07"
    ]


ITEM = "“社会保障和就业支出（类）社会福利（款）社会福利事业单位（项）”738.66万元，用于人员经费。"


@pytest.mark.parametrize(("printed", "fails"), [("7386600", False), ("6964796", True)])
def test_an_item_is_compared_with_its_row(printed: str, fails: bool) -> None:
    by_function = sheet(
        "general-budget-by-function",
        "function_code function_name total",
        (f"2081005 社会福利事业单位 {printed}",),
    )
    other = sheet("expenditure-summary", "function_code total", ())
    book = good_book(general_budget_by_function=by_function, expenditure_summary=other)
    messages = [each.message for each in found(ITEM, book) if each.rule == "C04"]
    assert bool(messages) is fails
    assert all("738.66万元" in each for each in messages)

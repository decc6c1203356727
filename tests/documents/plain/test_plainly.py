"""Several figures in one breath, words in between: said plainly, each figure stays in its place."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.classification.figures import HEADLINE
from disclosures.documents.national.flow import flow_of
from disclosures.documents.national.read import read_national
from disclosures.documents.plain.edits import Edit, edited
from disclosures.documents.plain.read import said_plainly
from disclosures.records.narrative import Narrative

TITLE = "滨江市测试管理局2026年部门预算\n"


def read(*sentences: str) -> Narrative:
    narrative = read_national(TITLE + "\n".join(sentences) + "\n")
    return said_plainly(narrative, read_national)


def told(narrative: Narrative) -> dict[str, Decimal]:
    """The headline figures in 万元."""
    numbers = {key: narrative.number(key) for key in HEADLINE.values()}
    return {key: number / 10000 for key, number in numbers.items() if number is not None}


ABROAD, RECEPTION, BOTH = "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费"


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            f"{ABROAD}、{RECEPTION}、{BOTH}均为0万元。",
            {"sangong.abroad": 0, "sangong.reception": 0, "sangong.vehicle": 0},
        ),
        (
            f"{ABROAD}和{RECEPTION}均为0，公务用车运行维护费5.00万元。",
            {"sangong.abroad": 0, "sangong.reception": 0, "sangong.vehicle_run": 5},
        ),
        (
            f"{ABROAD}、{RECEPTION}均为零，公务用车运行维护费5.00万元。",
            {"sangong.abroad": 0, "sangong.reception": 0, "sangong.vehicle_run": 5},
        ),
        (
            f"{ABROAD}、{BOTH}（公务用车购置费、公务用车运行维护费）均为0万元。",
            {
                "sangong.abroad": 0,
                "sangong.vehicle": 0,
                "sangong.vehicle_purchase": 0,
                "sangong.vehicle_run": 0,
            },
        ),
        (
            f"{BOTH}5.00万元，均为运行维护费。",
            {"sangong.vehicle": 5, "sangong.vehicle_run": 5},
        ),
        ("政府采购预算3.00万元，为货物类采购。", {"proc.total": 3, "proc.goods": 3}),
        (
            "收入预算30.00万元，其中：一般公共预算收入20.00万元，基金预算收入10.00万元。",
            {"income.total": 30, "fiscal.general": 20, "fiscal.fund": 10},
        ),
        (
            f"{ABROAD}、{RECEPTION}分别为1.50万元、2.00万元。",
            {"sangong.abroad": Decimal("1.5"), "sangong.reception": 2},
        ),
        (
            "“三公”经费预算10.00万元，全部为公务用车运行维护费。",
            {"sangong.total": 10, "sangong.vehicle_run": 10},
        ),
        ("“三公”经费预算为零。另有9.00万元。", {"sangong.total": 0}),
        ("“三公”经费一般公共预算安排9.50万元。", {"sangong.total": Decimal("9.5")}),
        ("机关运行经费由140.00万元增加到150.00万元。", {"running.amount": 150}),
        (
            "支出预算30.00万元，其中：基本支出占66.67%，为20.00万元。",
            {"exp.total": 30, "exp.basic": 20},
        ),
        (
            "收入预算30.00万元，其中：一般公共预算20.00万元；政府性基金预算10.00万元。",
            {"income.total": 30, "fiscal.general": 20, "fiscal.fund": 10},
        ),
        (
            "2026年政府采购：货物2.00万元、工程0万元、服务3.00万元，合计5.00万元。",
            {"proc.goods": 2, "proc.works": 0, "proc.services": 3, "proc.total": 5},
        ),
        (
            "政府采购按需安排，其中：货物2.00万元，服务3.00万元，合计6.00万元。",
            {"proc.goods": 2, "proc.services": 3},
        ),
    ],
)
def test_each_figure_is_read(sentence: str, figures: dict[str, Decimal]) -> None:
    narrative = read(sentence)
    assert told(narrative) == figures
    for each in narrative.statements:
        assert narrative.text[each.start : each.end] == each.printed != ""


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ABROAD}、{RECEPTION}、{BOTH}三项均无预算安排。",
        f"{ABROAD}、{RECEPTION}均未安排。",
        f"{ABROAD}、{RECEPTION}分别为1.50万元、2.00万元、3.00万元。",
        f"2025年{ABROAD}、{RECEPTION}均为0万元。",
        f"上年{ABROAD}、{RECEPTION}分别为1.50万元、2.00万元。",
        "收入预算另行公布，一般公共预算20.00万元。",
        "“三公”经费不全部为公务用车运行维护费。",
    ],
)
def test_words_of_nothing_and_of_other_years_state_nothing(sentence: str) -> None:
    assert told(read(sentence, "另有9.00万元。")) == {}


def test_what_was_read_first_stands() -> None:
    narrative = read_national(
        TITLE + f"{RECEPTION}2.00万元。{ABROAD}、{RECEPTION}均为0万元。\n其他9.00万元。\n"
    )
    again = said_plainly(narrative, read_national)
    assert set(narrative.statements) <= set(again.statements)
    assert again.number("sangong.reception") == 20000
    assert any("可读作" in doubt.message for doubt in again.doubts)


def test_of_two_readings_the_one_that_adds_up_is_taken_and_doubted() -> None:
    text = (
        "滨江市测试管理局2024年度部门决算\n"
        "“三公”经费支出决算8.62万元。其中：因公出国（境）费支出决算0万元，完成预算的0%；"
        "公务用车购置及运行费支出决算8.00万元，完成预算9.00万元的88.89%，其中公务用车购置支出"
        "决算0万元，公务用车运行维护费支出决算8.00万元；公务接待费支出决算0.62万元。\n"
    )
    narrative = read_national(text)
    bought = narrative.statement("sangong.vehicle_purchase")
    assert bought is not None
    # As a first reading would have it that takes the part for the whole.
    mistaken = [
        replace(bought, key=each.key) if each.key == "sangong.vehicle" else each
        for each in narrative.statements
    ]
    again = said_plainly(replace(narrative, statements=tuple(mistaken)), read_national)
    stated = again.statement("sangong.vehicle")
    assert stated is not None
    assert stated.yuan == 80000
    assert any(each.start <= stated.start < each.end for each in again.doubts)


def test_a_running_title_inside_a_sentence() -> None:
    title = "滨江市测试管理局2026年部门预算"
    narrative = read(f"政府采购预算9.00万元，其中：货物4.00万元，{title}", title, "服务5.00万元。")
    assert told(narrative) == {"proc.total": 9, "proc.goods": 4, "proc.services": 5}


def test_edits_keep_each_character_in_its_place() -> None:
    flow = edited(flow_of("甲乙丙丁"), [Edit((1, 3), ((2, 3), "和", (1, 2))), Edit((2, 4), ())])
    assert flow.text == "甲丙和乙丁"
    assert flow.origin == (0, 2, 1, 1, 3)


def test_hostile_text_is_read_in_bounded_time() -> None:
    for piece in (f"{ABROAD}、", "收入预算1", "货物1万元、", "由1万元", "政府采购", "（甲"):
        read(piece * 4000)

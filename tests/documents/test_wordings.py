"""A narrative says the same in many wordings: the reader must return what was written."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.documents.read import read_narrative
from disclosures.records.narrative import Narrative
from tests.documents.narratives import Facts, Wording, written

WORDINGS = st.builds(
    Wording,
    unit=st.sampled_from(["万元", "元"]),
    separators=st.booleans(),
    wide=st.booleans(),
    versus=st.sampled_from(
        [
            "与上年对比",
            "较上年",
            "比上年",
            "与上年相比",
            "较2022年预算",
            "与上年对比，",
            "比2022年年初预算",
            "同比",
            "较去年",
            "与2022年预算数相比，",
            "比上年年初预算数4,800.00万元",
            "较上年同期",
            "受政策调整影响，较上年",
            "与上年对比变动情况：",
        ]
    ),
    because=st.sampled_from(["主要原因是", "主要原因分析：", "主要原因是：", "主要是", "原因为"]),
    who=st.sampled_from(["我部门", "我局", "本单位", "昆明市示例管理局"]),
    flat=st.sampled_from(
        [
            "与上年持平",
            "与上年对比无增减变化",
            "与上年预算数相同",
            "较上年无变化",
            "同比持平",
            "与上年一致",
        ]
    ),
    change=st.sampled_from(
        [
            "{versus}{word}{amount}，{rate}{percent}%",
            "{versus}{word}了{amount}，{rate}了{percent}%",
            "{versus}{rate}{percent}%，{word}{amount}",
            "{versus}{word}{amount}（{rate}{percent}%）",
            "{versus}{word}{amount}、同比{rate}{percent}个百分点",
            "{versus}{rate}{percent}%（{word}{amount}）",
        ]
    ),
    up=st.sampled_from([("增加", "增长"), ("增长", "增幅"), ("上升", "增幅为"), ("增加", "提高")]),
    down=st.sampled_from(
        [("减少", "下降"), ("下降", "降幅"), ("降低", "减幅为"), ("压减", "降低")]
    ),
    procurement=st.sampled_from(
        [
            "共涉及采购项目{items}个，政府采购预算总额{total}",
            "政府采购项目共计{items}个，预算金额合计{total}",
            "编制采购预算项目{items}项，金额{total}",
            "涉及采购项目{items}个，采购预算资金{total}",
        ]
    ),
    wide_digits=st.booleans(),
    function=st.sampled_from(
        ["quoted", "dashed", "short", "named", "behind", "split", "levels", "last"]
    ),
)
AMOUNT = st.decimals(min_value=1, max_value=10**7, places=2)
FACTS = st.builds(
    Facts,
    general=AMOUNT,
    other=AMOUNT,
    basic=AMOUNT,
    project=AMOUNT,
    change=st.one_of(AMOUNT, AMOUNT.map(lambda value: -value), st.just(Decimal("0"))),
    reception=AMOUNT,
    vehicles=AMOUNT,
    goods=AMOUNT,
    services=AMOUNT,
)


def expected(facts: Facts) -> dict[str, Decimal]:
    total = facts.general + facts.other
    rate = Decimal("3.21").copy_sign(facts.change)
    public = facts.abroad + facts.reception + facts.vehicles
    return {
        "income.total": total,
        "income.general": facts.general,
        "income.other": facts.other,
        "income.delta": facts.change,
        "fiscal.total": facts.general,
        "fiscal.general": facts.general,
        "exp.total": total,
        "exp.fiscal": facts.general,
        "exp.basic": facts.basic,
        "exp.basic_delta": facts.change,
        "exp.project": facts.project,
        "exp.project_delta": Decimal(0),
        "func.2010301": facts.functions[0][2],
        "func.2010399": facts.functions[1][2],
        "proc.total": facts.goods + facts.services,
        "proc.goods": facts.goods,
        "proc.services": facts.services,
        "proc.works": Decimal(0),
        "proc.items": Decimal(5),
        "sangong.total": public,
        "sangong.total_delta": facts.change,
        **({"sangong.total_pct": rate} if facts.change else {}),
        "sangong.abroad": facts.abroad,
        "sangong.reception": facts.reception,
        "sangong.reception_delta": facts.change,
        "sangong.reception_persons": Decimal(1090),
        "sangong.vehicle": facts.vehicles,
        "sangong.vehicle_purchase": Decimal(0),
        "sangong.vehicle_run": facts.vehicles,
        "project1.amount": facts.project,
        "running.amount": facts.goods,
        "asset.total": total,
        "asset.current": facts.other,
    }


def differing(narrative: Narrative, facts: Facts) -> dict[str, tuple[object, Decimal]]:
    stated = {each.key: each.value for each in narrative.statements}
    return {
        key: (stated.get(key), value)
        for key, value in expected(facts).items()
        if stated.get(key) != value
    }


@settings(max_examples=120, deadline=None)
@given(FACTS, WORDINGS)
def test_what_is_written_is_read(facts: Facts, wording: Wording) -> None:
    narrative = read_narrative(written(facts, wording))
    assert differing(narrative, facts) == {}
    assert narrative.department == facts.department
    assert (narrative.year, narrative.kind) == (facts.year, "budget")
    assert narrative.printed_unit == wording.unit


@settings(max_examples=60, deadline=None)
@given(FACTS, WORDINGS, st.data())
def test_a_missing_line_is_not_disclosed_and_nothing_else_changes(
    facts: Facts, wording: Wording, data: st.DataObject
) -> None:
    """Whatever a document leaves out, no other figure takes its place."""
    lines = written(facts, wording).split("\n")
    dropped = data.draw(st.integers(min_value=40, max_value=len(lines) - 1))
    narrative = read_narrative("\n".join(lines[:dropped] + lines[dropped + 1 :]))
    doubted = [(doubt.start, doubt.end) for doubt in narrative.doubts]
    for key, (stated, _) in differing(narrative, facts).items():
        assert stated is None or doubted, key


@pytest.mark.parametrize("wording", [Wording(), Wording(unit="元", function="named")])
def test_spans_hold_in_every_wording(wording: Wording) -> None:
    narrative = read_narrative(written(Facts(), wording))
    for stated in (*narrative.statements, *narrative.repeats):
        assert narrative.text[stated.start : stated.end] == stated.printed


def test_a_name_that_speaks_of_small_firms_is_no_share_of_theirs() -> None:
    names = "资源勘探工业信息等支出|支持中小企业发展和管理支出|行政运行"
    facts = Facts(functions=(("2150801", names, Decimal("1900.12")),))
    for function in ("quoted", "dashed"):
        narrative = read_narrative(written(facts, Wording(function=function)))
        assert narrative.number("func.2150801") == Decimal("19001200.00")

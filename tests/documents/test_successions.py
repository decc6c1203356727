"""What a document says its department came from, and what it says of others."""

import pytest

from disclosures.documents.successions import successions_said
from disclosures.records.succession import Reform

OWN = "昆明市数据局"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "2024年3月，由原昆明市大数据管理局更名为昆明市数据局。",
            [("昆明市大数据管理局", Reform.RENAMED, 2024)],
        ),
        ("我局前身为市信息中心。", [("市信息中心", Reform.RENAMED, None)]),
        ("市大数据管理局正式更名为市数据局。", [("市大数据管理局", Reform.RENAMED, None)]),
        (
            "2019年将原市信息化办公室、市档案局和市统计中心整合组建市数据局。",
            [
                ("市信息化办公室", Reform.MERGED, 2019),
                ("市档案局", Reform.MERGED, 2019),
                ("市统计中心", Reform.MERGED, 2019),
            ],
        ),
        (
            "2025年，将市发展改革委员会的数字经济管理职责划入本部门。",
            [("市发展改革委员会", Reform.TRANSFERRED, 2025)],
        ),
        ("本单位由原市信息中心分立。", [("市信息中心", Reform.SPLIT, None)]),
    ],
)
def test_what_is_said_of_the_publisher(
    sentence: str, told: list[tuple[str, Reform, int | None]]
) -> None:
    found = successions_said(f"一、主要职能\n{sentence}\n二、其他", OWN)
    assert [(each.predecessor, each.reform, each.year) for each in found] == told
    assert {each.sentence for each in found} == {sentence}


@pytest.mark.parametrize(
    "sentence",
    [
        "由原昆明市水务局更名为昆明市水利局。",
        "负责行政区域命名和更名审核工作。",
        "下属事业单位昆明市交流服务中心不单列预算，并入本部。",
        "市文化旅游委划转红岩文化中心讲解员大赛资金30万元。",
        "市行政审批局负责划转事项的行政审批过程和结果。",
        "我局更名为昆明市数据局后，职能不变。",
        "组建运行好战略性新兴产业专项基金。",
    ],
)
def test_what_is_said_of_others_or_of_nothing(sentence: str) -> None:
    assert successions_said(sentence, OWN) == ()


def test_each_former_department_is_told_once() -> None:
    text = "2024年，由原市大数据局更名为市数据局。\n市数据局原名市大数据局。"
    (found,) = successions_said(text, OWN)
    assert (found.predecessor, found.year) == ("市大数据局", 2024)


def test_a_long_text_of_nothing_but_such_words_ends() -> None:
    assert successions_said("由原" + "和局" * 200_000 + "合并组建", OWN) == ()
    assert successions_said("由原" + "和局" * 150 + "合并组建。" * 2000, OWN) == ()

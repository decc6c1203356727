"""Codes mean what they meant that year, and names find them only when one code fits."""

import pytest

from disclosures.classification.codes import Code, CodeList, code_lists, folded


def reused() -> CodeList:
    return CodeList(
        [
            Code("210", "卫生健康支出", ""),
            Code("21004", "医疗保障", "210", year_to=2017),
            Code("21004", "公共卫生", "210", year_from=2018),
            Code("2100401", "疾病预防控制机构", "21004"),
            Code("201", "一般公共服务支出", ""),
            Code("20101", "人大事务", "201"),
            Code("20102", "政协事务", "201"),
            Code("2010101", "行政运行", "20101"),
            Code("2010201", "行政运行", "20102"),
        ]
    )


@pytest.mark.parametrize(("year", "name"), [(2016, "医疗保障"), (2024, "公共卫生")])
def test_a_reused_code_is_asked_by_year(year: int, name: str) -> None:
    found = reused().get("21004", year)
    assert found is not None
    assert found.name == name


def test_a_code_out_of_force_is_unknown() -> None:
    assert CodeList([Code("201", "旧", "", year_to=2017)]).get("201", 2018) is None


def test_names_alone_do_not_decide_between_two_codes() -> None:
    assert reused().match(("行政运行",), 2024) is None


def test_names_from_the_top_decide() -> None:
    assert reused().match(("一般公共服务支出", "政协事务", "行政运行"), 2024) == "2010201"


def test_a_wrong_parent_matches_nothing() -> None:
    assert reused().match(("卫生健康支出", "政协事务", "行政运行"), 2024) is None


def test_official_drifts_are_folded() -> None:
    assert folded("政府办公厅(室)及相关机构事务支出") == folded("政府办公厅（室）及相关机构事务")


def test_the_published_list_knows_the_families_of_a_department() -> None:
    path = code_lists().functions.path("2080505", 2022)
    assert [step.name for step in path] == [
        "社会保障和就业支出",
        "行政事业单位养老支出",
        "机关事业单位基本养老保险缴费支出",
    ]

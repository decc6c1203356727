"""What is a disclosure's narrative, and the reason for refusing everything else."""

import pytest

from disclosures.documents.national.recognition import (
    is_kunming_form,
    is_national,
    recognise_national,
)
from tests.documents.narratives import Facts as KunmingFacts
from tests.documents.narratives import Wording
from tests.documents.narratives import written as kunming
from tests.documents.national.cities import CITIES, Facts, written

FILLING = "我们认真开展各项工作，组织了多次会议，完成了年度任务，成效明显，群众满意。" * 12


@pytest.mark.parametrize("city", CITIES)
def test_every_city_is_recognised(city: str) -> None:
    text = written(city, Facts())
    assert recognise_national(text) is None
    assert is_national(text)


def test_a_final_account_is_recognised() -> None:
    assert recognise_national(written("final_account", Facts(year=2024))) is None


def test_kunmings_own_form_is_left_to_its_reader() -> None:
    text = kunming(KunmingFacts(), Wording())
    assert is_kunming_form(text)
    assert not is_national(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("too_short", "滨江市测试管理局2026年部门预算收入预算3万元。"),
        ("work_summary", "滨江市测试管理局工作总结\n" + FILLING),
        ("not_a_disclosure", "尊敬的市民：来信收悉。" + FILLING),
        ("notice", "关于做好2026年部门预算编制工作的通知\n" + FILLING),
        ("no_figures", "2026年部门预算\n收入总计 3,300.12\n支出总计 3,300.12\n" + FILLING),
        (
            "government_budget",
            "关于2025年预算执行情况和2026年预算草案的报告\n部门预算管理进一步加强。"
            "市本级一般公共预算收入完成300.00万元。" + FILLING,
        ),
    ],
)
def test_everything_else_is_refused_with_its_reason(code: str, text: str) -> None:
    refusal = recognise_national(text)
    assert refusal is not None
    assert refusal.code == code
    assert refusal.reason


def test_a_disclosure_without_a_year_is_refused() -> None:
    text = written("yantai", Facts()).replace("2026年", "")
    refusal = recognise_national(text)
    assert refusal is not None
    assert refusal.code == "no_year"

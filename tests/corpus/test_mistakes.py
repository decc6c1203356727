"""The mistakes that people found in real disclosures (`errors` of gold/) are found as findings.

What is no mistake (rounding, a remark on scope, a reason that only a reader of Chinese doubts) is
listed beside them, so that a new entry of the gold is noticed.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from disclosures.publishing.contract import contract_of
from disclosures.publishing.reading import read

pytestmark = pytest.mark.corpus
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

# File, the kind of mistake, and words of the findings that tell it.
FOUND = [
    ("jiangsu-2017-budget-ac3cc788", "percent", ("8.75%", "7.22%", "16.81%")),
    ("jiangsu-2018-budget-ac3b6bb6", "percent", ("应为增加1,212.56%",)),
    ("jiangsu-2018-budget-ac3b6bb6", "template", ("“增加（减少）”", "填写说明")),
    ("jiangsu-2018-budget-ac3b6bb6", "punctuation", ("重复的标点",)),
    ("jiangsu-2019-budget-1ef7a279", "missing_number", ("没有数字的金额",)),
    ("jiangsu-2019-budget-1ef7a279", "year", ("纳入本部门2018年",)),
    ("jiangsu-2019-budget-1ef7a279", "template", ("“增加（减少）”",)),
    ("putuo-2023-budget-592d25c6", "contradiction", ("0万元,比2022年预算增加1421.25万元",)),
    ("putuo-2023-budget-592d25c6", "amount", ("220.63万元与441.25万元",)),
    ("putuo-2023-budget-592d25c6", "percent", ("增加100.00%”：上年为0",)),
    ("putuo-2024-budget-205fe267", "narrative_vs_table", ("738.66万元", "696.4796万元")),
    ("putuo-2024-budget-205fe267", "missing_text", ("没有写出的原因",)),
    ("putuo-2024-budget-f45a1836", "amount", ("350.35万元与352.67万元",)),
    ("putuo-2024-budget-f45a1836", "direction", ("方向相反",)),
    ("putuo-2024-budget-f45a1836", "percent", ("增加100.00%”：上年为0",)),
    ("putuo-2024-final-69067945", "wording", ("完成年初预算的95.89%”：年初预算为0",)),
    ("putuo-2024-final-69067945", "percent", ("增长100.00%”：上年为0", "应为9.56%")),
    ("putuo-2026-budget-30d3176a", "percent", ("应为减少15.13%", "应为增加24%")),
    ("putuo-2026-budget-30d3176a", "amount", ("56.12万元与57.80万元",)),
    ("putuo-2026-budget-30d3176a", "amount+direction", ("207.00万元与170.03万元", "增加21.74%")),
    ("putuo-2026-budget-30d3176a", "name", ("医疗卫生与计划生育支出",)),
    ("putuo-2026-budget-30d3176a", "table_row", ("2040601行政运行", "64,840,547.00元")),
    ("putuo-2026-budget-30d3176a", "missing_text", ("没有写出的原因",)),
    ("yantai-2026-budget-ad0bea5f", "wording", ("重复的名称",)),
]
# Not found, each with why it is none or cannot be told.
ADMITTED = {
    ("putuo-2024-budget-f45a1836", "name"): "a purpose copied from another item is prose",
    ("shanghai-2026-budget-3363c27c", "cross_table"): "another scope, no mistake",
    ("shenzhen-2026-budget-597deef1", "wording"): "a reason that does not fit is prose",
    ("yantai-2026-budget-ad0bea5f", "plausibility"): "the cars belong to a central fleet",
}
ROUNDING = "rounding"  # within the tolerance of sums that are printed in 万元


@lru_cache(maxsize=4)
def messages(name: str) -> tuple[str, ...]:
    """What stands out on a document."""
    path = CORPUS / "documents" / f"{name}.pdf"
    told: dict[str, Any] = contract_of(read(path.read_bytes(), path.name))
    return tuple(each["message"] for each in (*told["findings"], *told["doubts"]))


@pytest.mark.parametrize(("name", "kind", "words"), FOUND, ids=lambda each: str(each)[:30])
def test_a_mistake_is_found(corpus: Path, name: str, kind: str, words: tuple[str, ...]) -> None:
    for each in words:
        assert [said for said in messages(name) if each in said], each


def test_every_mistake_of_the_gold_is_found_or_admitted(corpus: Path) -> None:
    listed = {
        (path.stem, error["type"])
        for path in (corpus / "gold").glob("*.json")
        for error in json.loads(path.read_text(encoding="utf-8"))["errors"]
        if error["type"] != ROUNDING
    }
    assert listed == {(name, kind) for name, kind, _ in FOUND} | set(ADMITTED)

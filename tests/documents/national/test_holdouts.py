"""Invented disclosures in the manner of cities that no form was written for.

`holdouts/*.txt`: what a person reads in it (figures in the unit named first), a line of =, the
text. `doubted` figures may be read so or otherwise, but never without a doubt.
"""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from disclosures.classification.figures import HEADLINE
from disclosures.publishing.contract import contract_of
from disclosures.publishing.reading import read

FOLDER = Path(__file__).parent / "holdouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
SCALE = {"万元": 10000, "元": 1}


class Holdout:
    """One text with what is to be read in it."""

    def __init__(self, name: str) -> None:
        head, self.text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("====\n", 1)
        lines = [line.split() for line in head.splitlines() if line]
        scale = next(SCALE[line[1]] for line in lines if line[0] == "unit")
        self.kind = next((line[1] for line in lines if line[0] == "kind"), "budget")
        self.figures = {line[0]: Decimal(line[1]) * scale for line in lines if line[0] in HEADLINE}
        self.doubted = {line[1] for line in lines if line[0] == "doubted"}


@lru_cache
def contract(name: str) -> dict[str, Any]:
    """What is read of a holdout."""
    return contract_of(read(Holdout(name).text.encode(), f"{name}.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_as_a_person_reads_it(name: str) -> None:
    holdout, found = Holdout(name), contract(name)
    assert found["recognised"], found["reason"]
    assert found["kind"] == holdout.kind
    read_figures = {
        figure: Decimal(value)
        for figure, value in found["headline"].items()
        if value is not None and figure not in holdout.doubted
    }
    assert read_figures == holdout.figures


@pytest.mark.parametrize("name", NAMES)
def test_what_may_be_read_otherwise_is_doubted(name: str) -> None:
    found = contract(name)
    named = {figure for each in found["doubts"] for figure in each["figures"]}
    stated = {figure for figure in Holdout(name).doubted if found["headline"][figure]}
    assert stated <= named


# Other words for the same things; whatever they do, they must not make a wrong figure.
WORDINGS = [
    ("收支总预算", "收支预算总额"),
    ("收入预算", "年初收入预算"),
    ("支出预算", "预算总支出"),
    ("基本支出", "基本支出安排"),
    ("万元", "万"),
    ("因公出国（境）费", "因公临时出国（境）经费"),
    ("公务接待费", "公务接待经费"),
    ("公务用车购置及运行维护费", "公务车购置和运行费用"),
    ("公务用车运行维护费", "公务用车运维费"),
    ("政府采购预算", "政府集中采购预算"),
    ("机关运行经费", "机关运行经费（公用经费）"),
    ("“三公”经费", "三公经费"),
    ("一般公共预算拨款收入", "一般公共预算财政拨款"),
    ("，其中：", "。其中："),
    ("；", "。"),
    ("，", "，\n"),
]
LEAST_READ = Decimal("0.94")


@pytest.mark.parametrize(("usual", "other"), WORDINGS)
def test_other_words_make_no_wrong_figure(usual: str, other: str) -> None:
    read_count, told_count = 0, 0
    for name in NAMES:
        holdout = Holdout(name)
        if usual not in holdout.text:
            continue
        found = contract_of(read(holdout.text.replace(usual, other).encode(), f"{name}.txt"))
        assert found["recognised"], found["reason"]
        doubted = {figure for each in found["doubts"] for figure in each["figures"]}
        for figure, value in found["headline"].items():
            told = holdout.figures.get(figure)
            told_count += told is not None
            read_count += told is not None and value is not None
            is_right = value is None or Decimal(value) == told
            assert is_right or figure in doubted | holdout.doubted, (name, figure, value)
    assert read_count >= LEAST_READ * told_count

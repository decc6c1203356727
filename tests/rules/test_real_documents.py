"""The rules on real disclosures as published: what holds there, and that nothing cries wolf."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from disclosures.classification.codes import code_lists
from disclosures.documents.book_from_narrative import book_from_narrative
from disclosures.documents.forms.registry import form_for
from disclosures.documents.read import DocumentText, read_narrative, read_text_document
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.rules.finding import Finding

KUNMING = "530100"
# Not printed in the document or known only from another one; D16 and D18 hold with a remainder.
UNCHECKED_2022 = {"E01", "E06", "F05"}
TOLD_2022 = {"D16": "1200.00", "D18": "-314900.00"}
UNCHECKED_2026 = {"D16", "E01", "E06", "F03", "F05"}


def checked(data: bytes, name: str, changes: Mapping[str, str] | None = None) -> list[Finding]:
    """All findings on a document, some of its words changed."""
    document = read_text_document(data, name)
    assert isinstance(document, DocumentText), document
    text = document.text
    for old, new in (changes or {}).items():
        assert old in text
        text = text.replace(old, new)
    narrative = read_narrative(text, code_lists())
    listed = [each.title for each in narrative.contents]
    choice = form_for(KUNMING, narrative.year, listed)
    assert choice is not None
    context = Context(
        form=choice.form.name,
        form_titles=choice.form.titles_as_listed(listed),
        department=narrative.department,
        division=KUNMING,
    )
    book = book_from_narrative(narrative, choice.form)
    return list(check(narrative, book, code_lists(), context))


def unchecked(findings: list[Finding]) -> set[str]:
    """The narrative's own rules that were left unchecked altogether."""
    held = {each.rule for each in findings if each.outcome is not Outcome.NOT_CHECKED}
    return {each.rule for each in findings if each.rule[0] in "DEF"} - held


def test_the_seed_passes_every_rule_that_it_can_be_asked(seed: bytes) -> None:
    found = checked(seed, "seed.txt")
    assert [each.message for each in found if each.outcome is Outcome.FAILS] == []
    assert [each.message for each in found if each.outcome is Outcome.ROUNDING] == []
    assert unchecked(found) == UNCHECKED_2022


def test_the_seed_s_remainders_are_information(seed: bytes) -> None:
    told = [each for each in checked(seed, "seed.txt") if each.stands_out]
    assert {each.rule: f"{each.difference:.2f}" for each in told} == TOLD_2022
    assert {each.severity for each in told} == {Severity.INFO}


def test_the_seed_s_repeated_amounts_are_counted(seed: bytes) -> None:
    (found,) = [each for each in checked(seed, "seed.txt") if each.rule == "F12"]
    assert "1,707.95万元出现7次" in found.message
    assert "20.82万元出现3次" in found.message


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("预算总支出1707.95", "预算总支出1707.59", {"D05", "D10"}),
        ("基本支出505.01", "基本支出550.01", {"D06", "D08"}),
        ("事业编制31人", "事业编制13人", {"D21"}),
        (
            "基本支出505.01万元,与上年对比减少20.82",
            "基本支出505.01万元,与上年对比减少20.28",
            {"E04"},
        ),
        ("2101102卫生健康", "2101103卫生健康", {"F07"}),
        ("53010000177900600111", "53010000177900700111", {"F03"}),
        ("2022年2月17日", "2021年2月17日", {"F04"}),
        ("五、市对下专项转移支付情况\n(一)", "(一)", {"F01"}),
        ("固定资产914.25万元", "固定资产914.25元", {"D17", "F08"}),
    ],
)
def test_a_slip_in_the_seed_is_found(seed: bytes, old: str, new: str, rules: set[str]) -> None:
    found = checked(seed, "seed.txt", {old: new})
    assert rules <= {each.rule for each in found if each.outcome is Outcome.FAILS}


def test_a_later_form_in_yuan_raises_no_alarm(corpus: Path) -> None:
    file = corpus / "documents" / "kunming-2026-budget-2b25c884.html"
    found = checked(file.read_bytes(), file.name)
    assert [each.message for each in found if each.outcome is Outcome.FAILS] == []
    assert unchecked(found) == UNCHECKED_2026

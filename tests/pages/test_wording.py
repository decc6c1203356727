"""What changed between two texts, word by word, with amounts whole."""

import pytest

from disclosures.pages.wording import LONGEST, Deed, Run, changed_paragraphs

SAME, REMOVED, ADDED = Deed


def test_a_changed_amount_is_shown_whole() -> None:
    (changed,) = changed_paragraphs("总支出1,707.95万元。", "总支出1,807.95万元。")
    assert changed == (
        Run(SAME, "总支出"),
        Run(REMOVED, "1,707.95"),
        Run(ADDED, "1,807.95"),
        Run(SAME, "万元。"),
    )


def test_paragraphs_that_stay_are_passed_over() -> None:
    before = "甲段。\n\n  乙段。\n丙段。"
    assert changed_paragraphs(before, "甲段。\n乙段。\n丙段。") == []
    (changed,) = changed_paragraphs(before, "甲段。\n乙段！\n丙段。")
    assert changed == (Run(SAME, "乙段"), Run(REMOVED, "。"), Run(ADDED, "！"))


@pytest.mark.parametrize(("before", "after"), [("", "新段"), ("旧段", "")])
def test_a_paragraph_that_comes_or_goes_is_one_run(before: str, after: str) -> None:
    (changed,) = changed_paragraphs(before, after)
    assert changed == (Run(ADDED if after else REMOVED, before or after),)


def test_a_paragraph_too_long_to_compare_is_replaced_whole() -> None:
    before, after = "一" * (LONGEST + 1), "二" + "一" * LONGEST
    (changed,) = changed_paragraphs(before, after)
    assert [each.deed for each in changed] == [REMOVED, ADDED]
    assert [each.text for each in changed] == [before, after]


def test_the_runs_spell_both_texts() -> None:
    before, after = "因公出国0万元，持平；公务接待1万元。", "因公出国2万元，增长；公务接待1万元。"
    (changed,) = changed_paragraphs(before, after)
    assert "".join(each.text for each in changed if each.deed != ADDED) == before
    assert "".join(each.text for each in changed if each.deed != REMOVED) == after

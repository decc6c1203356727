"""Yunnan's final accounts: results are no budgets, and the year is not what it carries."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.classification.codes import code_lists
from disclosures.documents.document import form_of, narrative_of
from disclosures.documents.final_account.parts import is_account
from disclosures.documents.final_account.read import read_account
from disclosures.publishing.reading import context_of
from disclosures.records.finding import Outcome
from disclosures.records.narrative import Narrative
from disclosures.rules.check import check
from disclosures.tables.book import Book
from tests.documents.accounts import Account, account_text

TEXT = account_text(Account())
AMOUNT = st.decimals(min_value="50.00", max_value=10**7, places=2)


def numbers(narrative: Narrative) -> dict[str, Decimal]:
    return {
        each.key: each.value for each in narrative.statements if isinstance(each.value, Decimal)
    }


def assert_told(facts: Account, narrative: Narrative) -> None:
    read = numbers(narrative)
    assert {key: read.get(key) for key in facts.told()} == facts.told()


def test_an_account_is_recognised_and_read_whole() -> None:
    narrative = narrative_of(TEXT)
    assert isinstance(narrative, Narrative)
    assert (narrative.department, narrative.year, narrative.kind) == (
        "昆明市示例管理局",
        2023,
        "final",
    )
    assert_told(Account(), narrative)
    assert narrative.doubts == ()


def test_what_was_spent_is_what_was_appropriated_only_where_both_are_equal() -> None:
    assert read_account(TEXT).number("fiscal.general") is None
    text = TEXT.replace(
        "一般公共预算财政拨款支出4,000.00万元", "一般公共预算财政拨款支出4,100.18万元"
    )
    assert read_account(text).number("fiscal.general") == Decimal("41001800.00")


def test_every_statement_quotes_the_text() -> None:
    narrative = read_account(TEXT)
    for each in narrative.statements:
        assert TEXT[each.start : each.end] == each.printed
    assert {each.section for each in narrative.statements if "sangong" in each.key} == {"三·四"}


@settings(max_examples=40, deadline=None)
@given(
    facts=st.builds(
        Account,
        unit=st.sampled_from(["万元", "元"]),
        appropriated=AMOUNT,
        service=AMOUNT,
        carried=AMOUNT,
        basic=AMOUNT,
        project=AMOUNT,
        running=AMOUNT,
        goods=AMOUNT,
        services=AMOUNT,
    ),
    versus=st.sampled_from(
        ["与上年相比，", "与上年对比，", "比上年", "较2022年", "与2022年度相比，"]
    ),
    budget=st.sampled_from(["年初预算", "预算", "全年预算", "年初预算数"]),
    lead=st.sampled_from(["", "一般公共预算"]),
)
def test_accounts_in_many_wordings_say_the_same(
    facts: Account, versus: str, budget: str, lead: str
) -> None:
    assert_told(facts, read_account(account_text(facts, versus=versus, budget=budget, lead=lead)))


@pytest.mark.parametrize("width", [29, 36, 43])
def test_wrapped_pages_say_nothing_else(width: int) -> None:
    lines: list[str] = []
    for line in TEXT.split("\n"):
        lines += [line[at : at + width] for at in range(0, len(line), width)] or [""]
    pages = [
        "\n".join([*lines[at : at + 24], f"- {at // 24 + 1} -"]) for at in range(0, len(lines), 24)
    ]
    told, read = Account().told(), numbers(read_account("\n".join(pages)))
    assert {key: read[key] for key in told if key in read}.items() <= told.items()
    assert len(told.keys() & read.keys()) >= len(told) - 6


def test_the_total_of_one_budget_is_not_that_of_all() -> None:
    parts = (
        "其中：一般公共预算财政拨款“三公”经费支出年初预算为20.00万元，支出决算为9.00万元；"
        "政府性基金预算财政拨款“三公”经费支出年初预算为10.00万元，支出决算为4.86万元。"
    )
    text = TEXT.replace("完成年初预算的46.20%。其中：", f"完成年初预算的46.20%。{parts}", 1)
    narrative = read_account(text)
    assert narrative.number("sangong.total") == Decimal("138600.00")
    assert narrative.doubts == ()


def test_two_counts_of_the_retired_are_no_count_of_all() -> None:
    text = TEXT.replace(
        "离退休人员43人。其中：离休0人，退休43人。",
        "尚未移交养老保险基金发放养老金的离退休人员共计3人（离休3人，退休0人）。"
        "由养老保险基金发放养老金的离退休人员506人（离休0人，退休506人）。",
    )
    read = numbers(read_account(text))
    assert not {"staff.retired", "staff.lixiu", "staff.tuixiu"} & set(read)


def test_two_different_results_are_doubted() -> None:
    text = TEXT.replace("3.公务接待费支出1.26万元", "3.公务接待费支出1.62万元")
    narrative = read_account(text)
    assert numbers(narrative)["sangong.reception"] == Decimal("1.26")
    assert any("公务接待费" in each.message for each in narrative.doubts)


def test_a_comparison_with_the_budget_is_no_change_against_last_year() -> None:
    text = TEXT.replace(
        "“三公”经费支出决算数比2022年减少2.00万元",
        "“三公”经费支出决算数比2023年年初预算减少16.14万元",
    )
    assert "sangong.total_delta" not in numbers(read_account(text))


def test_a_budget_and_an_account_of_elsewhere_are_no_such_account() -> None:
    assert is_account(TEXT)
    assert not is_account(TEXT.replace("二、支出决算情况说明", "二、支出预算情况说明"))
    assert not is_account(
        TEXT.replace("一、主要职能\n（一）", "一、收入支出决算总体情况说明\n（一）")
    )


def test_a_correct_account_is_found_without_fault() -> None:
    narrative = read_account(TEXT)
    choice = form_of(narrative)
    found = check(narrative, Book(), code_lists(), context_of(narrative, choice))
    failed = [each for each in found if each.outcome is Outcome.FAILS]
    assert [each.message for each in failed] == []


@pytest.mark.parametrize(
    "hostile",
    [
        "，" * 100_000,
        "决算为" * 30_000,
        "三公”经费支出" * 20_000,
        "1" * 100_000,
        "一、\n" * 30_000,
    ],
    ids=["commas", "words", "labels", "digits", "heads"],
)
def test_hostile_text_ends(hostile: str) -> None:
    """No pattern may run away; the whole suite would hang here if one did."""
    for heading in ("收入决算情况说明", "三公”经费支出决算情况说明", "国有资产占用情况"):
        head, mark, tail = TEXT.rpartition(heading)
        assert read_account(f"{head}{mark}\n{hostile}\n{tail}").year == 2023

"""What holds of the rules whatever a document says."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.classification.codes import code_lists
from disclosures.classification.figures import Kind, figure_of
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.catalogue import catalogue
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.tables.book import Book
from disclosures.tables.registry import TABLES
from tests.rules.example_tables import good_book
from tests.rules.examples import CONTEXT, GOOD, findings, narrative

FIGURES = sorted(GOOD)
MONEY = [key for key in FIGURES if figure_of(key).kind is Kind.MONEY]
AMOUNTS = st.decimals(min_value=-(10**7), max_value=10**7, places=2)
QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@QUICK
@given(st.sets(st.sampled_from(FIGURES)))
def test_leaving_figures_out_never_fails_a_rule(left_out: set[str]) -> None:
    """Reasons apart: a change whose reason is left out is rightly asked for it."""
    reasons = {key for key in left_out if key.endswith("reason")}
    read = narrative(dict.fromkeys(left_out - reasons))
    found = check(read, Book(), code_lists(), CONTEXT)
    failed = {each.rule for each in found if each.outcome is Outcome.FAILS}
    # A sum over what is listed cannot know that a line was left out of the list.
    assert failed <= {"D07", "D08", "D09"}


@QUICK
@given(st.dictionaries(st.sampled_from(MONEY), AMOUNTS, max_size=8))
def test_whatever_is_stated_every_rule_answers(stated: dict[str, Decimal]) -> None:
    read = narrative({key: f"{value:.2f}" for key, value in stated.items()})
    found = check(read, good_book(), code_lists(), CONTEXT)
    assert {each.rule for each in found} == set(catalogue())
    for each in found:
        assert each.message.endswith("。")
        if each.outcome is Outcome.ROUNDING:
            assert each.severity is Severity.INFO
            assert abs(each.difference or 0) <= (each.tolerance or 0)


@QUICK
@given(st.sets(st.sampled_from(sorted(TABLES))))
def test_leaving_tables_out_never_fails_an_agreement(left_out: set[str]) -> None:
    book = Book(tuple(each for each in good_book() if each.table not in left_out))
    found = check(narrative(), book, code_lists(), CONTEXT)
    failed = {each.rule for each in found if each.outcome is Outcome.FAILS}
    assert failed == set()


@QUICK
@given(st.decimals(min_value="0.01", max_value=10**6, places=2))
def test_in_yuan_any_difference_of_a_sum_is_told_in_full(extra: Decimal) -> None:
    changed = {"exp.fiscal": f"{Decimal(850) + extra:.2f}"}
    (found,) = findings("D06", narrative(changed, unit="元"))
    assert (found.outcome, found.difference) == (Outcome.FAILS, extra)


@QUICK
@given(st.text(max_size=200))
def test_any_words_after_the_nine_sections_are_survived(words: str) -> None:
    found = check(narrative(extra=words), Book(), code_lists(), Context())
    assert {each.rule for each in found} == set(catalogue())

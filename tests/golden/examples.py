"""What each rule says of a made-up disclosure: where it holds, and where one fact breaks it."""

from collections.abc import Iterator

from disclosures.classification.codes import code_lists
from disclosures.records.finding import Outcome
from disclosures.rules.catalogue import catalogue
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book
from tests.golden.cases import TWO_ADMINISTRATIVE, Stated, cases
from tests.rules.example_tables import good_book, sheet
from tests.rules.examples import CONTEXT, narrative
from tests.rules.test_changes import BROKEN as CHANGES
from tests.rules.test_statements import BROKEN as STATEMENTS
from tests.rules.test_tables import by_economic, units

SUMMARY = ("income income_total 100", "expenditure expenditure_total 100")


def rule_examples() -> list[dict[str, str]]:
    """For each rule a message where it holds and one where it fails; "" where none is shown."""
    holding = [each for each in _everything() if each.outcome is Outcome.HOLDS]
    failing = [*_failing()]
    return [
        {"code": code, "holds": _said(code, holding), "fails": _said(code, failing)}
        for code in catalogue()
    ]


def _said(code: str, found: list[Finding]) -> str:
    return next((each.message for each in found if each.rule == code), "")


def _everything() -> Iterator[Finding]:
    yield from _findings(good_book(), {})
    yield from (
        each for case in cases() if not case.rule for each in _findings(case.book, case.stated)
    )
    yield from _findings(_department(), {}, units("60", "40"))
    yield from _findings(by_economic(), {})
    yield from _findings(good_book(), {**TWO_ADMINISTRATIVE, "entrusted.amount": "300.00"})


def _failing() -> Iterator[Finding]:
    for case in cases():
        if case.rule:
            yield from _broken(case.rule, _findings(case.book, case.stated))
    for rule, changed, _ in (*STATEMENTS, *CHANGES):
        yield from _broken(rule, _findings(Book(), changed))
    yield from _broken("B20", _findings(_department(), {}, units("60", "39")))


def _broken(rule: str, found: Iterator[Finding]) -> Iterator[Finding]:
    return (each for each in found if each.rule == rule and each.outcome is Outcome.FAILS)


def _findings(book: Book, stated: Stated, context: Context = CONTEXT) -> Iterator[Finding]:
    yield from check(narrative(stated), book, code_lists(), context)


def _department() -> Book:
    return Book((sheet("financial-balance", "side line amount", SUMMARY),))

"""The catalogue is whole, every rule is evaluated, and the generated page is current."""

from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from disclosures.classification.codes import code_lists
from disclosures.classification.figures import figure_of
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.catalogue import Group, catalogue, rule
from disclosures.rules.check import CHECKS, check
from disclosures.rules.context import Context
from disclosures.rules.declaration import AtMost, Sum
from disclosures.rules.document import rules_document
from disclosures.rules.explain import COUNTED, OWN_TOLERANCE, WORDED, explain, explanations
from disclosures.tables.book import Book
from disclosures.tables.registry import TABLES
from tests.rules.examples import CONTEXT, narrative

ROOT = Path(__file__).resolve().parents[2]


def test_the_catalogue_holds_the_ninety_nine_rules() -> None:
    sizes = Counter(each.group.value for each in catalogue().values())
    assert sizes == {"A": 20, "B": 21, "C": 11, "D": 29, "E": 6, "F": 12}


def test_codes_begin_with_their_group_and_stand_in_order() -> None:
    assert [*catalogue()] == sorted(catalogue())
    assert all(code.startswith(each.group) for code, each in catalogue().items())


@pytest.mark.parametrize("field", ["title", "equation", "scope", "english"])
def test_every_rule_is_explained(field: str) -> None:
    assert [code for code, each in catalogue().items() if not getattr(each, field)] == []


def test_a_bad_row_is_reported_with_its_number(tmp_path: Path) -> None:
    good, bad = "A01,A,error,甲,乙,丙,,x", "A02,A,fatal,甲,乙,丙,,x"
    head = "code,group,severity,title,equation,scope,basis,english"
    file = tmp_path / "rules.csv"
    file.write_text("\n".join((head, good, bad)), encoding="utf-8")
    with pytest.raises(ValueError, match=r"第3行.*fatal"):
        catalogue(file)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        rule("Z99")


def test_every_rule_is_evaluated_and_in_the_catalogue_s_order() -> None:
    found = check(narrative(), Book(), code_lists(), CONTEXT)
    assert [*dict.fromkeys(each.rule for each in found)] == [*catalogue()]


def test_every_rule_answers_a_document_that_says_nothing() -> None:
    bare = narrative(dict.fromkeys(each.key for each in narrative().statements))
    found = check(bare, Book(), code_lists(), Context())
    assert {each.rule for each in found} == set(catalogue())
    assert [each for each in found if each.outcome is Outcome.FAILS] == []


def test_nothing_fails_on_the_good_disclosure() -> None:
    found = check(narrative(), Book(), code_lists(), CONTEXT)
    assert [each.message for each in found if each.outcome is Outcome.FAILS] == []


def test_declarations_name_declared_figures() -> None:
    keys = [
        key
        for each in CHECKS
        for key in (
            (each.total, *each.parts)
            if isinstance(each, Sum)
            else (each.part, each.whole)
            if isinstance(each, AtMost)
            else ()
        )
    ]
    assert keys
    assert [key for key in keys if not figure_of(key).label] == []


def test_identities_name_rules_of_the_catalogue() -> None:
    named = {identity.rule for spec in TABLES.values() for identity in spec.identities}
    assert {code for code in named if rule(code).group is Group.IN_TABLE} == named


def test_messages_are_sentences() -> None:
    found = check(narrative(), Book(), code_lists(), CONTEXT)
    assert [each.message for each in found if not each.message.endswith("。")] == []
    assert [each.message for each in found if "。。" in each.message] == []


def test_every_explanation_states_a_tolerance() -> None:
    assert [each.rule.code for each in explanations() if not each.tolerance] == []
    assert {*COUNTED, *WORDED, *OWN_TOLERANCE} <= set(catalogue())
    assert explain("D27").tolerance != explain("D01").tolerance != explain("F03").tolerance
    assert explain("D16").severity.startswith(Severity.WARNING.label)


def test_the_generated_page_is_current() -> None:
    page = ROOT / "docs" / "generated" / "rules.md"
    assert page.read_text(encoding="utf-8") == rules_document(), "run manage.py document_rules"


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "generated" / "rules.md"
    call_command("document_rules", output=target)
    assert target.read_text(encoding="utf-8") == rules_document()
    assert str(target) in capsys.readouterr().out

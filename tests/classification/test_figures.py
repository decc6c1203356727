"""Figure keys are a public contract: declared once, families included."""

import pytest

from disclosures.classification.figures import FIGURES, HEADLINE, Kind, figure_of


def test_families_share_one_declaration() -> None:
    assert figure_of("func.2010350").kind is Kind.MONEY
    assert figure_of("project12.goal").kind is Kind.TEXT


@pytest.mark.parametrize("key", ["func.x", "project.name", "income", "func.20103501"])
def test_an_undeclared_key_is_refused(key: str) -> None:
    with pytest.raises(KeyError):
        figure_of(key)


def test_the_headline_quotes_declared_money_only() -> None:
    assert {FIGURES[key].kind for key in HEADLINE.values()} == {Kind.MONEY}


def test_money_keeps_the_unit_it_was_printed_in() -> None:
    assert {figure.unit for figure in FIGURES.values() if figure.kind is Kind.MONEY} == {""}

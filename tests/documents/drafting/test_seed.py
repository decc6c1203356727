"""The seed's fixed sentences, written anew from what was read of it, are the seed's own."""

from decimal import Decimal

import pytest

from disclosures.classification.figures import Kind
from disclosures.classification.money import Unit
from disclosures.documents.drafting.families import FAMILIES, family_of
from disclosures.documents.drafting.family import written
from disclosures.documents.drafting.style import Style
from disclosures.documents.forms.registry import FORMS, NATIONAL
from disclosures.documents.narrative.read import read_narrative
from disclosures.records.narrative import Narrative
from tests.documents.drafting.stated import stated_facts

FORM = FORMS["kunming-2022"]
# Lines of the seed that are nobody's fixed sentence: free words, and the attachment's name.
FREE = ("2022年,市网格中心将按照", "附件1-3.")
# Amounts that the seed prints in another way than the rest of it: bare, short, or with separators.
ODD = {"220万元", "40万元", "454.2万元", "1,202.94万元", "1,168.18万元", "54.46 万元"}


@pytest.fixture(scope="module")
def text(seed: bytes) -> str:
    return seed.decode()


@pytest.fixture(scope="module")
def narrative(text: str) -> Narrative:
    return read_narrative(text)


def test_every_line_but_the_free_ones_is_written_anew(text: str, narrative: Narrative) -> None:
    facts = stated_facts(narrative, FORM, "市网格化综合监督指挥中心")
    made = written(family_of(FORM), facts).rstrip("\n").split("\n")
    # Two of the five projects have a blank after their number.
    wanted = [
        line.replace("(四) ", "(四)").replace("(五) ", "(五)")
        for line in text.rstrip("\n").split("\n")
        if not line.startswith(FREE)
    ]
    assert made == wanted


def test_figures_are_printed_as_the_seed_prints_them(narrative: Narrative) -> None:
    style = Style(Unit.WAN_YUAN, separators=False, bare_zero=True)
    differing = set()
    for each in narrative.statements:
        if each.figure.kind in (Kind.MONEY, Kind.PERCENT):
            assert isinstance(each.value, Decimal)
            value = each.yuan if each.yuan is not None else each.value
            printed = style.said(each.key, value).printed
            if each.printed not in (printed, "与上年对比无增减变化"):
                differing.add(each.printed)
    assert differing == ODD


def test_every_form_has_its_sentences() -> None:
    forms = {
        each.name
        for each in (*FORMS.values(), NATIONAL)
        if not each.region_code or not each.by_meaning
    }
    assert {form for each in FAMILIES for form in each.forms} == forms

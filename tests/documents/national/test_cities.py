"""Each city's manner of writing is read whole, and nothing it does not print is stated."""

import random
from decimal import Decimal

import pytest

from disclosures.classification.figures import HEADLINE
from disclosures.documents.national.read import read_national
from disclosures.records.narrative import Narrative
from tests.documents.national.cities import CITIES, Facts, written


def headline(narrative: Narrative) -> dict[str, Decimal]:
    """The headline figures that a narrative states, in 元."""
    stated = {name: narrative.number(key) for name, key in HEADLINE.items()}
    return {name: value for name, value in stated.items() if value is not None}


@pytest.mark.parametrize("city", CITIES)
def test_a_city_is_read_whole(city: str) -> None:
    facts = Facts()
    narrative = read_national(written(city, facts))
    assert headline(narrative) == facts.told(*CITIES[city])
    assert (narrative.department, narrative.year) == (facts.department, facts.year)
    assert (narrative.kind, narrative.printed_unit) == ("budget", "万元")


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("seed", range(12))
def test_any_amounts_are_read(city: str, seed: int) -> None:
    chance = random.Random(f"{city}{seed}")
    amount = lambda most: Decimal(chance.randrange(most)) / 100  # noqa: E731
    facts = Facts(
        year=chance.randrange(2018, 2030),
        general=amount(10**9) + 9,
        fund=amount(10**7),
        capital=amount(10**6),
        other=amount(10**7),
        basic=Decimal(chance.randrange(10, 900)) / 100 + 8,
        abroad=amount(10**4),
        reception=amount(10**4),
        purchase=amount(10**5),
        running=amount(10**4),
        goods=amount(10**6),
        works=amount(10**6),
        services=amount(10**6),
        offices=amount(10**6),
    )
    assert headline(read_national(written(city, facts))) == facts.told(*CITIES[city])


@pytest.mark.parametrize("city", CITIES)
def test_every_statement_quotes_the_text(city: str) -> None:
    text = written(city, Facts())
    narrative = read_national(text)
    for each in (*narrative.statements, *narrative.repeats):
        assert text[each.start : each.end] == each.printed
        start, end = each.sentence
        assert start <= each.start < each.end <= end


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("width", [31, 38, 45])
def test_wrapped_pages_read_alike(city: str, width: int) -> None:
    facts = Facts()
    lines: list[str] = []
    for line in written(city, facts).split("\n"):
        lines += [line[at : at + width] for at in range(0, len(line), width)] or [""]
    pages = [
        "\n".join([*lines[at : at + 20], f"- {at // 20 + 1} -"]) for at in range(0, len(lines), 20)
    ]
    read = headline(read_national("\n".join(pages)))
    told = facts.told(*CITIES[city])
    # A number cut in two by the line's end may go missing; none may come out wrong.
    assert read.items() <= told.items()
    assert len(read) >= len(told) - 6


def test_a_final_account_states_its_results() -> None:
    facts = Facts(year=2024)
    narrative = read_national(written("final_account", facts))
    told = facts.told()
    read = headline(narrative)
    assert narrative.kind == "final"
    assert read.items() <= told.items()
    for name in ("total_income", "total_expenditure", "basic", "project", "fiscal_total"):
        assert read[name] == told[name]
    for name in ("procurement_total", "operating"):
        assert read[name] == told[name]

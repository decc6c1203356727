"""How a document prints its numbers, so that a new one is printed as the others are."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.classification.figures import Kind
from disclosures.classification.money import Unit, halfwidth
from disclosures.records.narrative import Narrative, Statement

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
USUAL = 2  # decimals of an amount, also where a whole one is printed bare
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
LEAST_GROUPED = 1000


@dataclass(frozen=True)
class Habits:
    """`bare_zero`: 0万元, not 0.00万元; `whole`: no amount has decimals; `separators`: 1,202."""

    bare_zero: bool
    whole: bool
    separators: bool


def habits_of(narrative: Narrative) -> Habits:
    """What most of the document's amounts show."""
    money = [each for each in narrative.statements if each.figure.kind is Kind.MONEY]
    printed = [(each.value, number_in(each.printed)) for each in money]
    zeros = [text for value, text in printed if value == 0 and text]
    others = [text for value, text in printed if value != 0 and text]
    large = [text for text in others if len(text.partition(".")[0].replace(",", "")) > 3]
    return Habits(
        bare_zero=bool(zeros) and all("." not in text for text in zeros),
        whole=bool(others) and all("." not in text for text in others),
        separators=2 * sum("," in text for text in large) > len(large),
    )


def number_in(printed: str) -> str:
    """The digits of a printed figure in half width, "" where it has none."""
    found = NUMBER.search(halfwidth(printed))
    return found.group() if found else ""


def places_of(statement: Statement, habits: Habits) -> int:
    """To how many decimals a printed figure means what it says."""
    if statement.figure.kind is Kind.COUNT:
        return 0
    printed = len(number_in(statement.printed).partition(".")[2])
    return printed if printed or habits.whole else USUAL


def step_of(statement: Statement, habits: Habits) -> Decimal:
    """The last printed place, in 元 for money."""
    return scale_of(statement).scaleb(-places_of(statement, habits))


def rounded(statement: Statement, value: Decimal, habits: Habits) -> Decimal:
    """A figure (money in 元) as this statement would print it, in its own unit."""
    place = Decimal(1).scaleb(-places_of(statement, habits))
    return (value / scale_of(statement)).quantize(place, rounding=ROUND_HALF_UP)


def scale_of(statement: Statement) -> Decimal:
    """How many 元, or of whatever is counted, one of the printed unit is."""
    is_money = statement.figure.kind is Kind.MONEY
    return Unit(statement.unit).yuan if is_money else Decimal(1)


def digits(old: str, value: Decimal, places: int, habits: Habits) -> str:
    """A number as printed in the place of an old one: its decimals, separators and width."""
    was = number_in(old)
    shown = 0 if value == 0 and habits.bare_zero else places
    grouped = "," in was or (habits.separators and Decimal(was or 0) < LEAST_GROUPED)
    text = f"{abs(value):,.{shown}f}" if grouped else f"{abs(value):.{shown}f}"
    return text.translate(WIDE) if re.search("[０-９]", old) else text

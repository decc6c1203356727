"""Words for open slots that have become known since a narrative was written."""

from disclosures.classification.changes import DELTAS
from disclosures.classification.figures import FIGURES, Kind
from disclosures.documents.drafting.family import Family
from disclosures.documents.drafting.sentence import Each, Facts, entries_of, label_of

FUNCTIONS = "functions"


def known_words(family: Family, facts: Facts) -> dict[str, str]:
    """What a slot asks for (as `label_of` words it) to what the facts say there now."""
    unit = facts.said["unit"].printed
    words = {
        label_of(key): said.printed.removesuffix(unit) if _stands_before(key) else said.printed
        for key, said in facts.said.items()
    }
    lists = [each for line in family.lines for each in line if isinstance(each, Each)]
    functions = next((each for each in lists if each.of == FUNCTIONS), None)
    if functions and facts.lists.get(FUNCTIONS):
        words[label_of("function.amount")] = entries_of(functions, facts)
    return words


def _stands_before(key: str) -> bool:
    """Whether the unit is printed outside of the slot."""
    return key in FIGURES and FIGURES[key].kind is Kind.MONEY and key not in DELTAS

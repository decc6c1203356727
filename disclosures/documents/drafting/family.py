"""A family: the fixed sentences of a place and some years, in the order of print."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.documents.drafting.sentence import Each, Facts, Line, Sentence, Words, line_of


@dataclass(frozen=True)
class Family:
    """`forms` are the table forms it goes with; `default` holds what is said where nobody says

    otherwise, such as the official terms of 名词解释. `whole` is the figure that basic and project
    expenditure are told as the parts of. A family `of_the_year` tells what came in and went out in
    the year, as a final account does; the others, with what was carried over.
    """

    name: str
    forms: tuple[str, ...]
    lines: tuple[Line, ...]
    separators: bool
    bare_zero: bool
    whole: str
    default: tuple[tuple[str, str], ...] = ()
    of_the_year: bool = False


def written(family: Family, facts: Facts) -> str:
    """The whole narrative."""
    return "\n".join(line_of(each, facts) for each in family.lines) + "\n"


def line(*sentences: Words | Each) -> Line:
    """Sentences that stand on one line."""
    return tuple(each if isinstance(each, Each) else Sentence(each) for each in sentences)


def lines(*plain: str) -> Iterator[Line]:
    """Lines of one sentence each."""
    return (line(each) for each in plain)

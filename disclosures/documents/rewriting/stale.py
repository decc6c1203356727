"""Sentences that repeat a figure which is another now: what is printed, what it should be, and why.

Tables go before the narrative, last year's publication before a stated change. Where no sure
figure is known, or no sure way to print it, nothing is proposed: the rules say what does not agree.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosures.classification.figures import NUMERIC, Kind
from disclosures.classification.money import halfwidth
from disclosures.documents.drafting.cited import Cited
from disclosures.documents.drafting.cited_rows import project_amounts
from disclosures.documents.drafting.facts import figures_in
from disclosures.documents.drafting.family import Family
from disclosures.documents.rewriting import reprint
from disclosures.documents.rewriting.changed import changed_with
from disclosures.documents.rewriting.habits import Habits, habits_of, rounded
from disclosures.documents.rewriting.replacement import Replacement, StaleSentence
from disclosures.documents.rewriting.sentences import by_sentence
from disclosures.records.narrative import Narrative, Statement
from disclosures.tables.book import Book
from disclosures.tables.titles import folded_name

REACH = 60  # characters before a figure that its clause may take
OTHER_BASE = re.compile(r"上年|去年|执行数|决算|完成数")


def stale_sentences(
    narrative: Narrative, book: Book, family: Family, last_year: Mapping[str, Decimal] | None
) -> tuple[StaleSentence, ...]:
    """The sentences to be rewritten, in the order of the text."""
    habits = habits_of(narrative)
    cited = _cited(narrative, book, family)
    figures = {
        each.key: cited[each.key]
        for each in narrative.statements
        if each.key in cited and not _agrees(each, cited[each.key], habits)
    }
    found = [*_figures(narrative, figures, habits), *_repeats(narrative, figures, habits)]
    found += changed_with(narrative, figures, last_year or {}, habits)
    return by_sentence(narrative, found)


def _cited(narrative: Narrative, book: Book, family: Family) -> dict[str, Cited]:
    """What the tables print, key projects by their names among it."""
    amounts = project_amounts(book)
    named = {
        each.key.replace(".name", ".amount"): amounts[folded_name(each.printed)]
        for each in narrative.statements
        if each.key.endswith(".name") and folded_name(each.printed) in amounts
    }
    return figures_in(book, family) | named


def _agrees(statement: Statement, cited: Cited, habits: Habits) -> bool:
    """Whether a statement says what a table prints, as far as it is printed."""
    return any(
        rounded(statement, value, habits) == statement.value for value in (cited.value, *cited.also)
    )


def _figures(
    narrative: Narrative, figures: Mapping[str, Cited], habits: Habits
) -> Iterator[Replacement]:
    for key, cited in figures.items():
        statement = narrative.statement(key)
        assert statement is not None
        yield from _replaced(statement, cited.value, habits, cited.source, cited.table)


def _repeats(
    narrative: Narrative, figures: Mapping[str, Cited], habits: Habits
) -> Iterator[Replacement]:
    """The same figure told again; a sentence that names another year tells another figure."""
    for each in narrative.repeats:
        first = narrative.statement(each.key)
        if (
            first is None
            or each.figure.kind is not Kind.MONEY
            or _names_other_year(narrative, each)
        ):
            continue
        cited = figures.get(each.key)
        value = cited.value if cited else first.yuan
        if value is None or rounded(each, value, habits) == each.value:
            continue
        because = cited.source if cited else f"编制说明{first.section}：{first.printed}"
        yield from _replaced(each, value, habits, because, cited.table if cited else "", False)


def _names_other_year(narrative: Narrative, statement: Statement) -> bool:
    """Whether the words of a figure's own clause are about another year, or another base."""
    ahead = narrative.text[max(statement.sentence[0], statement.start - REACH) : statement.start]
    clause = re.split(r"[,;:。\n]", halfwidth(ahead))[-1]
    years = set(re.findall(r"20\d\d", clause)) - {str(narrative.year)}
    return bool(years) or OTHER_BASE.search(clause) is not None


def _replaced(
    statement: Statement,
    value: Decimal,
    habits: Habits,
    because: str,
    table: str,
    is_stated: bool = True,
) -> Iterator[Replacement]:
    becomes = reprint.amount(statement, value, habits)
    if becomes is not None and statement.figure.kind in NUMERIC:
        new = rounded(statement, value, habits)
        yield Replacement(
            statement.key,
            statement.start,
            statement.end,
            statement.printed,
            becomes,
            because,
            table,
            {statement.key: new} if is_stated else {},
        )

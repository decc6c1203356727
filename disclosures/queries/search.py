"""Search over what is published: publishers, projects, terms, codes and sentences.

Two characters suffice; a publisher is also found by pinyin and by initials.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import F, Func, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Greatest, Replace, StrIndex, Substr

from disclosures.classification.lists import FunctionCode
from disclosures.queries.gate import is_public, published_revisions
from disclosures.records.disclosure import Revision
from disclosures.records.narration import GlossaryTerm, QuotedFigure
from disclosures.records.places import Department

MOST = 10  # hits of a kind
LONGEST_MILLISECONDS = 3000  # of one query: a search must not hold up those who read
AROUND = 40  # characters shown before a hit; twice as many after it
WITH = ("revision__disclosure__department__region",)


@dataclass(frozen=True)
class Sentence:
    """A place in a narrative: the words before, the hit and the words after."""

    revision: Revision
    before: str
    hit: str
    after: str


class Initials(Func):
    """The first letters of pinyin syllables that stand apart by spaces."""

    template = r"regexp_replace(%(expressions)s, '(\w)\w*\s*', '\1', 'g')"
    output_field = TextField()


@contextmanager
def bounded() -> Iterator[None]:
    """Queries inside are given up after a while: OperationalError is raised."""
    with transaction.atomic(), connection.cursor() as cursor:
        limit = str(LONGEST_MILLISECONDS)
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [limit])
        yield


def departments(words: str) -> QuerySet[Department]:
    """Publishers by name, by pinyin, or by initials in their order (kmwg: 昆明…网格…)."""
    wanted = Q(name__icontains=words)
    found = Department.objects.filter(is_public("disclosures__revisions__"))
    if words.isascii() and words.replace(" ", "").isalpha():
        letters = words.replace(" ", "").lower()
        found = found.annotate(
            pinyin=Replace("sort_key", Value(" "), Value("")), initials=Initials(F("sort_key"))
        )
        wanted |= Q(pinyin__icontains=letters)
        wanted |= Q(initials__regex="^" + ".*".join(letters))
    return found.filter(wanted).select_related("region").distinct().order_by("sort_key")[:MOST]


def projects(words: str) -> QuerySet[QuotedFigure]:
    """Key projects by name."""
    return (
        QuotedFigure.objects.filter(
            is_public("revision__"), key__regex=r"^project\d+\.name$", words__icontains=words
        )
        .select_related(*WITH)
        .order_by("-revision__disclosure__fiscal_year_id", "pk")[:MOST]
    )


def terms(words: str) -> QuerySet[GlossaryTerm]:
    """Explained terms by name or definition."""
    wanted = Q(term__icontains=words) | Q(definition__icontains=words)
    return (
        GlossaryTerm.objects.filter(is_public("revision__"), wanted)
        .select_related(*WITH)
        .order_by("term", "pk")[:MOST]
    )


def codes(words: str) -> QuerySet[FunctionCode]:
    """功能科目 by code or name, those in force first."""
    wanted = Q(code__startswith=words) if words.isdigit() else Q(name__icontains=words)
    return FunctionCode.objects.filter(wanted).order_by("-is_current", "code")[:MOST]


def sentences(words: str) -> Iterator[Sentence]:
    """The first place of the words in each narrative, latest year first."""
    found = (
        published_revisions()
        .annotate(at=StrIndex("text", Value(words)))
        .filter(at__gt=0)
        .annotate(
            left=Substr(
                "text",
                Greatest(F("at") - AROUND, Value(1)),
                Greatest(F("at") - Greatest(F("at") - AROUND, Value(1)), Value(0)),
                output_field=TextField(),
            ),
            right=Substr("text", F("at") + Value(len(words), IntegerField()), 2 * AROUND),
        )
        .select_related("disclosure__department__region")
        .defer("text")
        .order_by("-disclosure__fiscal_year_id", "disclosure__department__sort_key")[:MOST]
    )
    for each in found:
        before = each.left.rpartition("\n")[2]
        yield Sentence(each, before, words, each.right.partition("\n")[0])

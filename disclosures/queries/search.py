"""Search over what is published: publishers, codes, and the entries made at publication.

Several words must all be there. Two characters suffice; a publisher is also found by pinyin and by
initials, a number or a Latin word by its beginning.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db import connection, transaction
from django.db.models import (
    BooleanField,
    Case,
    Count,
    F,
    Func,
    IntegerField,
    Min,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from disclosures.classification.folding import asked, folded
from disclosures.classification.lists import DepartmentEconomicCode, FunctionCode
from disclosures.queries.gate import is_public
from disclosures.queries.naming import called
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department
from disclosures.records.search_entry import EntryKind, SearchEntry, mark_of

MOST_WORDS = 8
MENTIONED = 3  # the rank of a term whose explanation alone holds the words
MOST_COUNTED = 2000  # more hits than this are not counted
COMMON = 100  # hits of a kind among those counted that make it a common one
MOST_PLACES = 50  # departments and codes of one search
LONGEST_MILLISECONDS = 3000  # of one query: a search must not hold up those who read
WITH = ("revision__disclosure__department__region",)


@dataclass(frozen=True)
class Narrowed:
    """What a search is narrowed to; "" and None for all."""

    region: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Tally:
    """Hits by kind, year and region (slug and name); `is_whole` when all were counted."""

    counts: Counter[tuple[str, int, tuple[str, str]]]
    is_whole: bool

    def is_common(self, kind: str) -> bool:
        """Whether so many of a kind hold the words that their order finds them soonest."""
        return not self.is_whole and self.by(0, "", ALL)[kind] >= COMMON

    def by(self, part: int, kind: str, narrowed: Narrowed) -> Counter[Any]:
        """Hits by one part (0 kind, 1 year, 2 region), under what the others are set to."""
        found: Counter[Any] = Counter()
        for named, times in self.counts.items():
            agrees = (
                kind in ("", named[0]),
                narrowed.year in (None, named[1]),
                narrowed.region in ("", named[2][0]),
            )
            if all(each for number, each in enumerate(agrees) if number != part):
                found[named[part]] += times
        return found


@dataclass(frozen=True)
class FoundTerm:
    """An explained term: its key, words of an explanation, in how many disclosures, its rank."""

    key: str
    text: str
    times: int
    rank: int


@dataclass(frozen=True)
class FoundCode:
    """A code of a list: 功能科目, or 部门经济科目."""

    code: str
    name: str
    is_current: bool
    is_function: bool


ALL = Narrowed()


class Holds(Func):
    """Whether a tsvector matches a tsquery."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()


@contextmanager
def bounded() -> Iterator[None]:
    """Queries inside are given up after a while: OperationalError is raised."""
    with transaction.atomic(), connection.cursor() as cursor:
        limit = str(LONGEST_MILLISECONDS)
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [limit])
        yield


def words_of(said: str) -> tuple[str, ...]:
    """The words of a search, folded; those without letters and digits count as none."""
    made = (folded(word) for word in said.replace("\0", " ").split())
    return tuple(dict.fromkeys(word for word in made if asked(word)))[:MOST_WORDS]


def departments(words: Sequence[str], region: str = "") -> QuerySet[Department]:
    """Publishers by name, whole or shortened, by pinyin, or by initials (kmwg: 昆明…网格…)."""
    found = called(Department.objects.filter(is_public("disclosures__revisions__")), words)
    if region:
        found = found.filter(region__slug=region)
    order = ("name_rank", "sort_key", "pk")
    return found.select_related("region").distinct().order_by(*order)[:MOST_PLACES]


def codes(words: Sequence[str]) -> list[FoundCode]:
    """功能科目 and 部门经济科目 by code or name, those in force first; one query."""
    wanted = Q()
    for word in words:
        wanted &= Q(code__startswith=word) if word.isdigit() else Q(name__icontains=word)
    functions, economic = (
        model._default_manager.filter(wanted)
        .order_by()
        .values_list("code", "name", "is_current", Value(is_function))
        for model, is_function in ((FunctionCode, True), (DepartmentEconomicCode, False))
    )
    found = functions.union(economic, all=True).order_by("-is_current", "code", "name")
    return [FoundCode(*each) for each in found[:MOST_PLACES]]


def entries(
    words: Sequence[str], narrowed: Narrowed = ALL, kind: str = ""
) -> QuerySet[SearchEntry]:
    """Published entries that hold every word; the index finds the grams, LIKE the very words."""
    marks = [f"'{mark_of(kind)}'"] if kind else []
    query = Cast(Value(" & ".join([*marks, *_terms(words)])), SearchQueryField())
    found = SearchEntry.objects.filter(Holds(F("grams"), query), is_public("revision__"))
    if kind:
        found = found.filter(kind=kind)
    for word in words:
        found = found.filter(folded__contains=word)
    if narrowed.region:
        found = found.filter(region__slug=narrowed.region)
    if narrowed.year is not None:
        found = found.filter(year=narrowed.year)
    return found


def _terms(words: Sequence[str]) -> Iterator[str]:
    """Grams as a tsquery has them: they are letters and digits, so that none can break out."""
    for word in words:
        for gram, is_beginning in asked(word):
            yield f"'{gram}'{':*' if is_beginning else ''}"


def tally(words: Sequence[str]) -> Tally:
    """How many entries hold the words, of which kinds, years and regions."""
    columns = ("kind", "year", "region__slug", "region__name")
    rows = entries(words).order_by().values_list(*columns)[: MOST_COUNTED + 1]
    named = Counter((kind, year, (slug, name)) for kind, year, slug, name in rows)
    return Tally(named, named.total() <= MOST_COUNTED)


def first_of_each(
    words: Sequence[str], narrowed: Narrowed, kinds: Sequence[str], most: int, tally: Tally
) -> list[SearchEntry]:
    """The first hits of several kinds, in two queries."""
    parts = [
        _ordered(entries(words, narrowed, kind), is_common=tally.is_common(kind)).values_list(
            "pk", flat=True
        )[:most]
        for kind in kinds
    ]
    found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return list(_ordered(_with(SearchEntry.objects.filter(pk__in=list(found)))))


def of_kind(
    words: Sequence[str],
    narrowed: Narrowed,
    kind: str,
    most: int,
    after: tuple[int, int] | None = None,
    *,
    is_common: bool = True,
) -> list[SearchEntry]:
    """Hits of a kind, newest year first; `after` is the year and number of the last one had."""
    found = entries(words, narrowed, kind)
    if after is not None:
        year, number = after
        found = found.filter(Q(year__lt=year) | Q(year=year, pk__gt=number))
    return list(_ordered(_with(found), is_common=is_common)[:most])


def _ordered(found: QuerySet[SearchEntry], *, is_common: bool = True) -> QuerySet[SearchEntry]:
    """The newest year first; what is not common is not read in the order of the index.

    PostgreSQL knows how often a gram is met, and not that it is never met in entries of a kind.
    """
    return found.order_by("-year" if is_common else 0 - F("year"), "pk")


def _with(found: QuerySet[SearchEntry]) -> QuerySet[SearchEntry]:
    return found.select_related(*WITH).defer("folded", "grams", "revision__text")


def terms(
    words: Sequence[str], narrowed: Narrowed, most: int, after: tuple[int, str] | None = None
) -> list[FoundTerm]:
    """Explained terms, each once: those so called first, those that only mention a word last."""
    whole = "".join(words)
    rank = Case(
        When(key=whole, then=Value(0)),
        When(key__startswith=whole, then=Value(1)),
        When(key__contains=whole, then=Value(2)),
        default=Value(MENTIONED),
        output_field=IntegerField(),
    )
    found = (
        entries(words, narrowed, EntryKind.TERM)
        .annotate(rank=rank)
        .order_by()
        .values("rank", "key")
        .annotate(times=Count("revision", distinct=True), text=Min("text"))
        .order_by("rank", "key")
    )
    if after is not None:
        found = found.filter(Q(rank__gt=after[0]) | Q(rank=after[0], key__gt=after[1]))
    return [
        FoundTerm(each["key"], each["text"], each["times"], each["rank"]) for each in found[:most]
    ]


def passage_at(revision: Revision, start: int) -> SearchEntry | None:
    """The sentence or explained term of a readable revision that begins at a character."""
    kinds = (EntryKind.SENTENCE, EntryKind.TERM)
    found = SearchEntry.objects.filter(revision=revision, kind__in=kinds, start=start)
    return found.defer("grams", "folded").first()

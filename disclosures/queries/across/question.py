"""A question to all departments: its rows, its columns, and a page of them in a chosen order.

Rows are always the public's. A page is named by the row that it goes on from, never by a number:
by that row's value, its disclosure, revision and position.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import reduce
from operator import or_

from django.db.models import F, OrderBy, Q, QuerySet

from disclosures.queries.api_addresses import revision_key
from disclosures.queries.api_columns import Column, ValueKind
from disclosures.queries.api_listing import Row, select
from disclosures.queries.api_revisions import context
from disclosures.records.disclosure import Kind

A_PAGE = 50
BETWEEN = "~"
BY_NAME = "name"
NUMBERS = frozenset({ValueKind.MONEY, ValueKind.DECIMAL, ValueKind.INTEGER})


class NoSuchPlace(ValueError):
    """The address names no row to go on from."""


@dataclass(frozen=True)
class Refused:
    """Why a sum of ours is not told of a row, null where it is; and what tells the reader.

    The total that the row's table prints, what its rows add up to, and its page.
    """

    why: Column
    printed: Column
    added_up: Column
    page: Column

    @property
    def columns(self) -> tuple[Column, ...]:
        """As they stand in a file."""
        return (self.why, *self.amounts, self.page)

    @property
    def amounts(self) -> tuple[Column, Column]:
        """What is printed and what the rows add up to."""
        return (self.printed, self.added_up)


@dataclass(frozen=True)
class Question:
    """What is asked, in the words of its page.

    `path` leads from a row to its revision (`revision__`, or "" for revisions themselves), `rank`
    are columns that one may sort by, the first is the usual one; `words` are searched, `codes` are
    narrowed by the beginning of a code; `position` counts the rows of a revision, `place` is the
    permanent address of one, `nothing` why a row tells no figure, `not_applicable` the keys of the
    figures that it says 不适用 of. `repeats` are a column and the
    one that it may only say again, `refused` why it says nothing; `over_years` are the amounts that
    are added up year by year.
    """

    name: str
    title: str
    lead: str
    rows: Callable[[], QuerySet]
    columns: tuple[Column, ...]
    rank: tuple[str, ...]
    path: str = ""
    words: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    position: str = ""
    place: Column | None = None
    nothing: Column | None = None
    not_applicable: Column | None = None
    hidden: tuple[Column, ...] = ()
    repeats: tuple[str, str] | None = None
    refused: Refused | None = None
    over_years: tuple[str, ...] = ()

    @property
    def department(self) -> str:
        """The way from a row to its department."""
        return f"{self.path}disclosure__department__"

    @property
    def exported(self) -> tuple[Column, ...]:
        """The columns of its file: whose row it is, then what the page shows."""
        beside = (each for each in (self.nothing, self.not_applicable, self.place) if each)
        refused = self.refused.columns if self.refused else ()
        return (*context(self.path), *self.columns, *beside, *refused)

    def column(self, name: str) -> Column:
        """A column by its name. Raises KeyError."""
        return {each.name: each for each in self.columns}[name]


@dataclass(frozen=True)
class Asked:
    """What an address asks of a question: the state of its page.

    `sort` is a column or `name`, with a minus for the largest first.
    """

    region: str = ""
    year: int | None = None
    kind: str = Kind.BUDGET
    words: str = ""
    code: str = ""
    sort: str = ""
    after: str = ""


@dataclass(frozen=True)
class Page:
    """Some rows in order, and the place to go on from, "" at the end."""

    rows: list[Row]
    following: str


def narrowed(question: Question, asked: Asked) -> QuerySet:
    """The rows that an address asks for, in no order."""
    at = f"{question.path}disclosure__"
    rows = question.rows().filter(**{f"{at}kind": asked.kind})
    if asked.year is not None:
        rows = rows.filter(**{f"{at}fiscal_year_id": asked.year})
    if asked.region:
        rows = rows.filter(**{f"{question.department}region__slug": asked.region})
    if asked.code and question.codes:
        begins = (Q(**{f"{field}__startswith": asked.code}) for field in question.codes)
        rows = rows.filter(reduce(or_, begins))
    if asked.words:
        fields = (f"{question.department}name", *question.words)
        rows = rows.filter(reduce(or_, (Q(**{f"{at}__icontains": asked.words}) for at in fields)))
    return rows


def ordered(question: Question, asked: Asked) -> QuerySet:
    """The rows in the order asked for; what is not told comes last, whatever the direction."""
    name, is_falling = _sort(question, asked)
    by = F(f"{question.department}sort_key") if name == BY_NAME else None
    rows = narrowed(question, asked).alias(
        ranked=question.column(name).expression if by is None else by
    )
    order = OrderBy(F("ranked"), descending=is_falling, nulls_last=True)
    return rows.order_by(order, *_ties(question))


def page(question: Question, asked: Asked, size: int = A_PAGE) -> Page:
    """A page of the rows, one query. Raises NoSuchPlace for a place that is none."""
    rows = ordered(question, asked)
    if asked.after:
        rows = rows.filter(_beyond(question, asked))
    ranked = Column("ranked", F("ranked"), "")
    columns = (*question.exported, *question.hidden, *_position(question), ranked)
    found = select(rows[: size + 1], columns)
    following = _mark(question, found[size - 1]) if len(found) > size else ""
    return Page(found[:size], following)


def usual_sort(question: Question) -> str:
    """How a question is sorted when its address says nothing."""
    name = question.rank[0]
    return f"-{name}" if name != BY_NAME and _is_number(question, name) else name


def _sort(question: Question, asked: Asked) -> tuple[str, bool]:
    sort = asked.sort or usual_sort(question)
    name = sort.removeprefix("-")
    if name not in (*question.rank, BY_NAME):
        sort = usual_sort(question)
        name = sort.removeprefix("-")
    return name, sort.startswith("-")


def _is_number(question: Question, name: str) -> bool:
    return question.column(name).kind in NUMBERS


def _ties(question: Question) -> tuple[str, ...]:
    revision = f"{question.path.removesuffix('__')}_id" if question.path else "pk"
    return (revision, question.position) if question.position else (revision,)


def _position(question: Question) -> tuple[Column, ...]:
    return (
        (Column("position", question.position, "", ValueKind.INTEGER),) if question.position else ()
    )


def _mark(question: Question, row: Row) -> str:
    value = "" if row["ranked"] is None else str(row["ranked"])
    place = str(row["position"]) if question.position else ""
    return BETWEEN.join((value, row["disclosure"], str(row["revision"]), place))


def _beyond(question: Question, asked: Asked) -> Q:
    name, is_falling = _sort(question, asked)
    parts = asked.after.rsplit(BETWEEN, 3)
    if len(parts) != 4 or not parts[2].isdecimal() or bool(parts[3]) != bool(question.position):
        raise NoSuchPlace(asked.after)
    key = revision_key(parts[1], int(parts[2][:6]))
    if key is None or (parts[3] and not parts[3].isdecimal()):
        raise NoSuchPlace(asked.after)
    ties = _ties(question)
    later = Q(**{f"{ties[0]}__gt": key})
    if question.position:
        later |= Q(**{ties[0]: key, f"{ties[1]}__gt": int(parts[3][:9])})
    if not parts[0]:
        return Q(ranked__isnull=True) & later
    value = _value(question, name, parts[0])
    further = Q(**{f"ranked__{'lt' if is_falling else 'gt'}": value})
    return further | Q(ranked__isnull=True) | (Q(ranked=value) & later)


def _value(question: Question, name: str, text: str) -> str | Decimal:
    if name == BY_NAME or not _is_number(question, name):
        return text
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise NoSuchPlace(text) from error
    if not value.is_finite() or abs(value) > Decimal(10) ** 18:
        raise NoSuchPlace(text)
    return value

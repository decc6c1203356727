"""What is published now, in a word: what pages of many disclosures are made from.

Every request asks for it, so the question is put into SQL only once in a process.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db import connection
from django.db.models import Max, QuerySet, Subquery, TextField, Value
from django.db.models.functions import MD5, Cast

from disclosures.queries.api_columns import Joined
from disclosures.queries.gate import published_revisions
from disclosures.records.places import Department
from disclosures.records.succession import Succession

OF_DEPARTMENTS = ("parent_id", "short_names", "code", "unit_code", "sort_key")
OF_SUCCESSIONS = ("predecessor_id", "successor_id", "reform", "year", "note")


def as_of() -> str:
    """What is published now, in a word: another word as soon as anything public is another.

    Also when somebody corrects what is said of the departments themselves, which no revision
    seals.
    """
    return word_of(told)


def told(**beside: Subquery) -> QuerySet[Any]:
    """The one row that `as_of` is made of; `beside` are texts that tell it of something else."""
    hours = StringAgg(
        Cast("published_at", TextField()), delimiter=",", order_by=("published_at", "pk")
    )
    there = published_revisions().order_by().values("disclosure__department")
    departments = Department.objects.filter(pk__in=there)
    successions = Succession.objects.filter(predecessor__in=there, successor__in=there)
    rows = published_revisions().order_by().values(all=Value(1))
    return rows.annotate(
        hours=MD5(hours),
        departments=Max(_all_of(departments, OF_DEPARTMENTS)),
        successions=Max(_all_of(successions, OF_SUCCESSIONS)),
        **{name: Max(text) for name, text in beside.items()},
    )


def word_of(asked: Callable[[], QuerySet[Any]]) -> str:
    """The row of a question, in a word."""
    with connection.cursor() as cursor:
        cursor.execute(*_statement(asked))
        return sha256(repr(cursor.fetchone()).encode()).hexdigest()[:16]


@lru_cache
def _statement(asked: Callable[[], QuerySet[Any]]) -> tuple[str, tuple[Any, ...]]:
    sql, parameters = asked().query.sql_with_params()
    return sql, tuple(parameters)


def _all_of(found: QuerySet[Any], columns: Iterable[str]) -> Subquery:
    """All that a few rows say, in a word."""
    row = Joined(*(part for each in columns for part in (each, Value("|"))))
    said = MD5(StringAgg(row, delimiter="\n", order_by="pk"))
    rows = found.order_by().values(all=Value(1))
    return Subquery(rows.annotate(said=said).values("said"))

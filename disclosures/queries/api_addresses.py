"""Identities and addresses of what is public, as expressions that PostgreSQL evaluates.

A disclosure is named by what it is (`region.department.year.kind`), never by a row number: gaps
between row numbers would tell how much is not yet public.
"""

import re

from django.db.models import Case, CharField, Expression, Q, Value, When

from disclosures.queries.api_columns import Joined
from disclosures.records.disclosure import Kind, Revision

YEAR = re.compile(r"[0-9]{4}")


def _word(word: str) -> Value:
    return Value(word, output_field=CharField())


def disclosure_id(path: str) -> Expression:
    """`kunming.wanggezhongxin.2022.budget`, for the revision reached by `path`."""
    at = f"{path}disclosure__"
    parts = ("department__region__slug", "department__slug", "fiscal_year_id", "kind")
    joined: list[str | Value] = []
    for part in parts:
        joined += [f"{at}{part}", _word(".")]
    return Joined(*joined[:-1])


def department_id(path: str) -> Expression:
    """`kunming.wanggezhongxin`, for the department reached by `path`."""
    return Joined(f"{path}region__slug", _word("."), f"{path}slug")


def page(path: str, *tail: str | Value) -> Expression:
    """The public page of a disclosure, `/{region}/{department}/{year}/`, and below it `tail`."""
    at = f"{path}disclosure__"
    return Joined(
        _word("/"),
        f"{at}department__region__slug",
        _word("/"),
        f"{at}department__slug",
        _word("/"),
        f"{at}fiscal_year_id",
        Case(
            When(Q(**{f"{at}kind": Kind.FINAL}), then=_word("/final/")),
            default=_word("/"),
            output_field=CharField(),
        ),
        *tail,
    )


def revision_page(path: str, *tail: str | Value) -> Expression:
    """The page of this very revision, which never changes: `/{region}/{department}/{year}/r1/`."""
    return page(path, _word("r"), f"{path}number", _word("/"), *tail)


def figure_page(path: str, key: str) -> Expression:
    """The permanent page of the figure whose key is in the field `key`."""
    return revision_page(path, _word("figures/"), key, _word("/"))


def row_page(path: str, table: str, position: str) -> Expression:
    """What precedes the column's name in the permanent page of a cell."""
    return revision_page(path, _word(f"tables/{table}/"), position, _word("/"))


def named_disclosure(identity: str, path: str) -> Q | None:
    """The condition on rows whose revision is reached by `path`; None for no identity at all."""
    parts = identity.split(".")
    if len(parts) != 4 or not YEAR.fullmatch(parts[2]):
        return None
    region, department, year, kind = parts
    at = f"{path}disclosure__"
    return Q(
        **{
            f"{at}department__region__slug": region,
            f"{at}department__slug": department,
            f"{at}fiscal_year_id": int(year),
            f"{at}kind": kind,
        }
    )


def revision_key(identity: str, number: int) -> int | None:
    """The primary key of a revision by its disclosure's identity and its own number."""
    condition = named_disclosure(identity, "")
    if condition is None:
        return None
    return Revision.objects.filter(condition, number=number).values_list("pk", flat=True).first()

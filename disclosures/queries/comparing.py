"""What a comparison asks for: the chosen disclosures, those like them, and what both print."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Left, Length

from disclosures.classification.lists import FunctionCode
from disclosures.queries.api_addresses import named_disclosure
from disclosures.queries.gate import is_public
from disclosures.queries.naming import called
from disclosures.queries.published import publications
from disclosures.queries.search import words_of
from disclosures.queries.succession import public_successions
from disclosures.records.disclosure import Revision
from disclosures.records.narration import QuotedFigure
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.records.succession import Succession
from disclosures.records.table_figure import TableFigure
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction
from disclosures.tables.matching import Printed, key_columns, name_column
from disclosures.tables.spec import TableSpec

IDENTITY = re.compile(r"[-a-z0-9_]{1,60}\.[-a-z0-9_]{1,160}\.[0-9]{4}\.(?:budget|final)")
ITEM = 7  # digits of a 项, the lowest level of a function code
OFFERED = 40  # disclosures that may be chosen from at once

Figure = QuotedFigure | TableFigure


def identity_of(revision: Revision) -> str:
    """`kunming.cai-zheng-ju.2026.budget`, as the interface names a disclosure."""
    of = revision.disclosure
    place = f"{of.department.region.slug}.{of.department.slug}"
    return f"{place}.{of.fiscal_year_id}.{of.kind}"


def chosen(identities: Collection[str]) -> dict[str, Revision]:
    """The published disclosures of these names, by name; what is not public is not among them.

    Each with what `empty_tables` tells.
    """
    named = [each for each in identities if IDENTITY.fullmatch(each)]
    if not named:
        return {}
    conditions = [condition for each in named if (condition := named_disclosure(each, ""))]
    empty = PrintedTable.objects.filter(revision=OuterRef("pk"), state=TableState.DECLARED_EMPTY)
    found = publications().defer("text").filter(reduce(or_, conditions))
    found = found.annotate(tables_empty=ArraySubquery(empty.values("table")))
    return {identity_of(each): each for each in found}


def companions(revision: Revision) -> list[Revision]:
    """What the other departments of the region published for the same year, of the same kind."""
    of = revision.disclosure
    return list(
        publications()
        .defer("text")
        .filter(
            disclosure__department__region=of.department.region_id,
            disclosure__fiscal_year=of.fiscal_year_id,
            disclosure__kind=of.kind,
        )
        .exclude(disclosure__department=of.department_id)
        .order_by("disclosure__department__sort_key", "pk")
    )


def main_classes(revisions: Iterable[Revision]) -> dict[int, tuple[str, str]]:
    """Revision to code and name of the 功能科目 类 that most of its general budget goes to.

    Summed over 项 alone; a revision whose table prints none is not among them.
    """
    named = FunctionCode.objects.filter(code=OuterRef("of_class"))
    name = named.order_by("-is_current", "-year_from").values("name")[:1]
    spent = (
        GeneralBudgetByFunction.objects.filter(is_public("revision__"), revision__in=revisions)
        .annotate(digits=Length("function_code"))
        .filter(digits=ITEM)
        .annotate(of_class=Left("function_code", 3))
        .values("revision_id", "of_class")
        .annotate(spent=Sum("total"))
        .annotate(name=Subquery(name))
        .exclude(spent=None)
        .order_by("revision_id", "-spent", "of_class")
    )
    classes: dict[int, tuple[str, str]] = {}
    for each in spent:
        classes.setdefault(each["revision_id"], (each["of_class"], each["name"] or ""))
    return classes


def figures(revisions: Iterable[Revision], keys: Iterable[str]) -> dict[int, dict[str, Figure]]:
    """Revision to its figures by key: what the narrative states, else what a table prints."""
    made: dict[int, dict[str, Figure]] = defaultdict(dict)
    wanted = {"revision__in": list(revisions), "key__in": tuple(keys)}
    for model in (TableFigure, QuotedFigure):
        for figure in model._default_manager.filter(is_public("revision__"), **wanted):
            made[figure.revision_id][figure.key] = figure
    return made


def empty_tables(revision: Revision) -> Collection[str]:
    """The tables that one of the chosen declares empty; of others nothing is known."""
    found: Collection[str] = getattr(revision, "tables_empty", ())
    return found


def printed_tables(revisions: Iterable[Revision], table: str) -> dict[int, PrintedTable]:
    """Revision to its table of a name, where its form lists one."""
    found = PrintedTable.objects.filter(
        is_public("revision__"), revision__in=list(revisions), table=table
    )
    return {each.revision_id: each for each in found.defer("cells")}


def printed_rows(
    revisions: Iterable[Revision], spec: TableSpec, columns: Collection[str]
) -> dict[int, list[Printed]]:
    """Revision to its rows of a table, with the wanted columns; one query for all."""
    keys, name = key_columns(spec), name_column(spec)
    texts = {f"said_{column}": KT(f"printed__{column}") for column in columns}
    wanted = ("revision_id", "position", "row_kind", *keys, *columns, *texts, *filter(None, [name]))
    found = (
        spec.model._default_manager.filter(is_public("revision__"), revision__in=list(revisions))
        .order_by("revision_id", "position")
        .annotate(**texts)
        .values(*wanted)
    )
    made: dict[int, list[Printed]] = defaultdict(list)
    for each in found:
        made[each["revision_id"]].append(
            Printed(
                position=each["position"],
                kind=each["row_kind"],
                key=tuple(each[key] for key in keys),
                name=each[name] if name else "",
                cells={column: (each[column], each[f"said_{column}"]) for column in columns},
            )
        )
    return made


def reforms_between(revisions: Collection[Revision]) -> list[Succession]:
    """The reforms of the chosen departments that lie between the first and the last chosen year."""
    departments = {each.disclosure.department_id for each in revisions}
    years = [each.disclosure.fiscal_year_id for each in revisions]
    touching = Q(predecessor__in=departments) | Q(successor__in=departments)
    if min(years) == max(years):
        return []
    between = public_successions().filter(touching, year__gt=min(years), year__lte=max(years))
    return list(between.order_by("year", "pk"))


def offered(
    *, words: str = "", region: str = "", year: int | None = None, department: Collection[int] = ()
) -> QuerySet[Revision]:
    """What may be chosen: by words of the department's name or pinyin, region, year, department."""
    named = words_of(words)
    found = called(publications().defer("text"), named, "disclosure__department__")
    if words and not named:
        return found.none()
    if region:
        found = found.filter(disclosure__department__region__slug=region)
    if year is not None:
        found = found.filter(disclosure__fiscal_year=year)
    if department:
        found = found.filter(disclosure__department__in=department)
    return found.order_by(
        "name_rank",
        "-disclosure__fiscal_year_id",
        "disclosure__department__sort_key",
        "disclosure__kind",
        "pk",
    )

"""A table as a final account heads it: its amounts are results, where a budget prints 预算数."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from disclosures.records.disclosure import Kind
from disclosures.tables.columns import Column, Group
from disclosures.tables.registry import table
from disclosures.tables.spec import TableSpec

BUDGETED, RESULT = "预算数", "决算数"


@cache
def table_of_kind(name: str, kind: str) -> TableSpec:
    """The table of a registry name as a disclosure of that kind heads it.

    Raises KeyError when there is none of that name.
    """
    spec = table(name)
    if kind != Kind.FINAL:
        return spec
    results = [each.field for each in spec.columns if spec.printed(each) == BUDGETED]
    return replace(
        spec,
        header=tuple(_headed(spec.header)),
        halves=tuple(replace(each, header=tuple(_headed(each.header))) for each in spec.halves),
        labels=tuple((each, RESULT) for each in results),
    )


def _headed(header: Iterable[Column | Group]) -> Iterator[Column | Group]:
    for part in header:
        if isinstance(part, Group):
            yield replace(part, columns=tuple(_headed(part.columns)))
        else:
            yield replace(part, printed=RESULT) if part.printed == BUDGETED else part

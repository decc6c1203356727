"""The registry: every module of this room that declares a SPEC is an official table."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from disclosures import tables
from disclosures.tables.spec import TableSpec

# Modules of this room that are no table; every other one must declare its SPEC.
MACHINERY = frozenset(
    {
        "account",
        "balance_columns",
        "basis",
        "book",
        "changes",
        "columns",
        "comparison",
        "content",
        "document",
        "economic_columns",
        "funds",
        "gathering",
        "identity",
        "kept",
        "layout",
        "lines",
        "matching",
        "performance",
        "quoted",
        "registry",
        "shapes",
        "spec",
        "stamp",
        "stored",
        "sums",
        "titles",
        "whereabouts",
    }
)


def _declared() -> Iterator[TableSpec]:
    for module in iter_modules(tables.__path__):
        if module.name not in MACHINERY:
            yield import_module(f"{tables.__name__}.{module.name}").SPEC


TABLES: dict[str, TableSpec] = {
    spec.name: spec for spec in sorted(_declared(), key=lambda spec: spec.number)
}


def table(name: str) -> TableSpec:
    """The table of a registry name. Raises KeyError when there is none."""
    return TABLES[name]

"""Code lists without a database: loaded from the published CSVs, asked by year.

The same rows fill the tables that the API and the admin show; here they serve the readers and
rules, which must work on a document alone. Codes are scoped by year because they are reused.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from disclosures.classification.money import halfwidth

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "classification"


@dataclass(frozen=True)
class Code:
    """One code of a list and the years it was in force (None: open)."""

    code: str
    name: str
    parent: str
    budget: str = ""
    year_from: int | None = None
    year_to: int | None = None
    aliases: tuple[str, ...] = ()

    def in_force(self, year: int | None) -> bool:
        """Whether the code meant this in that year; an unknown year accepts every code."""
        if year is None:
            return True
        return (self.year_from or 0) <= year <= (self.year_to or 9999)

    def is_named(self, printed: str) -> bool:
        """Whether a printed name is this code's, by the drifts that official texts show."""
        wanted = folded(printed)
        return any(folded(name) == wanted for name in (self.name, *self.aliases))


def folded(name: str) -> str:
    """A name without what official texts vary at will: width, spaces, quotes, a final 支出."""
    text = "".join(halfwidth(name).split()).replace("“", "").replace("”", "")
    return text.removesuffix("支出") or text


class CodeList:
    """Codes of one classification, found by code and year or by their names from 类 down."""

    def __init__(self, codes: Iterable[Code]) -> None:
        self._by_code: dict[str, list[Code]] = defaultdict(list)
        self._by_name: dict[str, list[Code]] = defaultdict(list)
        for code in codes:
            self._by_code[code.code].append(code)
            for name in {folded(each) for each in (code.name, *code.aliases)}:
                self._by_name[name].append(code)

    def __iter__(self) -> Iterator[Code]:
        return (code for codes in self._by_code.values() for code in codes)

    def get(self, code: str, year: int | None) -> Code | None:
        """The meaning of a code in a year, or None when it had none."""
        return next((each for each in self._by_code.get(code, ()) if each.in_force(year)), None)

    def path(self, code: str, year: int | None) -> tuple[Code, ...]:
        """The code with its ancestors, widest first; empty when the code is unknown."""
        steps: list[Code] = []
        found = self.get(code, year)
        while found is not None and len(steps) < 5:
            steps.append(found)
            found = self.get(found.parent, year) if found.parent else None
        return tuple(reversed(steps))

    def match(self, names: tuple[str, ...], year: int | None) -> str | None:
        """The one code whose names are these, last name narrowest; None if none or several fit."""
        fitting = {
            code.code
            for code in self._by_name.get(folded(names[-1]), ())
            if code.in_force(year) and self._fits(code, names, year)
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _fits(self, code: Code, names: tuple[str, ...], year: int | None) -> bool:
        path = self.path(code.code, year)
        if len(names) > len(path) or (len(names) > 1 and len(names) != len(path)):
            return False
        return all(
            step.is_named(name) for step, name in zip(reversed(path), reversed(names), strict=False)
        )


@dataclass(frozen=True)
class CodeLists:
    """The lists that readers and rules need together."""

    functions: CodeList
    department_economic: CodeList
    government_economic: CodeList
    economic_pairs: frozenset[tuple[str, str]]
    seen_pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=1)
def code_lists(folder: Path = FOLDER) -> CodeLists:
    """The published lists, read once. Raises FileNotFoundError when the fixtures are missing."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder / "functional_aliases.csv"):
        aliases[row["code"]].append(row["alias"])
    return CodeLists(
        functions=_list(folder / "functional_expenditure.csv", aliases),
        department_economic=_list(folder / "department_economic.csv"),
        government_economic=_list(folder / "government_economic.csv"),
        economic_pairs=frozenset(_pairs(folder, least=0)),
        seen_pairs=frozenset(_pairs(folder, least=1)),
    )


def _pairs(folder: Path, least: int) -> Iterator[tuple[str, str]]:
    """政府经济 and 部门经济 codes that go together, as at `least` so many documents print them."""
    for row in _rows(folder / "economic_gov_to_dept_map.csv"):
        if int(row["docs_seen"]) >= least:
            yield row["gov_code"], row["dept_code"]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _list(path: Path, aliases: dict[str, list[str]] | None = None) -> CodeList:
    named = aliases or {}
    return CodeList(
        Code(
            code=row["code"],
            name=row["name"],
            parent=row["parent"],
            budget=row.get("budget", ""),
            year_from=int(row["year_from"]) if row["year_from"] else None,
            year_to=int(row["year_to"]) if row["year_to"] else None,
            aliases=tuple(named.get(row["code"], ())),
        )
        for row in _rows(path)
    )

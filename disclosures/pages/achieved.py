"""Targets of a budget with what was achieved beside them, as its year's final account prints it.

An indicator is told by its project and its three levels, as printed; what is worded otherwise, or
stands there twice, is left unmatched and said to be so. Nothing is compared or scored by us.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from disclosures.classification.folding import folded
from disclosures.pages.addresses import address
from disclosures.pages.summary import Quote
from disclosures.records.disclosure import Kind, Revision
from disclosures.tables.book import Book, Row
from disclosures.tables.project_self_evaluation import SPEC

PLANNED = ("project-performance", "project-performance-issued-separately")
LEVELS = ("indicator_level_one", "indicator_level_two", "indicator_level_three")
VALUE = ("indicator_comparator", "indicator_value", "measurement_unit")
Key = tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """One indicator: its planned value, and what was achieved with the score, "" for not told.

    `url` is the row of the budget, `achieved_url` that of the final account, "" where none fits.
    """

    project: str
    name: str
    planned: str
    url: str
    achieved: str = ""
    score: str = ""
    achieved_url: str = ""


@dataclass(frozen=True)
class Achieved:
    """The targets in the order of print, and how many more the account evaluates.

    `goals` are the outcomes of whole projects by folded name: (words, address of the row).
    """

    account_url: str
    table_url: str
    targets: tuple[Target, ...]
    others: int
    goals: dict[str, tuple[str, str]]


def achieved(budget: Revision, book: Book, rows: Sequence[Row]) -> Achieved:
    """What a budget planned beside what its year's account says became of it."""
    account = address(budget, kind=Kind.FINAL)
    table = address(budget, "table", kind=Kind.FINAL, table=SPEC.name)
    left = _by_key(rows)
    targets = []
    for name in PLANNED:
        sheet = book.sheet(name)
        planned = sheet.rows if sheet else ()
        once = _by_key(planned)
        url = address(budget, "table", table=name)
        for place, row in enumerate(planned):
            if said(row, LEVELS[-1:]):
                found = left.pop(_key(row), None) if once.get(_key(row)) == place else None
                done = (rows[found], f"{table}{found}/") if found is not None else None
                targets.append(target(row, f"{url}{place}/", done))
    matched = sum(bool(each.achieved_url) for each in targets)
    others = sum(bool(said(row, LEVELS[-1:])) for row in rows) - matched
    goals = dict(_goals(rows, table))
    return Achieved(account, table if rows else "", tuple(targets), others, goals)


def with_outcomes(
    projects: Iterable[tuple[Quote, Quote, Quote]], found: Achieved | None
) -> list[tuple[Quote, Quote, Quote, tuple[str, str]]]:
    """Each project (name, amount, goal) with its outcome: (words, address), "" for not told."""
    goals = found.goals if found else {}
    return [(*each, goals.get(folded(each[0].text), ("", ""))) for each in projects]


def _by_key(rows: Iterable[Row]) -> dict[Key, int]:
    """Where each indicator stands that has a project and is there once."""
    keys = [_key(row) for row in rows]
    times = Counter(keys)
    return {key: place for place, key in enumerate(keys) if key[0] and key[-1] and times[key] == 1}


def _key(row: Row) -> Key:
    return tuple(folded(said(row, (each,))) for each in ("project_name", *LEVELS))


def said(row: Row, columns: Iterable[str]) -> str:
    """What some columns of a row print, one after the other; nothing for any kind of nothing."""
    cells = (row.cells.get(each) for each in columns)
    return "".join(" ".join(cell.printed.split()) for cell in cells if cell and not cell.nothing)


def target(row: Row, url: str, done: tuple[Row, str] | None = None) -> Target:
    """An indicator of a row at an address; `done` is what was achieved: its row and address."""
    name, planned = said(row, LEVELS[-1:]), said(row, VALUE)
    made = Target(said(row, ("project_name",)), name, planned, url)
    if done is None:
        return made
    result, at = done
    achieved, score = said(result, ("achieved_value",)), said(result, ("self_score",))
    return replace(made, achieved=achieved, score=score, achieved_url=at)


def _goals(rows: Sequence[Row], table: str) -> Iterable[tuple[str, tuple[str, str]]]:
    """The outcome of each project as a whole, at the first row that tells it."""
    for place, row in reversed(list(enumerate(rows))):
        project, words = said(row, ("project_name",)), said(row, ("achieved_goal",))
        if project and words:
            yield folded(project), (words, f"{table}{place}/")

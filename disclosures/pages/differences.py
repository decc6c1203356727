"""What a correction changed, in few words; worked out once and kept, since both are sealed."""

from dataclasses import asdict, dataclass
from typing import Any

import orjson

from disclosures.exports.keeping import kept
from disclosures.pages.kept import edition
from disclosures.pages.wording import changed_paragraphs
from disclosures.records.disclosure import Revision
from disclosures.tables.comparison import compare
from disclosures.tables.stored import book_of


@dataclass(frozen=True)
class TableDifference:
    """How many rows of a table are new, print something else, are gone; 0 each: its state is."""

    title: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True)
class Difference:
    """The tables that differ, and how many paragraphs of the narrative do."""

    tables: tuple[TableDifference, ...]
    paragraphs: int


def difference(before: Revision, after: Revision) -> Difference:
    """What `after` changed; no query once it is kept."""
    path = kept(
        f"changes/{before.pk}-{after.pk}.json",
        edition(),
        lambda file: file.write(orjson.dumps(asdict(_worked_out(before, after)))),
    )
    found: dict[str, Any] = orjson.loads(path.read_bytes())
    tables = tuple(TableDifference(**each) for each in found["tables"])
    return Difference(tables, found["paragraphs"])


def _worked_out(before: Revision, after: Revision) -> Difference:
    tables = compare(book_of(before), book_of(after))
    return Difference(
        tuple(
            TableDifference(each.title, each.added, each.changed, each.removed) for each in tables
        ),
        len(changed_paragraphs(before.text, after.text)),
    )

"""All that a disclosure's page shows of a revision besides the rows of its tables: one query."""

from functools import lru_cache
from typing import Any

from django.db.models import DateTimeField, Model

from disclosures.records.disclosure import Revision
from disclosures.tables.gathering import Asked, gathered

PARTS = (
    "narrativesection_set",
    "quotedfigure_set",
    "glossaryterm_set",
    "printedtable_set",
    "doubt_set",
    "tablefigure_set",
    "explanation_set",
    "finding_set",
)


def completed(revision: Revision) -> Revision:
    """A revision with its parts, each in its order, as `prefetch_related` would leave it."""
    kept: dict[str, Any] = vars(revision).setdefault("_prefetched_objects_cache", {})
    asked = _asked()
    for name, rows in gathered(asked, revision.pk).items():
        part: Any = getattr(revision, name).all()
        part._result_cache = [_made(asked[name], revision, row) for row in rows]
        part._prefetch_done = True
        kept[name] = part
    return revision


@lru_cache(maxsize=1)
def _asked() -> dict[str, Asked]:
    return {name: _of(getattr(Revision, name).rel.related_model) for name in PARTS}


def _of(model: type[Model]) -> Asked:
    """Every field of a model, in the model's own order within a revision."""
    meta: Any = model._meta
    names = tuple(each.attname for each in meta.concrete_fields)
    return Asked(model, names, tuple(each for each in meta.ordering if each != "revision_id"))


def _made(asked: Asked, revision: Revision, row: list[Any]) -> Model:
    for at, field in _hours(asked):
        row[at] = field.to_python(row[at])
    made: Any = asked.model.from_db(revision._state.db, asked.names, row)
    made.revision = revision
    return made


@lru_cache(maxsize=len(PARTS))
def _hours(asked: Asked) -> tuple[tuple[int, Any], ...]:
    """The hours among the values of a row, which are told as texts."""
    fields = enumerate(asked.fields)
    return tuple((at, each) for at, each in fields if isinstance(each, DateTimeField))

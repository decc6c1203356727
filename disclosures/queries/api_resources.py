"""Staff, vehicles and state assets, each column with the quoted figure that states it."""

from functools import partial
from typing import cast

from django.db import models
from django.db.models import Func, TextField

from disclosures.queries.api_columns import Column, ValueKind, of_field
from disclosures.queries.api_listing import ByRevision, Listing, Row
from disclosures.queries.api_quoted import NOT_DISCLOSED, provenance, quoted, quoted_one
from disclosures.queries.api_revisions import context, public
from disclosures.records.resources import Resource, Staffing, StateAssets, Vehicles


class Absence(Func):
    """未公开, where the narrative does not state the figure: that is never a 0."""

    template = f"CASE WHEN %(expressions)s IS NULL THEN '{NOT_DISCLOSED}' END"
    output_field = TextField()


def _columns(model: type[Resource]) -> tuple[Column, ...]:
    fields = (cast(models.Field, model._meta.get_field(name)) for name in model.FIGURES)
    return tuple(of_field(field) for field in fields)


def _csv_columns(model: type[Resource]) -> tuple[Column, ...]:
    found: list[Column] = []
    for column in _columns(model):
        printed = quoted_one("revision", model.FIGURES[column.name], "printed")
        absence = Absence(column.expression)
        found += [
            column,
            Column(f"{column.name}_printed", printed, f"{column.label}：原文", nullable=True),
            Column(f"{column.name}_nothing", absence, f"{column.label}：空缺", nullable=True),
        ]
    return tuple(found)


def shape(row: Row, figures: dict[str, str]) -> Row:
    """The row with, for each column, where the figure stands in the narrative."""
    stated, page = row.pop("quoted") or {}, row["revision_page"]
    places = {
        name: provenance(key, stated.get(key), page, is_absent=row[name] is None)
        for name, key in figures.items()
    }
    return row | {"provenance": places}


def _listing(model: type[Resource], name: str) -> Listing:
    keys = tuple(model.FIGURES.values())
    gathered = Column("quoted", quoted("revision", keys), "引用", ValueKind.STRUCTURE)
    return Listing(
        name=name,
        title=str(model._meta.verbose_name),
        model=model,
        rows=partial(public, model),
        columns=(*context(), *_columns(model)),
        gathered=(gathered,),
        csv_only=(*context(), *_csv_columns(model)),
        order=ByRevision(position=None),
        shape=partial(shape, figures=model.FIGURES),
    )


STAFFING = _listing(Staffing, "staffing")
VEHICLES = _listing(Vehicles, "vehicles")
STATE_ASSETS = _listing(StateAssets, "assets")

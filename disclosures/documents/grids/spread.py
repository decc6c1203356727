"""Columns that are data, such as one a district: each amount below them is a child of its row."""

from collections.abc import Sequence
from dataclasses import replace

from disclosures.documents.grids.body import BLANK, Printed
from disclosures.documents.grids.cells import read_cell
from disclosures.documents.grids.columns import Match
from disclosures.documents.grids.grid import Place
from disclosures.documents.grids.header import Path
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.units import Units
from disclosures.documents.grids.words import word
from disclosures.tables.book import Cell, Row
from disclosures.tables.columns import Spread
from disclosures.tables.spec import TableSpec


def spread_columns(spec: TableSpec, match: Match, paths: Sequence[Path]) -> tuple[int, ...]:
    """The columns that stand under the spread's heading."""
    if spec.spread is None:
        return ()
    heading = word(spec.spread.printed)
    return tuple(
        each
        for each in match.strangers
        if len(paths[each]) > 1 and heading in map(word, paths[each][:-1])
    )


def shares(
    spec: TableSpec,
    spread: Spread,
    row: Row,
    line: Printed,
    columns: Sequence[int],
    paths: Sequence[Path],
    units: Units,
) -> tuple[Row, list[Problem]]:
    """The row with a child for each column, blank where nothing is printed in it."""
    children: list[Row] = []
    problems: list[Problem] = []
    for column in columns:
        place = line.get(column, is_amount=True)
        heading = "".join(paths[column][-1].split())
        amount, problem = _amount(spec, spread, place, units)
        problems += [problem] if problem else []
        children.append(
            Row(
                {spread.heading: Cell(heading, paths[column][-1]), spread.amount: amount},
                row.kind,
                row.origin,
                amount.where,
            )
        )
    return replace(row, children=tuple(children)), problems


def _amount(
    spec: TableSpec, spread: Spread, place: Place | None, units: Units
) -> tuple[Cell, Problem | None]:
    return read_cell(spec, spread.amount, place, units.of(place)) if place else (BLANK, None)

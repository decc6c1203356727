"""A list printed upright: its columns' heads stand below each other, one amount beside each.

Some places print the income of a single department so: 收入总计 and its sources, 金额 on the right.
Turned, it is the table that others print: one row of amounts below its heads.
"""

import re
from collections.abc import Set
from dataclasses import replace

from disclosures.classification.money import halfwidth
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.header import find_header
from disclosures.documents.grids.words import word

AMOUNTS = {word("金额"), word("本年预算数"), word("预算金额")}
FEWEST = 3  # of the table's own words below each other
MOST_LABELS = 3  # columns of words before the amounts
FIGURE = re.compile(r"[-+(]?[¥]?\d[\d,]*(?:\.\d+)?(?:万?元)?[)]?")
NOTHING = re.compile(r"[-+(]?[¥]?[0,]*(?:\.0+)?(?:万?元)?[)]?")


def is_figure(text: str) -> bool:
    """Whether a text is a number other than zero, with or without a unit."""
    bare = "".join(halfwidth(text).replace("￥", "¥").split())
    return bool(FIGURE.fullmatch(bare)) and not NOTHING.fullmatch(bare)


def has_figures(grid: Grid, begin: int = 0) -> bool:
    """Whether a number other than zero stands in a row from `begin` on."""
    return any(place.row >= begin and is_figure(place.text) for place in grid.places)


def laid_down(grid: Grid, words: Set[str]) -> Grid:
    """An upright list as rows below its heads; any other grid as it is.

    It is one where just one column of amounts stands beside several of the table's own `words`.
    """
    caption = next((row for row in range(grid.height) if _captions(grid, row)), None)
    if caption is None or not has_figures(grid, caption + 1):
        return grid
    amounts = next(p.column for p in grid.row(caption) if word(p.text) in AMOUNTS)
    body = [place for place in grid.places if place.row > caption]
    figures = {place.column for place in body if is_figure(place.text)}
    known = {word(place.text) for place in body if place.column < amounts} & words
    if figures != {amounts} or len(known) < FEWEST or not 0 < amounts <= MOST_LABELS:
        return grid
    above = [place.text for place in grid.places if place.row < caption and place.text]
    turned = _turned(grid, body, caption + 1)
    return replace(turned, lines=(*grid.lines, *above)) if find_header(turned, words) else grid


def _captions(grid: Grid, row: int) -> bool:
    """Whether a row says that amounts stand below on the right, and what of on the left."""
    texts = [word(place.text) for place in grid.row(row) if place.text]
    return len(texts) > 1 and texts[-1] in AMOUNTS and not AMOUNTS & {*texts[:-1]}


def _turned(grid: Grid, body: list[Place], top: int) -> Grid:
    places = tuple(
        replace(p, row=p.column, column=p.row - top, rows=p.columns, columns=p.rows) for p in body
    )
    return replace(grid, places=places, height=grid.width, width=grid.height - top)

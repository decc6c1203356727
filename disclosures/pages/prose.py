"""The narrative for reading: lines of text in which each figure is a link to its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.classification.figures import NUMERIC, figure_of
from disclosures.pages.addresses import address
from disclosures.records.disclosure import Revision
from disclosures.records.narration import NarrativeSection, QuotedFigure


@dataclass(frozen=True)
class Piece:
    """A run of text; `key` and `url` when it is a figure, `mark` when it is the one looked at."""

    text: str
    key: str = ""
    label: str = ""
    url: str = ""
    mark: bool = False


@dataclass(frozen=True)
class Prose:
    """A section with its heading and lines of pieces."""

    number: int
    heading: str
    lines: tuple[tuple[Piece, ...], ...]


def sections(revision: Revision, figures: Iterable[QuotedFigure]) -> list[Prose]:
    """The nine sections, whole, with their numbers linked."""
    linked = [each for each in figures if figure_of(each.key).kind in NUMERIC]
    return [
        Prose(each.number, each.heading, lines(revision, each.start, each.end, linked))
        for each in revision.narrativesection_set.all()
        if 1 <= each.number <= 9
    ]


def lines(
    revision: Revision, start: int, end: int, figures: Iterable[QuotedFigure], marked: str = ""
) -> tuple[tuple[Piece, ...], ...]:
    """The lines between two offsets; overlapping figures give way to the first and longest."""
    inside = sorted(
        (each for each in figures if start <= each.start and each.end <= end),
        key=lambda each: (each.start, -each.end),
    )
    pieces: list[Piece] = []
    at = start
    for figure in inside:
        if figure.start < at:
            continue
        pieces.append(Piece(revision.text[at : figure.start]))
        pieces.append(_piece(revision, figure, figure.key == marked))
        at = figure.end
    pieces.append(Piece(revision.text[at:end]))
    return tuple(_broken(pieces))


def _piece(revision: Revision, figure: QuotedFigure, mark: bool) -> Piece:
    url = address(revision, "figure", key=figure.key)
    return Piece(figure.printed, figure.key, figure.label, url, mark)


def _broken(pieces: Iterable[Piece]) -> Iterable[tuple[Piece, ...]]:
    line: list[Piece] = []
    for piece in pieces:
        if piece.key:
            line.append(piece)
            continue
        first, *rest = piece.text.split("\n")
        line.append(Piece(first))
        for text in rest:
            yield tuple(line)
            line = [Piece(text)]
    yield tuple(line)


def section_at(revision: Revision, offset: int) -> NarrativeSection | None:
    """The section in which an offset stands."""
    found = (s for s in revision.narrativesection_set.all() if s.start <= offset < s.end)
    return next(found, None)

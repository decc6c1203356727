"""Changing a flow's words while each character keeps its place in the document."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from disclosures.documents.narrative.page import Span
from disclosures.documents.national.flow import Flow

Piece = Span | str


@dataclass(frozen=True)
class Edit:
    """What stands in a span is said with these pieces: spans of the flow, or words of our own.

    Words of our own stand where the span begins: no figure is ever made of them.
    """

    span: Span
    pieces: tuple[Piece, ...]


def edited(flow: Flow, edits: Iterable[Edit]) -> Flow:
    """The flow with its edits; of two that overlap the first one counts."""
    text: list[str] = []
    origin: list[int] = []
    at = 0
    for edit in sorted(edits, key=lambda each: each.span):
        start, end = edit.span
        if start < at:
            continue
        for piece in chain([(at, start)], edit.pieces):
            if isinstance(piece, str):
                text.append(piece)
                origin += [flow.origin[min(start, len(flow.origin) - 1)]] * len(piece)
            else:
                text.append(flow.text[slice(*piece)])
                origin += flow.origin[slice(*piece)]
        at = end
    text.append(flow.text[at:])
    origin += flow.origin[at:]
    return Flow("".join(text), tuple(origin))

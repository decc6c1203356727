"""The narrative for reading: paragraphs in which each figure is a link to its place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from disclosures.classification.figures import NUMERIC, figure_of
from disclosures.pages.addresses import addresses
from disclosures.records.disclosure import Revision
from disclosures.records.narration import NarrativeSection, QuotedFigure

BREAK = "</p><p>"


@dataclass(frozen=True)
class Prose:
    """A section with its heading and the paragraphs below it, as they are sent."""

    number: int
    heading: str
    body: SafeString


def sections(revision: Revision, figures: Iterable[QuotedFigure]) -> list[Prose]:
    """The nine sections, whole, with their numbers linked."""
    linked = [each for each in figures if figure_of(each.key).kind in NUMERIC]
    place = addresses(revision, "figure", "key")
    return [
        Prose(each.number, each.heading, _body(revision.text, each, linked, place))
        for each in revision.narrativesection_set.all()
        if 1 <= each.number <= 9
    ]


def _body(
    text: str,
    section: NarrativeSection,
    figures: Sequence[QuotedFigure],
    place: Callable[[str], str],
) -> SafeString:
    """The lines behind the first, which is the heading.

    Of figures that overlap, the first and longest is linked; a figure's own text is never broken.
    """
    inside = sorted(
        (each for each in figures if section.start <= each.start and each.end <= section.end),
        key=lambda each: (each.start, -each.end),
    )
    pieces, at = [], section.start
    for figure in inside:
        if figure.start >= at:
            pieces += [_plain(text[at : figure.start]), _linked(figure, place(figure.key))]
            at = figure.end
    _, is_broken, rest = "".join([*pieces, _plain(text[at : section.end])]).partition(BREAK)
    return mark_safe(f"<p>{rest}</p>" if is_broken else "")


def _plain(text: str) -> str:
    return escape(text).replace("\n", BREAK)


def _linked(figure: QuotedFigure, url: str) -> str:
    title, printed = escape(figure.label), escape(figure.printed)
    return f'<a class="quoted" href="{url}" title="{title}">{printed}</a>'


def section_at(revision: Revision, offset: int) -> NarrativeSection | None:
    """The section in which an offset stands."""
    found = (s for s in revision.narrativesection_set.all() if s.start <= offset < s.end)
    return next(found, None)

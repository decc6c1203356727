"""A narrative whose lines were cut at a width: its figures are read in the joined flow."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from disclosures.documents.narrative.page import Page
from disclosures.documents.national.flow import Flow, flow_of
from disclosures.records.narrative import Doubt, EmptyReason, FunctionLine, Section, Statement

Told = TypeVar("Told", FunctionLine, EmptyReason)
# Paragraphs of a narrative are longer than this; where no line is, all were cut.
WIDEST = 100
FEWEST = 6  # lines that are nearly as long as the longest
NEARLY = 0.9


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text end where a page does, and not where a paragraph does."""
    lengths = [len(line.strip()) for line in text.split("\n")]
    longest = max(lengths)
    return longest <= WIDEST and sum(each >= NEARLY * longest for each in lengths) >= FEWEST


def joined(page: Page) -> tuple[Page, Flow]:
    """A page of the same narrative with its lines joined, and where its text stands."""
    flow = flow_of(page.text)
    sections = tuple(_section(each, flow) for each in page.sections)
    return Page(flow.text, sections, unit=page.unit, year=page.year), flow


def take_over(page: Page, figures: Page, flow: Flow) -> None:
    """What was stated in the flow becomes what is stated in the document."""
    for key, each in figures.statements.items():
        page.statements.setdefault(key, _statement(each, flow, page.text))
    page.repeats += [_statement(each, flow, page.text) for each in figures.repeats]
    page.doubts += [
        Doubt(each.message, *flow.span(each.start, each.end)) for each in figures.doubts
    ]


def placed(told: Iterable[Told], flow: Flow) -> tuple[Told, ...]:
    """What was told in the flow, at its places in the document."""
    spans = ((each, flow.span(each.start, each.end)) for each in told)
    return tuple(replace(each, start=start, end=end) for each, (start, end) in spans)


def _section(section: Section, flow: Flow) -> Section:
    start, end = flow.at(section.start), flow.at(section.end)
    heading = flow.text[start : flow.at(section.start + len(section.heading))]
    return Section(section.number, heading, start, end)


def _statement(made: Statement, flow: Flow, text: str) -> Statement:
    start, end = flow.span(made.start, made.end)
    sentence = flow.span(*made.sentence)
    return replace(made, start=start, end=end, printed=text[start:end], sentence=sentence)

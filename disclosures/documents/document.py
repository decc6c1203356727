"""A file to everything that it says: its narrative, its form, its tables and what is doubtful."""

from collections import Counter
from dataclasses import dataclass, replace

from disclosures.classification.divisions import division_named_in, divisions
from disclosures.documents.book_from_narrative import book_from_narrative
from disclosures.documents.continued import joined_over_pages
from disclosures.documents.figures_only import is_figures, read_figures
from disclosures.documents.final_account.parts import is_account
from disclosures.documents.final_account.read import read_account
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import NATIONAL, Choice, form_for
from disclosures.documents.grids.book import BookReading, read_book
from disclosures.documents.grids.problem import Problem
from disclosures.documents.narrative.read import read_narrative
from disclosures.documents.national.papers import OTHER_PAPERS, other_paper
from disclosures.documents.national.read import read_national
from disclosures.documents.national.recognition import is_kunming_form, recognise_national
from disclosures.documents.one_book import one_book
from disclosures.documents.plain.read import said_plainly
from disclosures.documents.printed import Printed, printed_in
from disclosures.documents.recognition import order_to_a_department, recognise, unfilled_form
from disclosures.documents.refusal import Refusal, RefusedError
from disclosures.documents.tables_only import narrative_of_tables
from disclosures.documents.target_forms import arranged
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book

FIGURES = "application/json"
FEWEST_TABLES = 3  # of the national form, with rows, that make a file without prose a disclosure


@dataclass(frozen=True)
class Document:
    """A disclosure as one file prints it."""

    printed: Printed
    narrative: Narrative
    form: Choice | None
    book: Book
    problems: tuple[Problem, ...] = ()


def read_document(data: bytes, filename: str) -> Document | Refusal:
    """Read a file of any kind. A refusal says why it is no disclosure, and what to do."""
    try:
        if is_figures(data):
            narrative, book = read_figures(data)
            media = Printed(narrative.text, FIGURES)
            return Document(media, narrative, form_elsewhere(narrative), book)
        printed = printed_in(data, filename)
    except RefusedError as error:
        return error.refusal
    told = order_to_a_department(printed.text) or narrative_of(printed.text)
    if isinstance(told, Refusal):
        return _tables_only(printed, told)
    choice = form_of(told)
    stated = book_from_narrative(told, choice.form if choice else None)
    if not printed.grids or choice is None:
        return Document(printed, told, choice, stated, printed.problems)
    attached = attached_tables(printed, choice.form, told.year)
    return _joined(printed, told, choice, stated, attached)


def narrative_of(text: str) -> Narrative | Refusal:
    """The narrative of a text: Yunnan's final account, Kunming's budget, or any other city's."""
    if is_account(text):
        return read_account(text)
    refusal = None
    try:
        recognise(text)
    except RefusedError as error:
        refusal = error.refusal
    if refusal is None and is_kunming_form(text):
        return _filled(said_plainly(read_narrative(text), read_narrative))
    elsewhere = recognise_national(text)
    if elsewhere is None:
        return _filled(said_plainly(read_national(text), read_national))
    if refusal is not None:
        return refusal if is_kunming_form(text) else elsewhere
    return elsewhere if elsewhere.code in OTHER_PAPERS else _filled(read_narrative(text))


def _filled(narrative: Narrative) -> Narrative | Refusal:
    return unfilled_form(narrative) or narrative


def form_of(narrative: Narrative) -> Choice | None:
    """The form a narrative follows, by its division, year and list of tables."""
    titles = tuple(listed.title for listed in narrative.contents)
    chosen = form_for(division_of(narrative), narrative.year, titles, Kind(narrative.kind))
    if chosen is None and not is_kunming_form(narrative.text):
        return form_elsewhere(narrative)
    return chosen


def form_elsewhere(narrative: Narrative) -> Choice:
    """The form of the place that the publisher's name names and of its year, or the national."""
    place = division_named_in(narrative.department, divisions())
    own = form_for(place, narrative.year, kind=Kind(narrative.kind)) if place else None
    return own if own and own.form.by_meaning else Choice(NATIONAL)


def division_of(narrative: Narrative) -> str:
    """The 行政区划代码 that the 监督索引号 begins with, or "" when none is printed."""
    index = narrative.statement("doc.index_start")
    return str(index.value)[:6] if index else ""


def _tables_only(printed: Printed, refusal: Refusal) -> Document | Refusal:
    """A file without a narrative whose tables are those of a disclosure."""
    if not printed.grids:
        return refusal
    titles = (line for grid in printed.grids for line in grid.lines)
    other = other_paper("\n".join((printed.text, *titles)))
    if other is not None:
        return other
    narrative = narrative_of_tables(printed.text, printed.grids)
    choice = form_elsewhere(narrative)
    attached = attached_tables(printed, choice.form, narrative.year)
    filled = [each for each in attached.book if each.rows and not each.is_unknown]
    if len(filled) < FEWEST_TABLES:
        return refusal
    units = Counter(each.unit for each in filled)
    narrative = replace(narrative, printed_unit=units.most_common(1)[0][0])
    problems = (*printed.problems, *attached.problems)
    return Document(printed, narrative, choice, attached.book, problems)


def attached_tables(printed: Printed, form: Form, year: int | None = None) -> BookReading:
    """The tables that a file prints, whole over pages, its forms of targets read as one list."""
    targets = arranged(joined_over_pages(printed.grids), form)
    return targets.kept_with(read_book(targets.grids, form, year))


def _joined(
    printed: Printed, narrative: Narrative, choice: Choice, stated: Book, attached: BookReading
) -> Document:
    book = one_book(stated, attached.book, choice.form)
    problems = (*printed.problems, *attached.problems)
    return Document(printed, narrative, choice, book, problems)

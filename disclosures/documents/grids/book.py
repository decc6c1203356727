"""All grids of a document as one book: each is recognised as a table of the form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from disclosures.documents.forms.form import Form, FormTable
from disclosures.documents.forms.meaning import is_title, title_among
from disclosures.documents.grids.code_columns import score_of
from disclosures.documents.grids.columns import usual_words, vocabulary
from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.header import find_header
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.grids.sheet import MISSING, Expected, kept, read_sheet, words_of
from disclosures.documents.grids.units import unit_elsewhere
from disclosures.documents.grids.upright import has_figures
from disclosures.documents.grids.words import word
from disclosures.documents.one_book import numbered
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Sheet, unknown
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

ABOVE = 6  # rows of a grid that may hold its title
# Tables printed by unit here and by function there, under one title.
BY_FUNCTION = {"department-income": "income-by-function"}
BESIDE = {"备注", "序号", "说明"}  # words of columns beside any table's own
LIKENESS = 0.6  # the share of a table's header words by which an untitled grid is told


@dataclass(frozen=True)
class BookReading:
    """The book of a document's grids, and all that was wrong or worth a note on the way."""

    book: Book
    problems: tuple[Problem, ...] = ()


def read_book(grids: Sequence[Grid], form: Form, year: int | None = None) -> BookReading:
    """Every table of the form, in its order: read, or said to be missing.

    A form by meaning is nobody's own and does not say which tables a place prints, so that none
    can be missing. A grid that is no table of the form is kept as printed, after the ones that
    are; so is the second of two that are the same table, or the first where it is empty, which is
    said.
    """
    sheets: dict[str, Sheet] = {}
    grids_read: dict[str, Grid] = {}
    strangers: list[Sheet] = []
    problems: list[Problem] = []
    elsewhere = unit_elsewhere(grids)
    for grid, below in zip_longest(grids, grids[1:]):
        table = recognised(grid, form)
        if table is None:
            strangers.append(_stranger(grid))
            problems.append(_not_in_form(grid, form))
            continue
        spec = TABLES[table.table]
        title = _title(grid) if form.by_meaning else table.title
        place = Expected(spec, title, 0, form.unit, year, not form.by_meaning, elsewhere)
        reading = read_sheet(grid, place)
        if _is_bare(reading.sheet) and below is not None and _is_rest(below, form):
            reading = read_sheet(replace(grid, has_figures_below=True), place)
        first = sheets.get(table.table)
        is_better = first is None or (_is_bare(first) and not _is_bare(reading.sheet))
        if first is not None:
            strangers.append(_stranger(grids_read[table.table] if is_better else grid))
            problems.append(_again(grid, table, is_read=is_better))
        if is_better:
            sheets[table.table], grids_read[table.table] = reading.sheet, grid
            problems += reading.problems
    printed = [each for each in form if each.table in sheets or not form.by_meaning]
    ordered = [sheets.pop(each.table, _missing(each)) for each in printed]
    everything = [*ordered, *sheets.values(), *strangers]
    return BookReading(Book(tuple(numbered(everything))), tuple(problems))


def recognised(grid: Grid, form: Form) -> FormTable | None:
    """The table of a form that a grid is: by a title near it, else by what a title near it
    means, else by its header: a grid whose title says something else is something else.
    """
    near = tuple(titles(grid))
    for named in (form.table_titled, form.table_meant):
        if table := next(filter(None, map(named, near)), None):
            return _told_apart(grid, form, table)
    if any(map(is_title, near)):
        return None
    return _by_header(grid, form)


def _told_apart(grid: Grid, form: Form, table: FormTable) -> FormTable:
    """The table that a grid is by its columns, where two share a title."""
    other = form.table(BY_FUNCTION.get(table.table, ""))
    if other is None:
        return table
    header = find_header(grid, vocabulary(TABLES[other.table]))
    paths = [path for path in header.paths if path] if header else []
    fields = ("function_code", "function_name")
    is_by_code = any(score_of(each, path, fields) for path in paths for each in fields)
    return other if is_by_code or {path[-1] for path in paths} >= {"类", "款"} else table


def titles(grid: Grid) -> Iterator[str]:
    """Texts that may be the grid's title: those above it, nearest last, then the sheet's name."""
    yield from reversed(grid.lines)
    for row in range(min(ABOVE, grid.height)):
        texts = [place.text for place in grid.row(row) if place.text]
        if texts:
            yield texts[0]
    if grid.name:
        yield grid.name


def _by_header(grid: Grid, form: Form) -> FormTable | None:
    likeness = sorted(
        ((_likeness(grid, TABLES[each.table]), each.table) for each in (*form, *form.others)),
        reverse=True,
    )
    (best, name), (second, _) = likeness[0], likeness[1]
    return form.table(name) if best >= LIKENESS and best > second else None


def _likeness(grid: Grid, spec: TableSpec) -> float:
    """How much of two headers is shared, of all the words in either."""
    words = words_of(spec)
    header = find_header(grid, words)
    if header is None:
        return 0.0
    printed = {word(text) for path in header.paths for text in path}
    if printed - words - BESIDE:
        return 0.0  # columns of another table
    return len(printed & words) / max(len(printed | usual_words(spec)), 1)


def _stranger(grid: Grid) -> Sheet:
    return Sheet(
        unknown(0),
        _title(grid),
        0,
        TableState.AS_PRINTED,
        statement="\n".join(grid.notes),
        where=grid.where,
        kept=kept(grid),
    )


def _title(grid: Grid) -> str:
    near = tuple(titles(grid))
    said = title_among(near) or grid.name or next(iter(near), "")
    return (said or "无标题的表")[:200]


def _not_in_form(grid: Grid, form: Form) -> Problem:
    message = (
        f"“{_title(grid)}”不是“{form.label}”中的表，已按原样保留，"
        "其中的数字不参与核对与统计。请核对表名。"
    )
    return Problem(message, dict(grid.where), severity=Severity.NOTE)


def _again(grid: Grid, table: FormTable, *, is_read: bool) -> Problem:
    said = "前一张是空的，只读了这一张" if is_read else "只读了前一张，这一张按原样保留"
    return Problem(f"又一张“{table.title}”，{said}。请删去多余的表。", dict(grid.where))


def _is_bare(sheet: Sheet) -> bool:
    """Whether a table printed nothing below its header and no word why."""
    return sheet.state is TableState.DECLARED_EMPTY and not sheet.statement


def _is_rest(grid: Grid, form: Form) -> bool:
    """Whether a grid has figures and no title or header of its own: it may be another's rest."""
    if any(map(is_title, titles(grid))) or not has_figures(grid):
        return False
    return recognised(grid, form) is None


def _missing(table: FormTable) -> Sheet:
    return Sheet(table.table, table.title, 0, TableState.NOT_ATTACHED, statement=MISSING)

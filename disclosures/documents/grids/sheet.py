"""One grid as one table: its header found, its columns named, its rows read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from disclosures.classification.codes import CodeList, code_lists
from disclosures.classification.money import Unit, halfwidth
from disclosures.documents.grids.balance import (
    match_halves,
    named_lines,
    nameless,
    with_wide_labels,
)
from disclosures.documents.grids.blocks import side_by_side
from disclosures.documents.grids.body import Printed, lines_of, named_totals, read_row
from disclosures.documents.grids.columns import Match, match_columns, vocabulary
from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.header import Header, Path, find_header, numbers_columns
from disclosures.documents.grids.name_codes import named_codes
from disclosures.documents.grids.odd_amounts import odd_amounts
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.grids.relative import relative_paths
from disclosures.documents.grids.spread import shares, spread_columns
from disclosures.documents.grids.strange_columns import without_strange_columns
from disclosures.documents.grids.three_public import WORDS, Setting, read_three_public
from disclosures.documents.grids.uncoded import uncoded
from disclosures.documents.grids.unit_sums import unit_sums
from disclosures.documents.grids.units import Units, Usual, units_of
from disclosures.documents.grids.upright import is_figure, laid_down
from disclosures.documents.grids.words import word
from disclosures.records.printed_table import TableState
from disclosures.tables.book import KeptCell, Row, RowKind, Sheet, Where
from disclosures.tables.lines import Side
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import TableSpec
from disclosures.tables.three_public import ThreePublic

HIGHEST = 3  # rows of titles above a list of indicators
FEWEST_AMOUNTS = 2  # side by side above a header
LONG = 40  # characters of what is no title
MISSING = "原文件未附此表。"  # our own words for a table that was not attached
# What our own papers print below a table without rows that says nothing itself, read back as such.
SILENT = {
    TableState.NOT_ATTACHED: MISSING,
    TableState.DECLARED_EMPTY: "（空表，原文件没有说明。）",
}
NOTE = re.compile(
    r"^(?:注|说明|备注|附注)\d*[:：、.]|^(?:本|我|该|故)\S{0,12}(?:无|没有|空表|未|不涉及)"
)
AMOUNT = re.compile(r"-?[\d,]*[1-9][\d,]*(?:\.\d+)?|-?[\d,]+\.\d*[1-9]\d*")
NIL = re.compile(r"合计|总计|小计|总合计|支出合计|收入合计|-?0*(?:\.0+)?|[-—–/／]+")
EMPTINESS = re.compile(
    r"无此|没有|为空|空表|无数据|不涉及|未安排|无相关|未编制|无\S{0,16}(?:支出|预算|项目|内容)"
)


@dataclass(frozen=True)
class Reading:
    """A sheet with what was wrong on the way; `header` is where the grid's header was found."""

    sheet: Sheet
    problems: tuple[Problem, ...] = ()
    header: Header | None = None


@dataclass(frozen=True)
class Expected:
    """What is known of a table before its grid is read: its spec, title, place and unit.

    A table that is not `is_official` follows no form of its place: columns beyond the registry's
    are its own, not mistakes. `unit_elsewhere` is what the document's other tables print.
    """

    spec: TableSpec
    title: str
    position: int
    unit: Unit
    year: int | None = None
    is_official: bool = True
    unit_elsewhere: Unit | None = None


def read_sheet(grid: Grid, expected: Expected) -> Reading:
    """The table that a grid prints.

    A header that is not found, a column that no field or two fields claim and a cell that is no
    value of its column are problems; the text of a cell is kept whatever it says.
    """
    spec = expected.spec
    if _may_be_upright(spec):
        grid = laid_down(grid, words_of(spec))
    header = find_header(grid, words_of(spec))
    if header is None:
        problem = Problem(
            f"没有找到“{expected.title}”的表头，整张表按原样保留，没有逐列读取。请用官方模板的表头。",
            dict(grid.where),
        )
        statement = "\n".join(grid.notes)
        return Reading(_sheet(expected, grid, (), statement, TableState.AS_PRINTED), (problem,))
    if _is_a_sheet_of_lines(spec, header):
        return _kept_whole(grid, expected)
    lines = [*lines_of(grid, range(header.below, grid.height))]
    body, notes = _parted(lines, grid.width)
    usual = Usual(expected.unit, expected.is_official, expected.unit_elsewhere)
    units, said = units_of(grid, header, expected.title, usual)
    if units is None:
        statement = "\n".join((*notes, *grid.notes))
        return Reading(_sheet(expected, grid, (), statement, TableState.AS_PRINTED), said, header)
    rows, unmatched, wrong = _rows(grid, header, body, units, expected)
    rows, wrong = without_strange_columns(spec, rows, wrong)
    problems = (*unmatched, *wrong, *odd_amounts(spec, rows), *_figures_above(grid, header))
    problems += tuple(uncoded(spec, rows)) if grid.is_inferred else ()
    rows, unknown = named_codes(spec, rows, expected.year)
    problems += tuple(replace(each, where=dict(grid.where)) for each in unknown)
    statement = "\n".join((*notes, *grid.notes))
    if any(map(_says_something, rows)):
        sheet = _sheet(expected, grid, rows, statement, TableState.FILLED, units.own)
        if unmatched or _says_more_above(spec, grid, header):
            sheet = replace(sheet, kept=kept(grid))
        told = said if spec.money or spec.spread else ()  # no amounts, no unit
        return Reading(sheet, (*told, *problems), header)
    if _is_blank(spec, body) and not _has_figures_elsewhere(grid):
        is_missing = statement.strip() == MISSING
        state = TableState.NOT_ATTACHED if is_missing else TableState.DECLARED_EMPTY
        statement = "" if statement == SILENT[TableState.DECLARED_EMPTY] else statement
        return Reading(_sheet(expected, grid, (), statement, state), problems, header)
    unread = Problem(
        f"“{expected.title}”印有内容，但各列无法与表式对应，整张表按原样保留。请核对表头。",
        dict(grid.where),
    )
    sheet = _sheet(expected, grid, (), statement, TableState.AS_PRINTED)
    return Reading(sheet, (*problems, unread), header)


def _figures_above(grid: Grid, header: Header) -> Iterator[Problem]:
    """What was left out where a header was found in the midst of figures: one that is repeated."""
    for row in range(header.top):
        places = [place for place in grid.row(row) if AMOUNT.fullmatch(halfwidth(place.text))]
        if len(places) >= FEWEST_AMOUNTS:
            message = "表头上面还印有数字，没有读出。请对照原页核对表头并录入。"
            yield Problem(message, dict(places[0].where or grid.where), places[0].text)
            return


def _may_be_upright(spec: TableSpec) -> bool:
    """Whether a table is a list of one kind of row with several amounts."""
    return not spec.halves and spec.model is not ThreePublic and len(spec.money) > FEWEST_AMOUNTS


def _has_figures_elsewhere(grid: Grid) -> bool:
    """Whether a table without rows prints figures all the same: in or above what was taken for its
    header, or below it where they are in no table. Then nobody declares it empty.
    """
    rows = range(grid.height)
    index = {row for row in rows if numbers_columns([each.text for each in grid.row(row)])}
    inside = (place for place in grid.places if place.row not in index)
    return grid.has_figures_below or any(is_figure(place.text) for place in inside)


def _is_a_sheet_of_lines(spec: TableSpec, header: Header) -> bool:
    """Whether targets are told in lines (name, money, goal) above a list of indicators."""
    return issubclass(spec.model, PerformanceTarget) and header.top > HIGHEST


def _kept_whole(grid: Grid, expected: Expected) -> Reading:
    message = f"“{expected.title}”不是一行一个指标的表，按原样保留。"
    note = Problem(message, dict(grid.where), severity=Severity.NOTE)
    statement = "\n".join(grid.notes)
    return Reading(_sheet(expected, grid, (), statement, TableState.AS_PRINTED), (note,))


def kept(grid: Grid) -> tuple[KeptCell, ...]:
    """Every place of a grid that says something, as it was printed."""
    return tuple(
        KeptCell(each.text, each.row, each.column, each.rows, each.columns, each.where)
        for each in grid.places
        if each.text
    )


def _says_more_above(spec: TableSpec, grid: Grid, header: Header) -> bool:
    """Whether a goal stands above the indicators, which are all that is read."""
    above = (place.text for place in grid.places if place.row < header.top)
    return issubclass(spec.model, PerformanceTarget) and any(len(each) > LONG for each in above)


def _is_blank(spec: TableSpec, body: Sequence[Printed]) -> bool:
    """Whether nothing is printed below the header but the names of sums, zeros and dashes.

    The lines of a balance have their labels whether or not they hold money.
    """
    texts = {
        "".join(halfwidth(place.text).split()) for line in body for place in line.places.values()
    }
    if spec.halves:
        return not any(map(is_figure, texts))
    return all(map(NIL.fullmatch, texts))


def _says_something(row: Row) -> bool:
    """Whether a row is more than the word 合计 or the label of a line."""
    named = ("side", "line", "label", "function_code")
    return any(
        cell.value is not None and not (row.kind is RowKind.TOTAL and isinstance(cell.value, str))
        for name, cell in row.cells.items()
        if name not in named or "side" not in row.cells
    )


def _rows(
    grid: Grid, header: Header, body: Sequence[Printed], units: Units, expected: Expected
) -> tuple[tuple[Row, ...], list[Problem], list[Problem]]:
    """The rows, what of the header is no column of the table, and what is wrong in the rows."""
    spec = expected.spec
    if spec.model is ThreePublic:
        return _three_public(grid, header, body, units, expected)
    header = replace(header, paths=relative_paths(header.paths, expected.year))
    if not spec.halves:
        return _one_list(grid, header, body, units, expected)
    found: list[Row] = []
    unmatched: list[Problem] = []
    wrong: list[Problem] = []
    functions: CodeList = code_lists().functions
    for half, match in match_halves(spec, header):
        lines = with_wide_labels(match, body)
        rows, said = _read(spec, match, lines, units, (), header.paths)
        found += named_lines(Side(half.side), rows, functions, expected.year)
        unmatched += _unmatched(grid, expected, header, match, ())
        wrong += (*said, *nameless(spec, rows))
    return tuple(found), unmatched, wrong


def _three_public(
    grid: Grid, header: Header, body: Sequence[Printed], units: Units, expected: Expected
) -> tuple[tuple[Row, ...], list[Problem], list[Problem]]:
    """The rows of a table of the three public expenses."""
    is_final = "决算" in expected.title
    setting = Setting(expected.spec, units, expected.year, is_final, header.paths)
    rows, strangers, wrong = read_three_public(setting, body, _places_of(grid, header))
    if grid.is_inferred:
        strangers = [replace(each, severity=Severity.ERROR) for each in strangers]
    return rows, strangers, wrong


def _one_list(
    grid: Grid, header: Header, body: Sequence[Printed], units: Units, expected: Expected
) -> tuple[tuple[Row, ...], list[Problem], list[Problem]]:
    """The rows of a list, which may go on to the right of itself."""
    spec = expected.spec
    rows: list[Row] = []
    unmatched: list[Problem] = []
    wrong: list[Problem] = []
    header, blocks = side_by_side(header)
    for block in blocks:
        match = match_columns(spec, spec.header, header.paths, block)
        extra = spread_columns(spec, match, header.paths)
        read, said = _read(spec, match, body, units, extra, header.paths)
        rows += read
        unmatched += _unmatched(grid, expected, header, match, extra)
        wrong += said
    return tuple(rows), unmatched, wrong


def _read(
    spec: TableSpec,
    match: Match,
    body: Sequence[Printed],
    units: Units,
    extra: Sequence[int],
    paths: Sequence[Path],
) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    above: dict[str, str] = {}
    for line in body:
        row, said = read_row(spec, match, line, units, above)
        problems += said
        if row is None:
            continue
        above |= {each: str(row.value(each)) for each in match.split if row.value(each)}
        if spec.spread and extra:
            row, said = shares(spec, spec.spread, row, line, extra, paths, units)
            problems += said
        rows.append(row)
    return unit_sums(spec, named_totals(spec, rows)), problems


def _parted(lines: Sequence[Printed], width: int) -> tuple[list[Printed], list[str]]:
    """The body, and the notes below it: rows of a single text that says something of the table."""
    end = len(lines)
    notes: list[str] = []
    while end and (text := _single_text(lines[end - 1])) is not None:
        if text and not _is_note(text, lines[end - 1], width):
            break
        notes += [text] if text else []
        end -= 1
    return list(lines[:end]), notes[::-1]


def _is_note(text: str, line: Printed, width: int) -> bool:
    """Whether the only text of a row is a note: by its words, or merged over the whole width."""
    across = max((place.columns for place in line.places.values()), default=0)
    return bool(NOTE.search(text) or EMPTINESS.search(text) or 1 < width == across)


def _single_text(line: Printed) -> str | None:
    """The only text of a row, "" for a blank one, None when there are several."""
    texts = {place.text.strip() for place in line.places.values() if place.text.strip()}
    return next(iter(texts), "") if len(texts) < 2 else None


def words_of(spec: TableSpec) -> frozenset[str]:
    """The words by which a table's header is found."""
    return vocabulary(spec) | (WORDS if spec.model is ThreePublic else frozenset())


def _places_of(grid: Grid, header: Header) -> dict[int, Where | None]:
    """Where the header of each column stands in the source."""
    return {place.column: place.where for place in grid.places if place.row < header.below}


def _unmatched(
    grid: Grid, expected: Expected, header: Header, match: Match, extra: Sequence[int]
) -> list[Problem]:
    """What of the header is no column of the table, or could be several."""
    spec = expected.spec
    where = _places_of(grid, header)
    problems = [
        Problem(
            f"列“{' › '.join(header.paths[column])}”不在表式“{spec.title}”中，未读。"
            "请核对表头，或删去该列。",
            where.get(column) or dict(grid.where),
            severity=Severity.ERROR
            if expected.is_official
            or _is_sum_of_nothing(header.paths[column])
            or (grid.is_inferred and _prints_figures(grid, header, column))
            else Severity.NOTE,
        )
        for column in match.strangers
        if column not in extra
    ]
    return problems + [
        Problem(
            f"有几列都可能是“{spec.label(field)}”，无法分辨，未读。请补全上级表头。",
            dict(grid.where),
        )
        for field in match.ambiguous
    ]


def _prints_figures(grid: Grid, header: Header, column: int) -> bool:
    """Whether amounts stand in a column: where no lines part it, its heads may be another's."""
    return any(
        place.column == column and place.row >= header.below and is_figure(place.text)
        for place in grid.places
    )


def _is_sum_of_nothing(path: Path) -> bool:
    """Whether a column says 合计 or 小计 and nothing of what: its group was not read."""
    return len(path) == 1 and word(path[0]) == word("合计")


def _sheet(
    expected: Expected,
    grid: Grid,
    rows: tuple[Row, ...],
    statement: str,
    state: TableState,
    unit: Unit | None = None,
) -> Sheet:
    return Sheet(
        table=expected.spec.name,
        title=expected.title,
        position=expected.position,
        state=state,
        unit=unit.value if unit else "",
        rows=rows,
        statement=statement,
        where=dict(grid.where),
        kept=kept(grid) if state is TableState.AS_PRINTED else (),
    )

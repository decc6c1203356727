"""Performance targets that are printed as a form for each project, as one list of indicators.

Many places print 项目支出绩效目标 as a sheet of name and value (项目名称, 主管部门, 资金, 目标)
with a short list of indicators below (the manner of 财预〔2021〕101号's declaration form), one
sheet a project and often many projects to a grid. What a reader of tables wants is one row an
indicator with its project beside it: the same cells, each still at its own place, only arranged
anew. The sheets themselves stay with the table as they were printed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from disclosures.classification.money import halfwidth
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.meaning import is_title, title_among
from disclosures.documents.grids.book import BookReading, titles
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.sheet import HIGHEST, kept
from disclosures.tables.book import Book, KeptCell, Sheet

EVALUATION = "project-self-evaluation"
TARGETS = ("project-performance", "department-performance", EVALUATION)
PROJECT = "项目名称"
LEVELS = ("一级指标", "二级指标", "三级指标")
FEWEST_LEVELS = 2  # heads that make a row the head of a list of indicators
# Column of the list to what the form calls it; the first that is met counts.
LABELS: dict[str, re.Pattern[str]] = {
    PROJECT: re.compile(r"项目名称"),
    "单位名称": re.compile(
        r"(?:实施单位|项目单位|部门\(?单位\)?名称|部门名称|单位名称)(?:\((?:盖章|公章)\))?"
    ),
    "项目年度绩效目标": re.compile(
        r"(?:年度|当年|总体|整体|年度总体|年度绩效|当年绩效|整体绩效|年度整体|项目年度绩效)目标"
    ),
}

# A self-evaluation prints a goal and its outcome below two heads that stand side by side.
GOAL, OUTCOME = "项目年度绩效目标", "年度目标实际完成情况"
AIMED = re.compile(r"(?:项目|年度|年初|全年|总体|绩效|预期|设定)*目标")
CAME = re.compile(r"(?:年度|全年|总体|绩效|目标|实际)*完成情况(?:综述)?")
# What stands below the indicators: points, remarks, a conclusion, who signed.
AFTER = re.compile(
    r"总分|合计|总计|小计|得分|(?:其他)?需要?说明的?(?:事项|问题|情况)"
    r"|(?:自评|评价)(?:结论|等级|结果)"
    r"|存在的?(?:主要)?问题|改进措施|备注|(?:项目|财务|单位)?负责人.*|(?:填表|填报|联系)人.*"
)


@dataclass(frozen=True)
class _Block:
    """One form: its rows `top` to before `head` are lines, those below `head` its indicators."""

    top: int
    head: int
    below: int


@dataclass(frozen=True)
class TargetForms:
    """The grids of a document with its forms of targets arranged, and those forms as printed."""

    grids: tuple[Grid, ...]
    originals: dict[str, tuple[Grid, ...]]

    def kept_with(self, reading: BookReading) -> BookReading:
        """A reading of the arranged grids whose sheets keep the forms as they were printed."""
        sheets = (self._with_originals(each) for each in reading.book)
        return replace(reading, book=Book(tuple(sheets)))

    def _with_originals(self, sheet: Sheet) -> Sheet:
        printed = self.originals.get(sheet.table)
        if printed is None:
            return sheet
        then = [dict(grid.where) for grid in printed[1:] if grid.where]
        where = {**sheet.where, "then": then} if then else sheet.where
        return replace(sheet, kept=tuple(_below_each_other(printed)), where=where)


def arranged(grids: Sequence[Grid], form: Form) -> TargetForms:
    """Every run of forms of the same targets as one grid, at the place of the first."""
    runs: dict[str, list[Grid]] = {}
    made: list[Grid | str] = []
    last = ""
    for grid in grids:
        blocks = _blocks(grid)
        last = _targets(grid, form, last) if blocks else ""
        if not last:
            made.append(grid)
        elif last in runs:
            runs[last].append(grid)
        else:
            runs[last] = [grid]
            made.append(last)
    one = (each if isinstance(each, Grid) else _one_list(runs[each]) for each in made)
    return TargetForms(tuple(one), {name: tuple(run) for name, run in runs.items()})


def _targets(grid: Grid, form: Form, last: str) -> str:
    """Which targets the forms of a grid are, by their title; untitled ones go on with the last."""
    near = tuple(titles(grid))
    for named in (form.table_titled, form.table_meant):
        if table := next(filter(None, map(named, near)), None):
            return table.table if table.table in TARGETS else ""
    return "" if any(map(is_title, near)) else last


def _blocks(grid: Grid) -> list[_Block]:
    """The forms of a grid; none where the indicators have no lines above them."""
    heads = [row for row in range(grid.height) if _is_head(grid, row)]
    if not heads or heads[0] <= HIGHEST:
        return []
    begins = [row for row in range(grid.height) if _begins(grid, row)]
    tops = [_top(begins, after, head) for after, head in pairwise([-1, *heads])]
    ends = [top for top in tops[1:] if top is not None]
    blocks: list[_Block] = []
    for top, head in zip(tops, heads, strict=True):
        below = min((each for each in (*ends, *heads) if each > head), default=grid.height)
        first = top if top is not None else blocks[-1].top if blocks else 0
        blocks.append(_Block(first, head, below))
    return blocks


def _top(begins: list[int], after: int, head: int) -> int | None:
    """Where the form of a head begins; None where its indicators go on under a head again."""
    return next((row for row in begins if after < row < head), None)


def _is_head(grid: Grid, row: int) -> bool:
    return len({_plain(place.text) for place in grid.row(row)} & {*LEVELS}) >= FEWEST_LEVELS


def _begins(grid: Grid, row: int) -> bool:
    first = next(iter(grid.row(row)), None)
    return first is not None and _plain(first.text) == PROJECT


def _plain(text: str) -> str:
    return re.sub(r"[\s:：]", "", halfwidth(text))


def _one_list(run: Sequence[Grid]) -> Grid:
    """The indicators of all forms below one head, each beside what its form says of it."""
    rows = [row for grid in run for block in _blocks(grid) for row in _rows(grid, block)]
    printed = dict.fromkeys(head for row in rows for head in row)
    heads = [
        *(head for head in LABELS if head in printed),
        *(h for h in printed if h not in LABELS),
    ]
    places = [Place(head, 0, column) for column, head in enumerate(heads)]
    places += [
        replace(place, row=number, column=heads.index(head), rows=1, columns=1)
        for number, row in enumerate(rows, start=1)
        for head, place in row.items()
    ]
    lines = (*run[0].lines, title_among(titles(run[0])))
    made = replace(run[0], places=tuple(places), lines=lines)
    return replace(made, height=len(rows) + 1, width=len(heads))


def _rows(grid: Grid, block: _Block) -> Iterator[dict[str, Place]]:
    """Each indicator: head to place, those of the form's lines among them."""
    told = _told(grid, block)
    columns = _columns(grid, block)
    for row in range(block.head + 1, block.below):
        found = {
            columns[place.column]: place
            for place in grid.places
            if place.row <= row < place.row + place.rows
            and place.row > block.head
            and place.column in columns
            and place.text
        }
        if _is_after(grid, row, columns):
            continue
        if any(_plain(head) not in LEVELS[:2] for head in found):
            yield told | found


def _columns(grid: Grid, block: _Block) -> dict[int, str]:
    """Column to head; a head over several columns of the row of levels is none of its own."""
    ends = block.head + 1
    return {
        column: place.text
        for place in grid.places
        if place.text and place.row >= block.top and place.row + place.rows >= ends
        if place.row == block.head or (place.row < block.head and place.row + place.rows == ends)
        for column in range(place.column, place.column + place.columns)
    }


def _is_after(grid: Grid, row: int, columns: Mapping[int, str]) -> bool:
    """Whether a row is no indicator: it says so, or a cell covers what the heads tell apart.

    A row that prints an indicator's own name is one, across however many columns its target stands.
    """
    own = [place for place in grid.row(row) if place.text]
    if own and AFTER.fullmatch(_plain(own[0].text)):
        return True
    covered = [
        {
            _plain(columns[each])
            for each in range(place.column, place.column + place.columns)
            if each in columns
        }
        for place in own
    ]
    if {LEVELS[-1]} in covered:
        return False
    return any(len(heads) > 1 and heads - {*LEVELS} for heads in covered)


def _told(grid: Grid, block: _Block) -> dict[str, Place]:
    """What the lines of a form say, by the columns of the list."""
    found, heads = _below(grid, block)
    for row in range(block.top, block.head):
        for label, value in pairwise(place for place in grid.row(row) if place.text):
            for column, pattern in LABELS.items():
                is_head = bool(CAME.fullmatch(_plain(value.text))) or value.text in heads
                if column not in found and not is_head and pattern.fullmatch(_plain(label.text)):
                    found[column] = value
    return found


def _below(grid: Grid, block: _Block) -> tuple[dict[str, Place], set[str]]:
    """What stands below the heads of a goal and its outcome, and these heads."""
    for row in range(block.top, block.head):
        for goal, outcome in pairwise(place for place in grid.row(row) if place.text):
            if not (AIMED.fullmatch(_plain(goal.text)) and CAME.fullmatch(_plain(outcome.text))):
                continue
            under = {GOAL: _under(grid, goal, block), OUTCOME: _under(grid, outcome, block)}
            found = {column: place for column, place in under.items() if place is not None}
            return found, {goal.text, outcome.text}
    return {}, set()


def _under(grid: Grid, head: Place, block: _Block) -> Place | None:
    """What stands right below a head, as far as the indicators."""
    below = head.row + head.rows
    same = (each for each in grid.row(below) if each.column == head.column and each.text)
    return next(same, None) if below < block.head else None


def _below_each_other(grids: Sequence[Grid]) -> Iterator[KeptCell]:
    """The cells of several grids as one, each grid below the one before."""
    down = 0
    for grid in grids:
        yield from (replace(cell, row=cell.row + down) for cell in kept(grid))
        down += grid.height

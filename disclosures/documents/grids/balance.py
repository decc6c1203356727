"""The two lists of a balance, printed side by side: which columns, and which line is which."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from disclosures.classification.codes import CodeList
from disclosures.documents.grids.body import Printed
from disclosures.documents.grids.code_columns import (
    ECONOMIC,
    FUNCTION,
    GOVERNMENT,
    classification_of,
)
from disclosures.documents.grids.columns import Match, match_columns
from disclosures.documents.grids.header import Header, Path
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.words import folded
from disclosures.tables.book import Cell, Row
from disclosures.tables.columns import Half
from disclosures.tables.lines import Line, Side
from disclosures.tables.spec import TableSpec

# What a line is called, besides its own label; brackets, numbering and spaces are folded away.
CALLED: dict[Line, str] = {
    Line.GENERAL_BUDGET: r"一般公共预算.*|(?:财政拨款|预算拨款)收入",
    Line.GOVERNMENT_FUND: r"政府性基金.*",
    Line.STATE_CAPITAL: r"国有资本经营.*",
    Line.SPECIAL_ACCOUNT: r"财政专户.*",
    Line.UNIT_FUNDS: r"单位资金.*|单位自筹.*|自有资金",
    Line.SERVICE_INCOME: r"事业收入(?:资金)?",
    Line.BUSINESS_INCOME: r"(?:事业单位)?经营收入(?:资金)?",
    Line.SUPERIOR_SUBSIDY: r"上级补助(?:收入)?(?:资金)?",
    Line.REMITTED_INCOME: r"附属单位上缴(?:收入)?(?:资金)?",
    Line.OTHER_INCOME: r"其他收入(?:资金)?",
    Line.INCOME_THIS_YEAR: r"本年收入(?:合计|小计)?|当年收入(?:合计|小计)?|本年财政拨款收入",
    Line.CARRIED_FORWARD: r"(?:上年|年初)(?:财政拨款)?结[结转余和及]*(?:收入|资金)?",
    Line.NON_FISCAL_BALANCE: r"(?:使用|动用)非财政拨款结余.*|(?:用|使用)事业基金.*",
    Line.INCOME_TOTAL: r"收入(?:总计|总合计)|收入预算总计|总计|收入合计",
    Line.EXPENDITURE_THIS_YEAR: r"本年支出(?:合计|小计)?|当年支出(?:合计|小计)?",
    Line.BALANCE_DISTRIBUTED: r"结余分配",
    Line.YEAR_END: r"(?:年终|年末)结[结转余和及]*|结转下年.*|结转结余",
    Line.EXPENDITURE_TOTAL: r"支出(?:总计|总合计)|支出预算总计|总计|支出合计",
}
BEYOND = (ECONOMIC, GOVERNMENT)
INCOME = tuple(Line)[: tuple(Line).index(Line.INCOME_TOTAL) + 1]
BUDGETS = {
    Line.GENERAL_BUDGET: Line.CARRIED_FORWARD_GENERAL_BUDGET,
    Line.GOVERNMENT_FUND: Line.CARRIED_FORWARD_GOVERNMENT_FUND,
    Line.STATE_CAPITAL: Line.CARRIED_FORWARD_STATE_CAPITAL,
}
LABEL, AMOUNT = "label", "amount"
PURPOSE = re.compile(r"(?:支出|资金|按)(?:性质|用途|结构|构成|类别)")
FISCAL = re.compile(r"(?:财政拨款|预算拨款)收入")
NUMBERED = re.compile(r"^\s*[一二三四五六七八九十]+、")


def match_halves(spec: TableSpec, header: Header) -> list[tuple[Half, Match]]:
    """The columns of each half: the grid is cut where the left list's columns begin again."""
    cut = _cut(header)
    parts = (range(cut), range(cut, _end(header, cut)))
    return [
        (half, _labelled(match_columns(spec, half.header, header.paths, tuple(part))))
        for half, part in zip(spec.halves, parts, strict=True)
    ]


def _labelled(match: Match) -> Match:
    """The columns of a half, the one before its amounts as its labels, whatever heads that."""
    if LABEL in match.columns or AMOUNT not in match.columns:
        return match
    before = [each for each in match.strangers if each < match.columns[AMOUNT]]
    if len(before) != 1:
        return match
    left = tuple(each for each in match.strangers if each not in before)
    return replace(match, columns={**match.columns, LABEL: before[0]}, strangers=left)


def with_wide_labels(match: Match, body: Sequence[Printed]) -> list[Printed]:
    """The lines of a half, each amount of a label that is merged over the amounts' column too: it
    stands behind the label, among those of a further list.
    """
    return [_widened(match, line) for line in body]


def _widened(match: Match, line: Printed) -> Printed:
    column = match.columns.get(AMOUNT, -1)
    label = line.places.get(match.columns.get(LABEL, -1))
    if label is None or column in line.places or label.column + label.columns <= column:
        return line
    behind = [at for at in line.places if at >= label.column + label.columns]
    if not behind:
        return line
    return Printed(line.number, {**line.places, column: line.places[min(behind)]})


def _end(header: Header, cut: int) -> int:
    """Where a third list begins, of the same expenditure by economic classification or by what it
    is for.
    """
    first = header.paths[cut] if cut < len(header.paths) else ()
    columns = range(cut + 1, len(header.paths))
    further = (each for each in columns if _is_beyond(header.paths[each], first))
    return next(further, len(header.paths))


def _is_beyond(path: Path, first: Path) -> bool:
    """Whether a column is of another list than the one that begins with the column `first`."""
    by_purpose = [text for text in path if PURPOSE.search(text) and text not in first]
    return classification_of(path[-1:]) in BEYOND or bool(by_purpose)


def _cut(header: Header) -> int:
    """Where the expenditure's columns begin."""
    for column, path in enumerate(header.paths):
        if column and path and folded(path[0]).startswith("支出"):
            return column
    for column, path in enumerate(header.paths):
        if column and path and classification_of(path[-1:]) == FUNCTION:
            return column
    leaves = [folded(path[-1])[:2] if path else "" for path in header.paths]
    again = (column for column in range(1, len(leaves)) if leaves[column] == leaves[0])
    return next(again, (len(leaves) + 1) // 2)


def named_lines(
    side: Side, rows: Iterable[Row], functions: CodeList, year: int | None
) -> Iterator[Row]:
    """The rows of one side, each with its side, and its line and function code where known."""
    carried = False
    rows = list(rows)
    labels = [str(row.value("label") or "") for row in rows]
    is_parted = any(not _is_fiscal(each) and _is_general(each, side) for each in labels)
    for row, label in zip(rows, labels, strict=True):
        line = None if is_parted and _is_fiscal(label) else line_called(label, side)
        carried = line is Line.CARRIED_FORWARD or (carried and line in BUDGETS)
        if carried and line in BUDGETS:
            line = BUDGETS[line]
        code = _function(label, functions, year) if side is Side.EXPENDITURE and not line else None
        cells = dict(row.cells) | {"side": Cell(side.value, "")}
        if code:
            cells |= {"function_code": Cell(code, "")}
        if line or code:
            cells |= {"line": Cell((line or Line.FUNCTION).value, "")}
        yield replace(row, cells=cells)


def _is_fiscal(label: str) -> bool:
    """Whether a line is all appropriations: the general budget's where none is told by itself."""
    return bool(FISCAL.fullmatch(folded(label)))


def _is_general(label: str, side: Side) -> bool:
    return line_called(label, side) is Line.GENERAL_BUDGET


def nameless(spec: TableSpec, rows: Iterable[Row]) -> Iterator[Problem]:
    """A doubt for each row that has an amount and no name: nobody can tell what it is."""
    for row in rows:
        amounts = [row.cells[name].printed for name in spec.money if row.money(name)]
        if amounts and not row.value(LABEL):
            message = "这一行有金额而没有项目名称，可能与相邻的格子分错了。请对照原页核对。"
            yield Problem(message, dict(row.where or {}), amounts[0])


def line_called(label: str, side: Side) -> Line | None:
    """The line that a printed label names, or None."""
    bare = folded(label)
    lines: Sequence[Line] = [line for line in CALLED if (line in INCOME) == (side is Side.INCOME)]
    return next((line for line in lines if re.fullmatch(CALLED[line], bare)), None)


def _function(label: str, functions: CodeList, year: int | None) -> str | None:
    """The 类 code of a label such as 一、一般公共服务支出, by its name."""
    name = NUMBERED.sub("", label).strip()
    if not name:
        return None
    top = {
        code.code
        for code in functions
        if len(code.code) == 3 and code.in_force(year) and code.is_named(folded(name))
    }
    return top.pop() if len(top) == 1 else None

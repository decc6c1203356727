"""Table rows that the narrative states in words: functions, 三公, key projects, procurement.

Pure. Each row carries its sentence, each cell the span and the text it was taken from. A column
that the narrative says nothing of is absent from the row, as if the form did not print it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from disclosures.classification.codes import Code, CodeList, code_lists
from disclosures.records.narrative import FunctionLine, Narrative, Statement
from disclosures.tables.book import Cell, Origin, Row, RowKind, Where
from disclosures.tables.shapes import is_code

GENERAL_BUDGET, GOVERNMENT_FUND = "general-budget-by-function", "government-fund-expenditure"

# The budget of a function code -> the table that lists it. State capital and insurance have none.
TABLE_OF_BUDGET = {
    "general": GENERAL_BUDGET,
    "government_fund": GOVERNMENT_FUND,
    "special_bond": GOVERNMENT_FUND,
}
STATE_CAPITAL = "state_capital"

THREE_PUBLIC = {
    "total": "sangong.total",
    "abroad": "sangong.abroad",
    "vehicles": "sangong.vehicle",
    "vehicle_purchase": "sangong.vehicle_purchase",
    "vehicle_running": "sangong.vehicle_run",
    "reception": "sangong.reception",
}
PROCUREMENT = (("货物", "proc.goods"), ("服务", "proc.services"), ("工程", "proc.works"))
LENGTHS = (7, 5, 3)  # of 项, 款 and 类 codes
PROJECT = re.compile(r"project(\d+)\.(?:name|amount|goal)")


def rows_from_narrative(narrative: Narrative) -> dict[str, tuple[Row, ...]]:
    """Registry name to rows, for the tables of which the narrative states any."""
    found = {
        GENERAL_BUDGET: functions(narrative, GENERAL_BUDGET),
        GOVERNMENT_FUND: functions(narrative, GOVERNMENT_FUND),
        "three-public": three_public(narrative),
        "project-expenditure": projects(narrative),
        "project-performance": project_goals(narrative),
        "procurement": procurement(narrative),
    }
    return {name: rows for name, rows in found.items() if rows}


def functions(narrative: Narrative, table: str) -> tuple[Row, ...]:
    """The 功能科目 lines of section 四 whose budget is this table's; only their totals are stated.

    A line whose budget cannot be told stands in no table; it stays a figure of the narrative.
    """
    lines = [each for each in narrative.functions if _table_of(each, narrative) == table]
    codes = [each.code for each in lines if each.code]
    return tuple(_function_row(narrative, each, codes) for each in lines)


def three_public(narrative: Narrative) -> tuple[Row, ...]:
    """One row with the amounts of section 七, or none when nothing is stated."""
    cells = {
        column: _amount(statement)
        for column, key in THREE_PUBLIC.items()
        if (statement := narrative.statement(key)) is not None
    }
    first = next((s for key in THREE_PUBLIC.values() if (s := narrative.statement(key))), None)
    return (_row(cells, _sentence(first)),) if first else ()


def projects(narrative: Narrative) -> tuple[Row, ...]:
    """The key projects of section 八 with their amounts, in order."""
    columns = (("project_name", "name", _text), ("total", "amount", _amount))
    return tuple(row for row in _project_rows(narrative, columns) if row.cells)


def project_goals(narrative: Narrative) -> tuple[Row, ...]:
    """The key projects of section 八 with their goals; indicators are not stated one by one."""
    columns = (("project_name", "name", _text), ("annual_goal", "goal", _text))
    return tuple(row for row in _project_rows(narrative, columns) if "annual_goal" in row.cells)


def procurement(narrative: Narrative) -> tuple[Row, ...]:
    """货物, 服务 and 工程 with the 合计 of section 六."""
    stated = [(kind, narrative.statement(key)) for kind, key in PROCUREMENT]
    rows = [_procurement_row(narrative, kind, each) for kind, each in stated if each is not None]
    total = narrative.statement("proc.total")
    if total is not None:
        rows.append(_row({"total": _amount(total)}, _sentence(total), RowKind.TOTAL))
    return tuple(rows)


def _procurement_row(narrative: Narrative, kind: str, statement: Statement) -> Row:
    sentence = _sentence(statement)
    named = _word(narrative, kind, sentence, statement.start)
    return _row({"catalogue": Cell(kind, kind, named), "total": _amount(statement)}, sentence)


Reading = Callable[[Statement], Cell]


@dataclass(frozen=True)
class _Project:
    """What is stated of one key project, by part (name, amount, goal)."""

    stated: dict[str, Statement]


def _project_rows(
    narrative: Narrative, columns: Iterable[tuple[str, str, Reading]]
) -> tuple[Row, ...]:
    wanted = tuple(columns)
    return tuple(_project_row(each, wanted) for each in _projects(narrative))


def _project_row(project: _Project, columns: tuple[tuple[str, str, Reading], ...]) -> Row:
    stated = project.stated
    cells = {column: read(stated[part]) for column, part, read in columns if part in stated}
    return _row(cells, _sentence(next(iter(stated.values()))))


def _projects(narrative: Narrative) -> Iterator[_Project]:
    found: dict[int, dict[str, Statement]] = {}
    for each in narrative.statements:
        if match := PROJECT.fullmatch(each.key):
            found.setdefault(int(match[1]), {})[each.key.rpartition(".")[2]] = each
    for _, stated in sorted(found.items()):
        yield _Project(stated)


def _function_row(narrative: Narrative, line: FunctionLine, codes: list[str]) -> Row:
    where = {"section": "四", "start": line.start, "end": line.end}
    statement = narrative.statement(line.key)
    until = statement.start if statement else line.end
    code = line.code if line.code and is_code(line.code) else None
    place = _word(narrative, line.printed_code, where, until)
    cells = {"function_code": Cell(code, line.printed_code, place)}
    if line.names:
        name = line.names[-1]
        cells["function_name"] = Cell(name, name, _word(narrative, name, where, until))
    if statement is not None:
        cells["total"] = _amount(statement)
    above = any(code and each != code and each.startswith(code) for each in codes)
    return _row(cells, where, RowKind.SUBTOTAL if above else RowKind.DETAIL)


def _table_of(line: FunctionLine, narrative: Narrative) -> str | None:
    """The table of a line, when everything known of it leaves only one."""
    budgets = _budgets(line, narrative.year)
    if len(budgets) > 1:
        budgets -= {each for each, key in _BUDGET_KEYS.items() if narrative.number(key) == 0}
    tables = {TABLE_OF_BUDGET.get(each) for each in budgets}
    return tables.pop() if len(tables) == 1 else None


# What section 三 says of a budget: one without money has no expenditure either.
_BUDGET_KEYS = {
    "government_fund": "fiscal.fund",
    "special_bond": "fiscal.fund",
    STATE_CAPITAL: "fiscal.capital",
}


def _budgets(line: FunctionLine, year: int | None) -> set[str]:
    """The budgets that a line may belong to, by its code or else by the name of its 类."""
    codes = code_lists().functions
    if line.code:
        known = _nearest(codes, line.code, year)
        return _possible(codes, known, year) if known else {*TABLE_OF_BUDGET, STATE_CAPITAL}
    classes = [
        each
        for each in codes
        if len(each.code) == 3 and line.names and each.is_named(line.names[0])
    ]
    if len(line.names) < 2 or not classes:
        return {*TABLE_OF_BUDGET, STATE_CAPITAL}
    return {budget for each in classes for budget in _possible(codes, each, year)}


def _nearest(codes: CodeList, code: str, year: int | None) -> Code | None:
    """The code as listed, or the narrowest listed code above it."""
    steps = (code[:length] for length in LENGTHS if length <= len(code))
    return next((found for each in steps if (found := codes.get(each, year))), None)


def _possible(codes: CodeList, known: Code, year: int | None) -> set[str]:
    """The budget of a code; for one that several budgets share, those of the codes below it."""
    if known.budget != "mixed":
        return {known.budget}
    below = {each.budget for each in codes if each.code.startswith(known.code)}
    return below - {"mixed"}


def _amount(statement: Statement) -> Cell:
    return Cell(statement.yuan, statement.printed, _span(statement))


def _text(statement: Statement) -> Cell:
    return Cell(str(statement.value).strip() or None, statement.printed, _span(statement))


def _word(narrative: Narrative, word: str, where: Where, until: int) -> Where | None:
    """Where a word stands inside a place, the last time before `until`; None when it does not."""
    start = narrative.text.rfind(word, where["start"], until) if word else -1
    return {**where, "start": start, "end": start + len(word)} if start >= 0 else None


def _row(cells: dict[str, Cell], where: Where, kind: RowKind = RowKind.DETAIL) -> Row:
    return Row(cells, kind, Origin.NARRATIVE, where)


def _span(statement: Statement) -> Where:
    return {"section": statement.section, "start": statement.start, "end": statement.end}


def _sentence(statement: Statement) -> Where:
    """The place of the whole sentence; of the figure alone when the reader gave no sentence."""
    start, end = statement.sentence
    if end <= start:
        return _span(statement)
    return {"section": statement.section, "start": start, "end": end}

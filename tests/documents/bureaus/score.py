"""How a disclosure was read, against what was printed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.publishing.reading import Reading
from disclosures.records.finding import Outcome
from disclosures.tables.book import Origin, Row, Sheet, Where
from disclosures.tables.registry import TABLES
from tests.documents.bureaus.tables import Amounts, Line, Table

Key = tuple[str, str]  # the side of a balance, and the code, or else the name


@dataclass
class Score:
    """Counts of amounts. `wrong` ones carry no doubt and no finding, `unsaid` were left out without
    a word; `told` says which they were.
    """

    exact: int = 0
    wrong: int = 0
    doubted: int = 0
    missed: int = 0
    unsaid: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count another's with one's own."""
        for name in ("exact", "wrong", "doubted", "missed", "unsaid"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.told += other.told


def scored(reading: Reading, tables: Iterable[Table], total: str) -> Score:
    """The score of a whole disclosure; `total` says where totals are printed."""
    score = Score()
    if reading.refusal:
        score.missed = score.doubted = 0
        score.told.append(f"refused: {reading.refusal.reason}")
    sheets = {each.table: each for each in reading.book if _is_of_table(each)}
    truths = {table.name: _truth(table, total) for table in tables}
    for name, sheet in sheets.items():
        _count(score, reading, sheet, truths.get(name, {}))
    for name, truth in truths.items():
        read = {
            (*_key(row, _has_code(sheets[name])), column)
            for row in (sheets[name].rows if name in sheets else ())
            for column in row.cells
            if row.money(column) is not None
        }
        lost = [
            (key, column)
            for key, amounts in truth.items()
            for column, amount in amounts.items()
            if amount is not None and (*key, column) not in read
        ]
        is_said = bool(reading.refusal) or _is_doubted(reading, sheets.get(name), name, None)
        score.missed += len(lost)
        if lost and not is_said:
            score.unsaid += len(lost)
            score.told.append(f"unsaid: {name} {len(lost)} of {len(truth)} rows: {lost[:3]}")
    return score


def _is_of_table(sheet: Sheet) -> bool:
    return any(row.origin is Origin.TABLE for row in sheet.rows)


def _truth(table: Table, total: str) -> dict[Key, Amounts]:
    made: dict[Key, Amounts] = {}
    for side, lines in zip(table.sides, table.lines, strict=True):
        for line in lines:
            if line.is_total and total == "none":
                continue
            made[_key_of(side, line)] = line.amounts
    return made


def _key_of(side: str, line: Line) -> Key:
    if side:
        return side, line.name
    return side, "合计" if line.is_total or not line.code else line.code


def _has_code(sheet: Sheet) -> bool:
    return not TABLES[sheet.table].halves


def _key(row: Row, has_code: bool) -> Key:
    if not has_code:
        return str(row.value("side") or ""), str(row.value("label") or "")
    for name in ("function_code", "economic_code", "unit_code"):
        if name in row.cells and row.value(name):
            return "", str(row.value(name))
    return "", "合计"


def _count(score: Score, reading: Reading, sheet: Sheet, truth: dict[Key, Amounts]) -> None:
    met: Counter[tuple[Key, str]] = Counter()
    for row in sheet.rows:
        if row.origin is Origin.NARRATIVE:
            continue
        key = _key(row, _has_code(sheet))
        for column, cell in row.cells.items():
            if not isinstance(cell.value, Decimal) or not TABLES[sheet.table].is_money(column):
                continue
            met[key, column] += 1
            meant = truth.get(key, {}).get(column)
            is_nothing = cell.value == 0 and (meant is None or meant == 0)
            if (meant == cell.value or is_nothing) and met[key, column] == 1:
                score.exact += 1
            elif _is_doubted(reading, sheet, sheet.table, cell.where):
                score.doubted += 1
            else:
                score.wrong += 1
                score.told.append(f"wrong: {sheet.table} {key} {column}: {cell.value}, not {meant}")


def _is_doubted(reading: Reading, sheet: Sheet | None, table: str, where: Where | None) -> bool:
    """Whether a doubt stands on a table's page or names it, or a failed rule names its cells."""
    places = [sheet.where, *(row.where for row in sheet.rows)] if sheet else []
    pages = {each["page"] for each in places if each and "page" in each}
    pages |= {where["page"]} if where and "page" in where else set()
    title = sheet.title if sheet else ""
    for doubt in reading.doubts:
        if doubt.where.get("page") in pages or (title and title in doubt.message):
            return True
        if not sheet and "page" in doubt.where:
            return True
    return any(_names(told, table) for told in _failed(reading))


def _failed(reading: Reading) -> Iterator[tuple[str, ...]]:
    for each in reading.findings:
        if each.outcome is Outcome.FAILS:
            yield tuple(told.key for told in each.inputs)


def _names(keys: Iterable[str], table: str) -> bool:
    return any(key.split("/")[0] == table for key in keys)

"""“三公”经费 tables: items in columns or in rows, years, bases and budgets beside each other.

Whatever way a place prints them, each row that comes out holds the amounts of one unit, period and
fund, so that last year's amount is never taken for this year's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from disclosures.documents.grids.body import BLANK, TOTAL, Printed
from disclosures.documents.grids.cells import read_cell
from disclosures.documents.grids.grid import Place
from disclosures.documents.grids.header import Path
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.grids.three_public_words import (
    BARE_TOTAL,
    basis_of,
    fund_of,
    is_period,
    is_rate,
    item_of,
    period_of,
)
from disclosures.documents.grids.three_public_words import TOTAL as ITEM_TOTAL
from disclosures.documents.grids.units import Units
from disclosures.documents.grids.words import folded, word
from disclosures.tables.book import Cell, Row, RowKind, Where
from disclosures.tables.spec import TableSpec

TEXTS = {
    word("单位名称"): "unit_name",
    word("年度与口径"): "period",
    "年度": "period",
    "年份": "period",
    "口径": "period",
    word("资金"): "fund",
    "资金来源": "fund",
    "资金性质": "fund",
}
LABELS = {word("项目"), "三公经费项目", "经费项目", "支出内容", "内容", "经济科目名称"}
OTHERS = ("meeting", "training")
WITH_OTHERS = "total_with_others"
# Words of these headers that the table's own columns do not say.
WORDS = frozenset((*TEXTS, *LABELS, word("预算数"), word("一般公共预算"), "执行数", "决算数"))


@dataclass(frozen=True)
class Group:
    """What amounts belong together: the printed period and fund."""

    period: str = ""
    fund: str = ""


@dataclass
class Columns:
    """Which column holds what."""

    texts: dict[str, int] = field(default_factory=dict)
    labels: list[int] = field(default_factory=list)
    amounts: dict[int, tuple[str | None, Group]] = field(default_factory=dict)
    strangers: list[int] = field(default_factory=list)

    @property
    def are_items(self) -> bool:
        """Whether the items stand in columns rather than in rows."""
        return any(item not in (None, BARE_TOTAL) for item, _ in self.amounts.values())


@dataclass(frozen=True)
class Setting:
    """What is known of the table."""

    spec: TableSpec
    units: Units
    year: int | None
    is_final: bool
    paths: Sequence[Path]


def read_three_public(
    setting: Setting, lines: Sequence[Printed], where: Mapping[int, Where | None]
) -> tuple[tuple[Row, ...], list[Problem], list[Problem]]:
    """The rows of a table below its header, what of it is no item, and what is wrong in the rows.

    `where` is each column's place in the source.
    """
    columns = _columns(setting.paths)
    strangers = [_stranger(setting.paths[each], where.get(each)) for each in columns.strangers]
    rows: list[Row] = []
    wrong: list[Problem] = []
    read = _by_column if columns.are_items else _by_row
    for row, said in read(setting, columns, lines):
        wrong += said
        rows += [row] if row else []
    return tuple(rows), strangers, wrong


def _columns(paths: Sequence[Path]) -> Columns:
    found = Columns()
    for column, path in enumerate(paths):
        if not path:
            continue
        leaf = word(path[-1])
        item = item_of(path)
        is_amount = item is not None or fund_of(path[-1:]) or is_period(path[-1])
        if name := TEXTS.get(leaf) or TEXTS.get(folded(path[-1])):
            found.texts.setdefault(name, column)
        elif leaf in LABELS:
            found.labels.append(column)
        elif is_amount and not is_rate(path):
            found.amounts[column] = (item, Group(period_of(path), fund_of(path)))
        elif folded(path[-1]) != "序号":
            found.strangers.append(column)
    return _with_funds(_with_totals(found, paths))


def _with_funds(columns: Columns) -> Columns:
    """One fund over the whole table is a word of its heading, not a column among others."""
    if len({group.fund for _, group in columns.amounts.values() if group.fund}) < 2:
        columns.amounts = {
            at: (item, Group(group.period)) for at, (item, group) in columns.amounts.items()
        }
    return columns


def _with_totals(columns: Columns, paths: Sequence[Path]) -> Columns:
    """What a bare 合计 is of: the three items, or with meetings and training where those have
    a total of their own; where they have none, nobody can say.
    """
    items = {item for item, _ in columns.amounts.values()}
    if not items - {None, BARE_TOTAL}:
        return columns
    has_others = any(each in items for each in OTHERS)
    meant = WITH_OTHERS if ITEM_TOTAL in items else None if has_others else ITEM_TOTAL
    for column, (item, group) in list(columns.amounts.items()):
        if item == BARE_TOTAL and meant is None:
            del columns.amounts[column]
            columns.strangers.append(column)
        elif item == BARE_TOTAL:
            columns.amounts[column] = (meant, group)
    return columns


def _by_column(
    setting: Setting, columns: Columns, lines: Sequence[Printed]
) -> Iterator[tuple[Row | None, list[Problem]]]:
    """Items in columns: a row for each line and each group of its amounts."""
    twice = _drop_twins(columns)
    if twice:
        yield None, twice
    groups = list(dict.fromkeys(group for _, group in columns.amounts.values()))
    carried: dict[str, Place] = {}
    for line in lines:
        texts = {name: line.get(at, is_amount=False) for name, at in columns.texts.items()}
        carried = {name: place for name, place in texts.items() if place and place.text}
        for group in groups:
            places = {
                item: line.get(at, is_amount=True)
                for at, (item, own) in columns.amounts.items()
                if own == group and item
            }
            row, said = _row(setting, group, places, carried)
            yield (_as_total(row, line), said)


def _drop_twins(columns: Columns) -> list[Problem]:
    """Take out items that two columns print alike: nobody can say which is of which year."""
    met = Counter(columns.amounts.values())
    twins = {each for each, times in met.items() if times > 1 and each[0] is not None}
    columns.amounts = {at: each for at, each in columns.amounts.items() if each not in twins}
    if not twins:
        return []
    return [Problem("有几列都可能是同一项“三公”经费，无法分辨年度或口径，未读。请补全上级表头。")]


def _by_row(
    setting: Setting, columns: Columns, lines: Sequence[Printed]
) -> Iterator[tuple[Row | None, list[Problem]]]:
    """Items in rows: one row for each group of columns."""
    found: dict[str, Printed] = {}
    problems: list[Problem] = []
    for line in lines:
        labels = [line.places[at].text for at in columns.labels if at in line.places]
        label = next((text for text in reversed(labels) if text.strip()), "")
        item = item_of((label,)) if label else None
        item = ITEM_TOTAL if item == BARE_TOTAL else item
        if item is None or item in found:
            problems += _unread(line, columns, label)
        else:
            found[item] = line
    groups: dict[Group, int] = {}
    for column, (_, group) in columns.amounts.items():
        if group in groups:
            problems.append(Problem("有几列无法分辨年度或口径，只读了第一列。请补全表头。"))
        groups.setdefault(group, column)
    for group, column in groups.items():
        places = {item: line.get(column, is_amount=True) for item, line in found.items()}
        yield _row(setting, group, places, {})
    if problems:
        yield None, problems


def _unread(line: Printed, columns: Columns, label: str) -> list[Problem]:
    """A line that prints amounts of what is no item, or of an item for the second time."""
    texts = [line.places[at] for at in columns.amounts if at in line.places]
    if not any(place.text.strip() for place in texts):
        return []
    return [
        Problem(f"“{label or '无名称的行'}”不是“三公”经费表的项目，本行未读。",
                texts[0].where or {}, severity=Severity.NOTE)
    ]  # fmt: skip


def _row(
    setting: Setting,
    group: Group,
    places: Mapping[str, Place | None],
    texts: Mapping[str, Place],
) -> tuple[Row | None, list[Problem]]:
    """One row, or None when nothing is printed in it."""
    if not any(place and place.text.strip() for place in places.values()):
        return None, []
    cells: dict[str, Cell] = {
        name: Cell(place.text.strip(), place.text, place.where) for name, place in texts.items()
    }
    for name, own in (("period", group.period), ("fund", group.fund)):
        if own:
            both = f"{cells[name].printed} {own}" if name in cells else own
            cells[name] = Cell(both, both, cells[name].where if name in cells else None)
    period = cells["period"].printed if "period" in cells else ""
    if basis := basis_of(period, setting.year, is_final=setting.is_final):
        cells["basis"] = Cell(basis.value, "")
    problems = []
    for name, place in places.items():
        cells[name] = BLANK
        if place:
            cells[name], problem = read_cell(setting.spec, name, place, setting.units.of(place))
            problems += [problem] if problem else []
    first = next(place for place in places.values() if place)
    return Row(cells, where=first.where), problems


def _as_total(row: Row | None, line: Printed) -> Row | None:
    """A row whose line says 合计, in whatever column, as the total that it is."""
    is_total = any(TOTAL.match("".join(place.text.split())) for place in line.places.values())
    return replace(row, kind=RowKind.TOTAL) if row and is_total else row


def _stranger(path: Path, where: Where | None) -> Problem:
    return Problem(
        f"列“{' › '.join(path)}”不是“三公”经费的金额，或不能确定是哪一项，未读。",
        where or {},
        severity=Severity.NOTE,
    )

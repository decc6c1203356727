"""Sheets that an office might have filled in: every column of every row printed somehow."""

from decimal import Decimal

from django.db import models
from hypothesis import strategies as st

from disclosures.classification.money import Unit, to_yuan
from disclosures.documents.grids.cells import CODES as CODE_FIELDS
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Cell, Row, RowKind, Sheet
from disclosures.tables.lines import Side
from disclosures.tables.spec import TableSpec

NAMES = st.text("办公设备运行维护专项经费人员信息化建设服务", min_size=2, max_size=12)
NOTHING = st.sampled_from(["", "不适用", "—"])
CODES = st.from_regex(r"2[0-9]{2}([0-9]{2}){2}", fullmatch=True)
DISTRICTS = ("五华区", "盘龙区", "安宁市")


@st.composite
def amounts(draw: st.DrawFn, unit: Unit) -> Cell:
    """An amount to the fen in its unit: up to six decimals of 万元, or one of the nothings."""
    if draw(st.booleans()):
        return Cell(None, draw(NOTHING))
    value = Decimal(draw(st.integers(-(10**12), 10**15))) / Decimal(100) / unit.yuan
    text = f"{value:,f}" if draw(st.booleans()) else f"{value:f}"
    return Cell(to_yuan(value, unit), text)


@st.composite
def cells(draw: st.DrawFn, field: models.Field, unit: Unit, *, is_money: bool) -> Cell:
    """A cell as an office prints one."""
    if is_money:
        return draw(amounts(unit))
    if isinstance(field, models.DecimalField):
        number = Decimal(draw(st.integers(0, 10**6)))
        return Cell(number, f"{number:f}")
    text = draw(CODES if field.name in CODE_FIELDS else NAMES)
    return Cell(text, text)


@st.composite
def filled_sheets(draw: st.DrawFn, spec: TableSpec) -> Sheet:
    """A filled sheet of a one-list table."""
    unit = draw(st.sampled_from(list(Unit)))
    return Sheet(
        spec.name,
        spec.title,
        1,
        TableState.FILLED,
        unit,
        tuple(draw(st.lists(_rows(spec, unit), min_size=1, max_size=4))),
    )


@st.composite
def _rows(draw: st.DrawFn, spec: TableSpec, unit: Unit) -> Row:
    names = [each.field for each in spec.columns if each.is_printed]
    made = {
        name: draw(cells(spec.field(name), unit, is_money=spec.is_money(name))) for name in names
    }
    if spec.money:  # a row without any amount and text would be no row
        name = draw(st.sampled_from(spec.money))
        made[name] = Cell(to_yuan(Decimal(7), unit), "7")
    children = [
        Row({spec.spread.heading: Cell(each, each), spec.spread.amount: draw(amounts(unit))})
        for each in (DISTRICTS if spec.spread else ())
        if spec.spread
    ]
    return Row(made, children=tuple(children))


@st.composite
def balances(draw: st.DrawFn, spec: TableSpec) -> Sheet:
    """A filled sheet of a table of two lists."""
    unit = draw(st.sampled_from(list(Unit)))
    rows = [
        Row({"side": Cell(side, ""), "label": Cell(label, label), "amount": draw(amounts(unit))})
        for side, labels in (
            (Side.INCOME, ("一、一般公共预算拨款收入", "本年收入合计", "上年结转", "收入总计")),
            (Side.EXPENDITURE, ("一、一般公共服务支出", "本年支出合计", "支出总计")),
        )
        for label in labels
    ]
    rows[0] = Row(rows[0].cells | {"amount": Cell(to_yuan(Decimal(7), unit), "7")})
    return Sheet(spec.name, spec.title, 1, TableState.FILLED, unit, tuple(rows), "")


def printed_rows(sheet: Sheet, skip: tuple[str, ...] = ()) -> list[dict[str, tuple[object, str]]]:
    """What rows say, places and kinds aside."""
    return [
        {n: (c.value, c.printed) for n, c in row.cells.items() if n not in skip}
        for row in sheet.rows
        if row.kind in RowKind
    ]

"""A table is laid out as its form prints it: no hole, no overlap, every cell under its header."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from disclosures.tables.book import Sheet
from disclosures.tables.columns import leaves
from disclosures.tables.layout import HeaderCell, Layout, header_paths, layout
from disclosures.tables.lines import Line, Side
from disclosures.tables.registry import TABLES, table
from tests.tables.books import money, row, sheet, sheets


def grid(header: Iterable[Iterable[HeaderCell]]) -> dict[tuple[int, int], HeaderCell]:
    """Where each header cell lies, placed as a browser places cells with spans."""
    taken: dict[tuple[int, int], HeaderCell] = {}
    for top, cells in enumerate(header):
        left = 0
        for cell in cells:
            while (top, left) in taken:
                left += 1
            for down in range(cell.rowspan):
                for right in range(cell.colspan):
                    assert (top + down, left + right) not in taken, f"{cell.text} overlaps"
                    taken[top + down, left + right] = cell
    return taken


def bottom(found: Layout) -> list[HeaderCell]:
    """The lowest header cell of each column."""
    taken = grid(found.header)
    last = len(found.header) - 1
    width = len({left for _, left in taken})
    assert len(taken) == len(found.header) * width, "the header has a hole"
    return [taken[last, left] for left in range(width)]


@pytest.mark.parametrize("name", TABLES)
def test_every_header_is_a_full_rectangle(name: str) -> None:
    spec = TABLES[name]
    headers = [half.header for half in spec.halves] or [spec.header]
    columns = [each for header in headers for each in leaves(header) if each.is_printed]
    found = bottom(layout(spec))
    assert [each.column for each in found] == [c.field for c in columns if not c.is_optional]
    everything = bottom(layout(spec, optional={each.field for each in columns}))
    assert [each.column for each in everything] == [each.field for each in columns]


@settings(max_examples=60, deadline=None)
@given(found=sheets(table("transfer-to-district"), 1) | sheets(table("financial-balance"), 1))
def test_every_line_is_as_wide_as_the_header(found: Sheet) -> None:
    printed = layout(table(found.table), found)
    below = bottom(printed)
    for line in printed.body:
        assert [(c.column, c.heading) for c in line] == [(h.column, h.heading) for h in below]


def test_spans_of_a_header_of_three_levels() -> None:
    first, second, third = layout(table("department-income")).header
    assert [(c.text, c.colspan, c.rowspan) for c in first] == [
        ("部门（单位）代码", 1, 3),
        ("部门（单位）名称", 1, 3),
        ("合计", 1, 3),
        ("本年收入", 11, 1),
        ("上年结转结余", 6, 1),
    ]
    assert [(c.text, c.colspan, c.rowspan) for c in second if c.colspan > 1] == [("单位资金", 6, 1)]
    assert [c.text for c in third] == [
        "小计",
        "事业收入",
        "事业单位经营收入",
        "上级补助收入",
        "附属单位上缴收入",
        "其他收入",
    ]


@pytest.mark.parametrize("name", TABLES)
def test_header_paths_are_never_ambiguous(name: str) -> None:
    paths = header_paths(TABLES[name])
    assert [*paths] == [each.field for each in TABLES[name].columns]
    assert len({*paths.values()}) == len(paths)


def test_a_path_goes_from_the_widest_header_down() -> None:
    paths = header_paths(table("department-income"))
    assert paths["unit_funds"] == ("本年收入", "单位资金", "小计")


def balance(*lines: tuple[Side, Line, str]) -> Sheet:
    """A balance with these lines, one 元 each."""
    return sheet(
        "financial-balance",
        *(row(side=s, line=k, label=text, amount=money("1.00")) for s, k, text in lines),
    )


def test_two_lists_stand_side_by_side_and_the_shorter_ends() -> None:
    found = balance(
        (Side.INCOME, Line.GENERAL_BUDGET, "一、一般公共预算拨款收入"),
        (Side.INCOME, Line.INCOME_TOTAL, "收入总计"),
        (Side.EXPENDITURE, Line.EXPENDITURE_TOTAL, "支出总计"),
    )
    first, second = layout(table("financial-balance"), found).body
    texts = [cell.cell.printed if cell.cell else None for cell in first]
    assert texts == ["一、一般公共预算拨款收入", "1.00", "支出总计", "1.00"]
    assert [cell.position for cell in first] == [0, 0, 2, 2]
    assert [(cell.row, cell.position) for cell in second[2:]] == [(None, None)] * 2


def test_districts_become_columns_in_the_order_of_print() -> None:
    shares = [
        row(district=name, amount=money(amount)) for name, amount in (("甲区", "1"), ("乙县", "2"))
    ]
    one = replace(row(project_name="一"), children=(shares[0],))
    two = replace(row(project_name="二"), children=(shares[1], shares[0]))
    found = layout(table("transfer-to-district"), sheet("transfer-to-district", one, two))
    assert [cell.text for cell in found.header[0]] == ["单位名称（项目）", "资金来源", "地区"]
    assert [cell.heading for cell in bottom(found)[-2:]] == ["甲区", "乙县"]
    printed = [[c.cell.printed if c.cell else None for c in line[-2:]] for line in found.body]
    assert printed == [["1", None], ["1", "2"]]


def test_a_column_that_was_not_printed_is_no_blank() -> None:
    (line,) = layout(table("three-public"), sheet("three-public", row(total=money("1")))).body
    assert [cell.column for cell in line if cell.cell is None] == [
        "abroad",
        "vehicles",
        "vehicle_purchase",
        "vehicle_running",
        "reception",
    ]

"""The unit of a table, wherever and however it is printed."""

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import BookReading, read_book
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.problem import Severity
from disclosures.documents.grids.units import stated_units
from disclosures.records.printed_table import TableState

HEADS = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROW = ("201", "一般公共服务支出", "3.00", "2.00", "1.00")


def grid(*lines: str, heads: tuple[str, ...] = HEADS) -> Grid:
    places = [Place(text, r, c) for r, row in enumerate((heads, ROW)) for c, text in enumerate(row)]
    return Grid(tuple(places), 2, len(heads), ("一般公共预算支出表", *lines))


def total(reading: BookReading) -> str:
    sheet = reading.book.sheet("general-budget-by-function")
    assert sheet
    return f"{sheet.rows[0].value('total')} {sheet.unit}"


def doubts(reading: BookReading) -> list[str]:
    return [each.message for each in reading.problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：万元", "万元"),
        ("金额单位:人民币元", "元"),
        ("单 位：万 元", "万元"),
        ("部门：某局 单位：千元", "千元"),
        ("（单位：亿元）", "亿元"),
        ("单位：元谋县教育局", None),
        ("单位：某某局", None),
    ],
)
def test_a_unit_is_stated_in_many_ways(text: str, unit: str | None) -> None:
    assert stated_units([text]) == ([unit] if unit else [])


def test_a_unit_in_the_heads_is_the_tables() -> None:
    heads = (*HEADS[:2], "合计（元）", "基本支出（元）", "项目支出（元）")
    reading = read_book([grid(heads=heads)], NATIONAL, 2026)
    assert total(reading) == "3.00 元"
    assert doubts(reading) == []


def test_a_column_in_another_unit_is_converted_and_doubted() -> None:
    heads = (*HEADS[:4], "项目支出（元）")
    reading = read_book([grid("单位：万元", heads=heads)], NATIONAL, 2026)
    sheet = reading.book.sheet("general-budget-by-function")
    assert sheet
    assert [sheet.rows[0].value(each) for each in ("total", "project")] == [30000, 1]
    assert len(doubts(reading)) == 1
    assert "项目支出（元）" in doubts(reading)[0]


def test_a_unit_that_is_not_read_leaves_the_table_as_printed() -> None:
    reading = read_book([grid("单位：千元")], NATIONAL, 2026)
    (sheet,) = reading.book
    assert (sheet.state, sheet.rows) == (TableState.AS_PRINTED, ())
    assert "千元" in doubts(reading)[0]


def test_without_a_unit_the_other_tables_say_it() -> None:
    other = grid("单位：元")
    untold = Grid(other.places, 2, 5, ("政府性基金预算支出表",))
    reading = read_book([other, untold], NATIONAL, 2026)
    assert {each.unit for each in reading.book} == {Unit.YUAN}
    assert doubts(reading) == []


def test_without_a_unit_anywhere_the_guess_is_doubted() -> None:
    reading = read_book([grid()], NATIONAL, 2026)
    assert total(reading) == "30000.00 万元"
    assert len(doubts(reading)) == 1


def test_two_units_above_one_table_are_doubted() -> None:
    reading = read_book([grid("单位：元", "单位：万元")], NATIONAL, 2026)
    assert "同时印有" in doubts(reading)[0]

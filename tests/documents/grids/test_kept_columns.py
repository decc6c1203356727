"""What is printed beyond the registry's columns is kept; no table with amounts is called empty."""

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.sheet import Expected, Reading, read_sheet
from disclosures.records.printed_table import TableState
from disclosures.tables.registry import TABLES

FUND = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")


def read(*lines: tuple[str, ...], table: str = "expenditure-summary") -> Reading:
    """The table that lines of texts print; a blank text is no place."""
    places = tuple(
        Place(text, row, column)
        for row, line in enumerate(lines)
        for column, text in enumerate(line)
        if text
    )
    grid = Grid(places, len(lines), max(map(len, lines)), lines=("单位：万元",))
    spec = TABLES[table]
    return read_sheet(grid, Expected(spec, spec.title, 1, Unit.WAN_YUAN, 2026, False))


def test_a_column_of_its_own_is_kept_with_the_whole_table() -> None:
    reading = read((*FUND, "中小企业"), ("212", "城乡社区支出", "5", "0", "5", "3"))
    assert reading.sheet.state is TableState.FILLED
    assert "3" in {each.text for each in reading.sheet.kept}


def test_a_table_whose_every_column_is_known_is_kept_once() -> None:
    assert read(FUND, ("212", "城乡社区支出", "5", "0", "5")).sheet.kept == ()


def test_amounts_under_columns_that_nobody_knows_are_no_empty_table() -> None:
    header = ("年度", "一般公共预算资金", "其他资金来源", "公务接待费的", "公务用车运行费的")
    reading = read(header, ("2026年", "3.00", "", "1.00", "2.00"), table="three-public")
    assert reading.sheet.state is TableState.AS_PRINTED
    assert len(reading.sheet.kept) == 9
    assert reading.problems


@pytest.mark.parametrize(
    "line", [("", "合计", "", "", ""), ("", "合计", "0.00", "0", "—"), ("", "", "", "", "")]
)
def test_names_of_sums_zeros_and_dashes_alone_are_no_content(line: tuple[str, ...]) -> None:
    reading = read(("甲", "乙", *FUND[2:]), ("", "", "", "", ""))
    assert reading.sheet.state is TableState.DECLARED_EMPTY
    assert read(FUND, line).sheet.state is not TableState.AS_PRINTED

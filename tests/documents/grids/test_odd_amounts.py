"""Numbers that pass every sum and are no amounts are doubted."""

from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.grid import Grid, Place

HEADS = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
CODES = ("201", "20103", "2010301", "208", "20805")


def doubts(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> list[str]:
    places = [
        Place(text, r, c, where={"page": 1, "box": [c, r, c + 1, r + 1]})
        for r, row in enumerate((heads, *rows))
        for c, text in enumerate(row)
    ]
    lines = ("一般公共预算支出表", "单位：元")
    found = read_book([Grid(tuple(places), len(rows) + 1, len(heads), lines)], NATIONAL, 2026)
    return [each.message for each in found.problems]


def rows(*amounts: tuple[str, str, str]) -> list[tuple[str, ...]]:
    return [(code, "某科目", *each) for code, each in zip(CODES, amounts, strict=False)]


def test_a_column_of_row_numbers() -> None:
    said = doubts(*rows(*[(str(n), str(n), "0") for n in range(1, 6)]))
    assert sum("像是行次" in each for each in said) == 2


def test_a_row_of_column_numbers() -> None:
    heads = (*HEADS[:3], "小计", "人员经费", "公用经费", "项目支出")
    said = doubts(("201", "某科目", "3", "4", "5", "6", "7"), heads=heads)
    assert sum("像是栏次" in each for each in said) <= 1
    said = doubts(*rows(("1.00", "1.00", "0"), ("2", "3", "4")))
    assert not [each for each in said if "像是栏次" in each]  # three are too few to tell


def test_a_year_and_a_code_among_amounts() -> None:
    said = doubts(
        *rows(("9.00", "8.00", "1.00"), ("2026", "3.00", "1.00"), ("5.50", "2010301", "1.00"))
    )
    assert [each for each in said if "2026像是年份" in each]
    assert [each for each in said if "2010301像是科目编码" in each]


def test_a_number_that_begins_with_nought() -> None:
    said = doubts(*rows(("03,385,826.00", "0.50", "0"), ("12", "00", "-012.00")))
    assert len([each for each in said if "以0开头" in each]) == 3


def test_whole_amounts_among_whole_amounts_are_none() -> None:
    said = doubts(*rows(("2026", "2026", "0"), ("300", "200", "100"), ("20103", "20103", "0")))
    assert not [each for each in said if "像是" in each]


def test_figures_above_a_header_are_said() -> None:
    early = ("201", "某科目", "9.00", "8.00", "1.00")
    places = [
        Place(text, r, c, where={"page": 1})
        for r, row in enumerate((early, early, HEADS, early))
        for c, text in enumerate(row)
    ]
    grid = Grid(tuple(places), 4, 5, ("一般公共预算支出表", "单位：元"))
    said = [each.message for each in read_book([grid], NATIONAL, 2026).problems]
    assert any("表头上面还印有数字" in each for each in said)

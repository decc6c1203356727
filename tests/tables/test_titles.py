"""Titles that mean one table are one; titles that mean two stay two."""

import pytest

from disclosures.tables.titles import folded_title

SAME = [
    ("部门财务收支预算总表", "财务收支预算总表"),
    ("一般公共预算“三公”经费支出预算表", '一般公共预算"三公"经费支出预算表'),
    ("一般公共预算支出预算表(按功能科目分类)", "一般公共预算支出预算表（按功能科目分类）"),
    (
        "基本支出预算表（人员类、运转类公用经费项目）",
        "部门基本支出预算表(人员类,运转类公用经费项目)",
    ),
    ("市对下转移支付预算表", "省对下转移支付预算表"),
    ("区对下转移支付预算表", "对下转移支付预算表"),
    ("十六、新增资产配置表", "新增资产配置表"),
    ("表16：新增资产配置表", "新增 资产配置表"),
    ("财务收支预算总表01-1表", "财务收支预算总表"),
    ("《部门收入预算表》", "部门收入预算表"),
]
DIFFERENT = [
    ("项目支出绩效目标表(本次下达)", "项目支出绩效目标表(另文下达)"),
    ("市对下转移支付预算表", "市对下转移支付绩效目标表"),
    ("部门收入预算表", "部门支出预算表"),
    ("财务收支预算总表", "财政拨款收支预算总表"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_places_vary_at_will_is_folded(one: str, other: str) -> None:
    assert folded_title(one) == folded_title(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_makes_a_table_is_kept(one: str, other: str) -> None:
    assert folded_title(one) != folded_title(other)

"""Titles that nobody has listed are told by what they say."""

import pytest

from disclosures.documents.forms.meaning import is_title, table_meant
from disclosures.tables.registry import TABLES


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("收支总体情况表", "financial-balance"),
        ("2025年度某区部门财务收支预算总表", "financial-balance"),
        ("表一 部门收支总表", "financial-balance"),
        ("收入支出决算总表", "financial-balance"),
        ("附表1-2 收入预算总表", "department-income"),
        ("公开03表 部门支出总体情况表", "expenditure-summary"),
        ("预算04表财政拨款收支总表", "fiscal-balance"),
        ("财政拨款收入支出决算总表", "fiscal-balance"),
        ("预算05表一般公共预算支出表", "general-budget-by-function"),
        ("一般公共预算财政拨款支出预算表（按功能科目）", "general-budget-by-function"),
        ("一般公共预算支出明细表（按支出经济分类科目）", "general-budget-by-economic"),
        ("一般公共预算基本支出情况表（按经济分类科目）", "general-budget-basic-by-economic"),
        ("（九）“三公”经费、会议费、培训费支出预算表", "three-public"),
        ("政府性基金预算财政拨款支出预算表", "government-fund-expenditure"),
        ("国有资本经营预算支出功能分类预算表", "state-capital-expenditure"),
        ("部门预算项目支出及其他支出预算表", "project-expenditure"),
        ("部门预算基本支出预算表", "basic-expenditure"),
        ("政府采购支出预算表", "procurement"),
        ("财政拨款政府购买服务明细表", "purchased-services"),
        ("新增资产配置情况表", "new-assets"),
        ("预算13表部门整体支出绩效目标表", "department-performance"),
        ("表十 2026年部门整体绩效目标表", "department-performance"),
        ("预算表12项目支出绩效目标表", "project-performance"),
        ("2022年部门预算专项业务经费绩效目标表", "project-performance"),
        ("一般公共预算机关运行经费支出预算表", "operating-by-economic"),
        ("一般公共预算基本支出明细表（按支出功能分类科目）", "general-budget-basic-by-function"),
        ("一般公共预算项目支出情况表（按经济分类科目）", "project-by-economic"),
        ("财政拨款支出表（功能科目）", "fiscal-by-function"),
        ("财政拨款基本支出预算表（经济科目）", "fiscal-basic-by-economic"),
        ("市对下转移支付预算表", "transfer-to-district"),
        ("省对下转移支付绩效目标表", "transfer-performance"),
        ("上级转移支付补助项目支出预算表", "superior-subsidy-projects"),
        ("部门项目中期规划预算表", "medium-term-plan"),
        ("政府性基金预算财政拨款收入支出决算表", "government-fund-expenditure"),
        ("国有资本经营预算财政拨款支出决算表", "state-capital-expenditure"),
        ("2024年度项目支出绩效自评表", "project-self-evaluation"),
    ],
)
def test_a_title_means_a_table(title: str, table: str) -> None:
    assert table_meant(title) == table
    assert table in TABLES


@pytest.mark.parametrize(
    "title",
    [
        "单位：万元",
        "部门：某某局",
        "2026年部门预算表",
        "政府性基金收支表",
        "部门整体支出绩效自评表",
        "专项资金总体绩效目标表",
        "财政拨款上年结转资金支出表",
        "收入总计100万元，其中财政拨款收入见下表",
        "表",
        "收" * 80 + "表",
    ],
)
def test_another_title_means_none(title: str) -> None:
    assert table_meant(title) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("部门收支总表", True),
        ("一般公共预算支出表（按功能分类）", True),
        ("一、部门职责", False),
        ("详见附表。", False),
        ("收入，支出表", False),
    ],
)
def test_what_may_be_a_title(line: str, expected: bool) -> None:
    assert is_title(line) is expected

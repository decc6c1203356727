"""Changsha 2026: ten tables, in 万元; income goes by function, and there is no state capital."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "部门收支总体情况表"),
    ("income-by-function", "部门收入总体情况表"),
    ("expenditure-summary", "部门支出总体情况表"),
    ("fiscal-balance", "财政拨款收支总体情况表"),
    ("general-budget-by-function", "一般公共预算支出情况表"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出情况表"),
    ("three-public", "一般公共预算“三公”经费支出情况表"),
    ("government-fund-expenditure", "政府性基金预算支出情况表"),
    ("project-performance", "项目支出绩效目标表"),
    ("department-performance", "部门整体支出绩效目标表"),
)

FORM = national.of_place(
    "changsha-2026", "长沙市2026年部门预算公开表", "430100", (2026, 2026), TABLES
)

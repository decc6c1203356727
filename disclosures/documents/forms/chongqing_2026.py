"""Chongqing 2026: eleven tables, in 万元; income goes by function, targets by kind of project."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "部门收支总体情况表", "单位收支总体情况表"),
    ("income-by-function", "部门收入总体情况表", "单位收入总体情况表"),
    ("expenditure-summary", "部门支出总体情况表", "单位支出总体情况表"),
    ("fiscal-balance", "财政拨款收支总体情况表"),
    ("general-budget-by-function", "一般公共预算支出情况表"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出情况表"),
    ("government-fund-expenditure", "政府性基金预算支出情况表"),
    ("three-public", "财政拨款“三公”经费支出情况表"),
    ("procurement", "政府采购预算明细表"),
    ("department-performance", "部门整体绩效目标表"),
    (
        "project-performance",
        "市级重点专项资金绩效目标表（一级项目）",
        "市级一般性项目绩效目标表（一级项目）",
    ),
)

FORM = national.of_place(
    "chongqing-2026", "重庆市2026年部门预算公开表", "500000", (2026, 2026), TABLES
)

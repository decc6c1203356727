"""Yantai 2026: thirteen tables, in 万元; income goes by function."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "收支总体情况表"),
    ("income-by-function", "收入总体情况表"),
    ("expenditure-summary", "支出总体情况表"),
    ("fiscal-balance", "财政拨款收支总体情况表"),
    ("general-budget-by-function", "一般公共预算支出情况表"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出情况表"),
    ("three-public", "一般公共预算“三公”经费支出情况表"),
    ("government-fund-expenditure", "政府性基金预算支出情况表"),
    ("state-capital-expenditure", "国有资本经营预算支出情况表"),
    ("basic-expenditure", "基本支出预算情况表"),
    ("project-expenditure", "项目支出预算情况表"),
    ("procurement", "政府采购预算表"),
    (
        "project-performance",
        "政策和项目预算绩效目标表",
        "专项资金绩效目标表",
        "单位预算项目绩效目标表",
    ),
)

FORM = national.of_place(
    "yantai-2026", "烟台市2026年部门预算公开表", "370600", (2026, 2026), TABLES
)

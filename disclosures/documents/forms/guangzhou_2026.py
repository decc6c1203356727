"""Guangzhou 2026: twelve tables, in 万元; 行政经费 stands beside the three public expenses."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "收支总体情况表"),
    ("department-income", "收入总体情况表"),
    ("expenditure-summary", "本年支出总体情况表"),
    ("fiscal-balance", "财政拨款收支总体情况表"),
    ("general-budget-by-function", "一般公共预算支出情况表（按功能分类科目）"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出情况表（按经济分类科目）"),
    ("project-by-economic", "一般公共预算项目支出情况表（按经济分类科目）"),
    ("three-public", "财政拨款安排的行政经费及“三公”经费预算表"),
    ("government-fund-expenditure", "政府性基金预算支出情况表"),
    ("state-capital-expenditure", "国有资本经营预算支出情况表"),
    ("basic-expenditure", "部门预算基本支出预算表"),
    ("project-expenditure", "部门预算项目支出及其他支出预算表"),
)

FORM = national.of_place(
    "guangzhou-2026", "广州市2026年部门预算公开表", "440100", (2026, 2026), TABLES
)

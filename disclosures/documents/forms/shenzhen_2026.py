"""Shenzhen 2026: eleven tables, in 万元; basic and project expenditure are tables of their own."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "收支总表"),
    ("department-income", "收入总表"),
    ("expenditure-summary", "支出总表"),
    ("basic-expenditure", "基本支出总表"),
    ("project-expenditure", "项目支出总表"),
    ("fiscal-balance", "财政拨款收支总表"),
    ("general-budget-by-function", "一般公共预算支出表（按功能分类）"),
    ("general-budget-by-economic", "一般公共预算支出表（按经济分类）"),
    ("three-public", "财政拨款“三公”经费支出表"),
    ("government-fund-expenditure", "政府性基金预算支出表"),
    ("state-capital-expenditure", "国有资本经营预算支出表"),
)

FORM = national.of_place(
    "shenzhen-2026", "深圳市2026年部门预算公开表", "440300", (2026, 2026), TABLES
)

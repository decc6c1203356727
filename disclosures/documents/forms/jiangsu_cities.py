"""The family of Jiangsu's cities since 2025: thirteen tables, 公开01表 to 公开13表, in 万元."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "收支总表"),
    ("department-income", "收入总表"),
    ("expenditure-summary", "支出总表"),
    ("fiscal-balance", "财政拨款收支总表"),
    ("fiscal-by-function", "财政拨款支出表（功能科目）"),
    ("fiscal-basic-by-economic", "财政拨款基本支出表（经济科目）"),
    ("general-budget-by-function", "一般公共预算支出表"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出表"),
    ("three-public", "一般公共预算“三公”经费、会议费、培训费支出表"),
    ("government-fund-expenditure", "政府性基金预算支出表"),
    ("state-capital-expenditure", "国有资本经营预算支出预算表"),
    ("operating-by-economic", "一般公共预算机关运行经费支出预算表"),
    ("procurement", "政府采购支出表"),
)

"""Jiangsu province 2017 to 2019: twelve tables, in 万元, without state capital."""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "收支预算总表"),
    ("department-income", "收入预算总表"),
    ("expenditure-summary", "支出预算总表"),
    ("fiscal-balance", "财政拨款收支预算总表"),
    ("fiscal-by-function", "财政拨款支出预算表（功能科目）", "财政拨款支出预算表"),
    ("fiscal-basic-by-economic", "财政拨款基本支出预算表（经济科目）", "财政拨款基本支出预算表"),
    ("general-budget-by-function", "一般公共预算支出预算表（功能科目）"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出预算表（经济科目）"),
    ("three-public", "“三公”经费、会议费、培训费支出预算表"),
    (
        "government-fund-expenditure",
        "政府性基金预算财政拨款支出预算表",
        "财政拨款政府性基金支出预算表",
    ),
    ("operating-by-economic", "一般公共预算机关运行经费支出预算表"),
    ("procurement", "政府采购支出预算表", "政府采购预算表"),
)

FORM = national.of_place(
    "jiangsu-2017", "江苏省2017—2019年部门预算公开表", "320000", (2017, 2019), TABLES
)

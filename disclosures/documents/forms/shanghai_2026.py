"""Shanghai 2026: nine tables, in 元 but for the three public expenses; income goes by function.

A department titles them 部门…, a unit 预算单位….
"""

from disclosures.classification.money import Unit
from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "部门财务收支预算总表", "预算单位财务收支预算总表"),
    ("income-by-function", "部门收入预算总表", "预算单位收入预算总表"),
    ("expenditure-summary", "部门支出预算总表", "预算单位支出预算总表"),
    ("fiscal-balance", "部门财政拨款收支预算总表", "预算单位财政拨款收支预算总表"),
    (
        "general-budget-by-function",
        "部门一般公共预算支出功能分类预算表",
        "预算单位一般公共预算支出功能分类预算表",
    ),
    (
        "government-fund-expenditure",
        "部门政府性基金预算支出功能分类预算表",
        "预算单位政府性基金预算支出功能分类预算表",
    ),
    (
        "state-capital-expenditure",
        "部门国有资本经营预算支出功能分类预算表",
        "预算单位国有资本经营预算支出功能分类预算表",
    ),
    (
        "general-budget-basic-by-economic",
        "部门一般公共预算基本支出部门预算经济分类预算表",
        "预算单位一般公共预算基本支出部门预算经济分类预算表",
    ),
    ("three-public", "部门“三公”经费和机关运行经费预算表", "单位“三公”经费和机关运行经费预算表"),
)

FORM = national.of_place(
    "shanghai-2026", "上海市2026年部门预算公开表", "310000", (2026, 2026), TABLES, Unit.YUAN
)

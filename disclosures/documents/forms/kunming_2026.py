"""Kunming 2026: seventeen tables, in 元; more titles begin with 部门.

A body that answers to the province prints 省对下 and 中央转移支付补助 for the same two tables.
"""

from disclosures.classification.money import Unit
from disclosures.documents.forms import yunnan
from disclosures.documents.forms.form import Form

TABLES = yunnan.printed(
    ("financial-balance", "部门财务收支预算总表"),
    ("department-income", "部门收入预算表"),
    ("department-expenditure", "部门支出预算表"),
    ("fiscal-balance", "部门财政拨款收支预算总表"),
    ("general-budget-by-function", "一般公共预算支出预算表（按功能科目分类）"),
    ("three-public", "一般公共预算“三公”经费支出预算表"),
    ("basic-expenditure", "部门基本支出预算表"),
    ("project-expenditure", "部门项目支出预算表"),
    ("project-performance", "部门项目支出绩效目标表"),
    ("government-fund-expenditure", "部门政府性基金预算支出预算表"),
    ("procurement", "部门政府采购预算表"),
    ("purchased-services", "部门政府购买服务预算表"),
    ("transfer-to-district", "市对下转移支付预算表"),
    ("transfer-performance", "市对下转移支付绩效目标表"),
    ("new-assets", "新增资产配置表"),
    ("superior-subsidy-projects", "上级转移支付补助项目支出预算表"),
    ("medium-term-plan", "部门项目中期规划预算表"),
)

FORM = Form(
    name="kunming-2026",
    label="昆明市2026年部门预算公开表",
    region_code="530100",
    year_from=2026,
    year_to=2026,
    level="市对下",
    unit=Unit.YUAN,
    tables=TABLES,
    others=yunnan.others(TABLES),
)

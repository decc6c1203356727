"""Beijing 2026: fourteen tables, 预算01表 to 预算14表, in 万元 with six decimals.

Tables are a file of their own. The fourteenth is printed by those that pass funds on.
"""

from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "收支总表"),
    ("department-income", "收入总表"),
    ("expenditure-summary", "支出总表"),
    ("fiscal-balance", "财政拨款收支总表"),
    ("general-budget-by-function", "一般公共预算支出表"),
    ("general-budget-basic-by-economic", "一般公共预算基本支出表"),
    ("government-fund-expenditure", "政府性基金预算支出表"),
    ("state-capital-expenditure", "国有资本经营预算支出表"),
    ("three-public", "财政拨款“三公”经费支出表"),
    ("procurement", "政府采购预算明细表"),
    ("purchased-services", "财政拨款政府购买服务明细表"),
    ("project-performance", "项目支出绩效目标表"),
    ("department-performance", "部门整体支出绩效目标表"),
    ("transfer-performance", "专项转移支付绩效目标表"),
)

FORM = national.of_place(
    "beijing-2026", "北京市2026年部门预算公开表", "110000", (2026, 2026), TABLES
)

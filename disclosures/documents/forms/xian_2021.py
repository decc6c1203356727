"""Xi'an 2021 and 2022: sixteen tables, in 元, of which many leave out what was carried forward.

Three have no table of ours and are kept as printed: 政府性基金收支表, 上年结转资金支出表 and
专项资金总体绩效目标表.
"""

from disclosures.classification.money import Unit
from disclosures.documents.forms import national

TABLES = national.printed(
    ("financial-balance", "部门综合预算收支总表"),
    ("department-income", "部门综合预算收入总表"),
    ("expenditure-summary", "部门综合预算支出总表"),
    ("fiscal-balance", "部门综合预算财政拨款收支总表"),
    (
        "general-budget-by-function",
        "部门综合预算一般公共预算支出明细表（按支出功能分类科目）",
        "部门综合预算一般公共预算支出明细表（按支出功能分类科目-不含上年结转）",
        "部门综合预算一般公共预算支出明细表（按功能科目分）",
    ),
    (
        "general-budget-by-economic",
        "部门综合预算一般公共预算支出明细表（按支出经济分类科目）",
        "部门综合预算一般公共预算支出明细表（按支出经济分类科目-不含上年结转）",
        "部门综合预算一般公共预算支出明细表（按经济分类科目分）",
    ),
    (
        "general-budget-basic-by-function",
        "部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）",
        "部门综合预算一般公共预算基本支出明细表（按支出功能分类科目-不含上年结转）",
        "部门综合预算一般公共预算基本支出明细表（按功能科目分）",
    ),
    (
        "general-budget-basic-by-economic",
        "部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）",
        "部门综合预算一般公共预算基本支出明细表（按支出经济分类科目-不含上年结转）",
        "部门综合预算一般公共预算基本支出明细表（支出经济分类科目-不含上年结转）",
    ),
    (
        "project-expenditure",
        "部门综合预算专项业务经费支出表",
        "部门综合预算专项业务经费支出表（不含上年结转）",
    ),
    (
        "procurement",
        "部门综合预算政府采购（资产配置、购买服务）预算表",
        "部门综合预算政府采购（资产配置、购买服务）预算表（不含上年结转）",
    ),
    (
        "three-public",
        "部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表",
        "部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表（不含上年结转）",
        "部门综合预算一般公共预算拨款“三公”经费、会议费、培训费表（不含上年结转）",
    ),
    ("project-performance", "部门专项业务经费绩效目标表", "部门预算专项业务经费绩效目标表"),
    ("department-performance", "部门整体支出绩效目标表"),
)

FORM = national.of_place(
    "xian-2021", "西安市2021—2022年部门预算公开表", "610100", (2021, 2022), TABLES, Unit.YUAN
)

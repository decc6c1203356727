"""The family of Yunnan's forms: every table of the province's system, with the titles met for it.

A place and year says in its own file which of them it prints, and how it titles them. Titles that
differ in width, quotes, brackets, 部门 or the level of 对下 need no alias.
"""

from disclosures.documents.forms.form import FormTable

ALIASES: dict[str, tuple[str, ...]] = {
    "financial-balance": (
        "财务收支预算总表",
        "财务收支预算总体情况表",
        "财务收支总体情况表",
        "收支预算总表",
    ),
    "department-income": ("部门收入预算表", "部门收入预算总表", "部门收入总体情况表"),
    "department-expenditure": ("部门支出预算表", "部门支出预算总表", "部门支出总体情况表"),
    "fiscal-balance": ("财政拨款收支预算总表", "财政拨款收支预算表", "财政拨款收支总体情况表"),
    "general-budget-by-function": (
        "一般公共预算支出预算表（按功能科目分类）",
        "一般公共预算支出预算表",
        "一般公共预算支出表",
        "一般公共预算支出情况表",
    ),
    "three-public": (
        "一般公共预算“三公”经费支出预算表",
        "一般公共预算“三公”经费支出表",
        "一般公共预算“三公”经费支出情况表",
        "一般公共预算财政拨款“三公”经费支出预算表",
        "“三公”经费支出预算表",
        "“三公”经费预算表",
    ),
    "basic-expenditure": (
        "部门基本支出预算表（人员类、运转类公用经费项目）",
        "部门基本支出预算表",
        "部门基本支出情况表",
    ),
    "project-expenditure": (
        "部门项目支出预算表（其他运转类、特定目标类项目）",
        "部门项目支出预算表",
        "部门项目支出情况表",
    ),
    "project-performance": (
        "部门项目支出绩效目标表（本次下达）",
        "市本级项目支出绩效目标表（本级下达）",
        "部门项目支出绩效目标表",
    ),
    "project-performance-issued-separately": (
        "部门项目支出绩效目标表（另文下达）",
        "市本级项目支出绩效目标表（另文下达）",
    ),
    "government-fund-expenditure": (
        "部门政府性基金预算支出预算表",
        "部门政府性基金预算支出表",
        "部门政府性基金预算支出情况表",
    ),
    "procurement": ("部门政府采购预算表", "部门政府采购情况表"),
    "purchased-services": ("部门政府购买服务预算表", "部门政府购买服务情况表"),
    "transfer-to-district": ("对下转移支付预算表", "对下专项转移支付预算表"),
    "transfer-performance": ("对下转移支付绩效目标表", "对下专项转移支付绩效目标表"),
    "new-assets": ("部门新增资产配置表", "部门新增资产配置预算表"),
    "superior-subsidy-projects": (
        "上级补助项目支出预算表",
        "上级转移支付补助项目支出预算表",
        "中央转移支付补助项目支出预算表",
    ),
    "medium-term-plan": (
        "部门项目中期规划预算表",
        "部门项目支出中期规划预算表",
        "部门项目支出中期规划表",
    ),
}


def printed(*titles: tuple[str, str]) -> tuple[FormTable, ...]:
    """The tables of a form, from (registry name, printed title) in the order of print."""
    return tuple(FormTable(name, title, ALIASES[name]) for name, title in titles)


def others(tables: tuple[FormTable, ...]) -> tuple[FormTable, ...]:
    """The family's tables that a form does not print."""
    names = {each.table for each in tables}
    return tuple(
        FormTable(name, aliases[0], aliases)
        for name, aliases in ALIASES.items()
        if name not in names
    )

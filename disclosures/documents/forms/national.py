"""The tables that departments print everywhere in China, for places without a form of their own.

Titles are those met in many cities. The layout follows the 部门预算公开 formats of 财政部.
"""

from disclosures.classification.money import Unit
from disclosures.documents.forms.form import Form, FormTable

ANYWHERE = ""  # no division: the form of a place that has none of its own

TABLES = (
    FormTable(
        "financial-balance",
        "收支总表",
        ("部门收支总表", "单位收支总表", "收支预算总表", "部门收支预算总表", "财务收支预算总表",
         "部门收支总体情况表", "收支总体情况表", "部门预算收支总表", "收入支出预算总表",
         "预算收支总表", "部门综合预算收支总表", "收支总体情况总表", "部门财务收支预算总表",
         "年部门收支总表", "财务收支总表", "收支预算表", "财务收支预算总体情况表"),
    ),
    FormTable(
        "department-income",
        "收入总表",
        ("部门收入总表", "单位收入总表", "收入预算总表", "部门收入预算表", "收入总体情况表",
         "部门收入总体情况表", "部门综合预算收入总表", "收入预算表", "部门收入预算总表",
         "财务收入预算总表"),
    ),
    FormTable(
        "expenditure-summary",
        "支出总表",
        ("部门支出总表", "单位支出总表", "支出预算总表", "部门支出预算表", "支出总体情况表",
         "部门支出总体情况表", "支出预算表", "部门支出预算总表", "部门综合预算支出总表",
         "财务支出预算总表", "支出总表按功能分类", "部门综合预算支出总表按功能科目分"),
    ),
    FormTable(
        "fiscal-balance",
        "财政拨款收支总表",
        ("部门财政拨款收支总表", "单位财政拨款收支总表", "财政拨款收支预算总表",
         "财政拨款收支总体情况表", "财政拨款收支预算表", "部门综合预算财政拨款收支总表",
         "财政拨款收支总体情况总表", "财政拨款收入支出预算总表"),
    ),
    FormTable(
        "general-budget-by-function",
        "一般公共预算支出表",
        ("一般公共预算支出表（按功能分类）", "一般公共预算支出预算表", "一般公共预算支出情况表",
         "一般公共预算财政拨款支出表", "一般公共预算支出功能分类预算表",
         "一般公共预算支出表按功能分类科目", "一般公共预算财政拨款支出预算表",
         "部门综合预算一般公共预算支出明细表按支出功能分类科目",
         "一般公共预算支出明细表按功能科目分", "一般公共预算财政拨款支出表按功能分类",
         "一般公共预算支出预算表按功能科目分类",
         "部门综合预算一般公共预算支出明细表按功能科目分", "部门一般公共预算支出表",
         "一般公共预算财政拨款支出情况表"),
    ),
    FormTable(
        "general-budget-by-economic",
        "一般公共预算支出表（按经济分类）",
        ("一般公共预算支出表按经济分类科目", "一般公共预算支出明细表按经济分类科目分",
         "部门综合预算支出总表按经济分类科目", "一般公共预算支出表按部门预算经济分类"),
    ),
    FormTable(
        "general-budget-basic-by-economic",
        "一般公共预算基本支出表",
        ("一般公共预算基本支出情况表", "一般公共预算基本支出预算表",
         "一般公共预算财政拨款基本支出预算表", "一般公共预算基本支出部门预算经济分类预算表",
         "一般公共预算财政拨款基本支出表", "一般公共预算基本支出表经济分类",
         "部门综合预算一般公共预算基本支出明细表按支出经济分类科目",
         "一般公共预算基本支出预算表经济分类", "一般公共预算基本支出表按经济分类"),
    ),
    FormTable(
        "three-public",
        "财政拨款“三公”经费支出表",
        ("一般公共预算“三公”经费支出表", "财政拨款“三公”经费预算财政拨款情况统计表",
         "“三公”经费预算表", "一般公共预算“三公”经费支出预算表", "三公经费支出表",
         "三公经费支出预算表", "一般公共预算三公经费支出情况表", "财政拨款三公经费预算表",
         "一般公共预算三公经费会议费培训费支出预算表", "财政拨款三公经费支出预算表",
         "一般公共预算财政拨款三公经费支出预算表",
         "一般公共预算拨款三公经费及会议费培训费支出预算表",
         "三公经费和机关运行经费预算表", "一般公共预算三公经费及机关运行经费支出表"),
    ),
    FormTable(
        "government-fund-expenditure",
        "政府性基金预算支出表",
        ("政府性基金预算支出情况表", "政府性基金预算支出预算表", "政府性基金支出预算表",
         "政府性基金预算财政拨款支出表", "政府性基金支出表", "政府性基金预算支出功能分类预算表",
         "部门政府性基金预算支出表", "政府性基金预算财政拨款支出预算表"),
    ),
    FormTable(
        "state-capital-expenditure",
        "国有资本经营预算支出表",
        ("国有资本经营预算支出预算表", "国有资本经营预算支出情况表", "国有资本经营支出预算表",
         "国有资本经营预算财政拨款支出表", "国有资本经营预算支出功能分类预算表",
         "部门国有资本经营预算支出表", "国有资本经营预算财政拨款支出预算表"),
    ),
)  # fmt: skip

OTHERS = (
    FormTable(
        "project-expenditure",
        "项目支出表",
        ("项目支出总表", "项目支出预算表", "部门项目支出表", "部门项目支出预算表", "项目支出明细表",
         "专项业务经费支出表", "部门综合预算专项业务经费支出表", "项目支出情况表"),
    ),
    FormTable(
        "basic-expenditure", "基本支出表", ("基本支出总表", "基本支出预算表", "部门基本支出预算表")
    ),
    FormTable(
        "project-performance",
        "项目支出绩效目标表",
        ("项目支出绩效表", "项目绩效目标表", "部门项目支出绩效目标表", "项目支出绩效信息表",
         "重点项目绩效目标表", "部门预算项目绩效目标表", "项目绩效目标申报表"),
    ),
    FormTable(
        "procurement",
        "政府采购预算表",
        ("部门政府采购预算表", "政府采购预算明细表", "政府采购情况表", "政府采购支出表",
         "政府采购支出预算表", "政府采购项目预算表", "部门综合预算政府采购表"),
    ),
    FormTable(
        "purchased-services",
        "政府购买服务预算表",
        ("政府购买服务支出表", "政府购买服务预算财政拨款明细表", "政府购买服务支出预算表",
         "部门政府购买服务预算表"),
    ),
    FormTable("income-by-function", "收入总表（按功能分类）"),
    FormTable("fiscal-by-function", "财政拨款支出表（功能科目）", ("财政拨款支出预算表",)),
    FormTable("fiscal-basic-by-economic", "财政拨款基本支出表（经济科目）",
              ("财政拨款基本支出预算表",)),
    FormTable("general-budget-basic-by-function", "一般公共预算基本支出明细表（按功能科目分）"),
    FormTable("project-by-economic", "一般公共预算项目支出表（按经济分类）",
              ("一般公共预算项目支出情况表（按经济分类科目）",)),
    FormTable("operating-by-economic", "一般公共预算机关运行经费支出预算表",
              ("机关运行经费支出表", "机关运行经费预算表")),
    FormTable("department-performance", "部门整体支出绩效目标表",
              ("部门整体绩效目标表", "单位整体支出绩效目标表", "部门整体支出绩效目标申报表")),
    FormTable("project-self-evaluation", "项目支出绩效自评表",
              ("项目绩效自评表", "部门项目支出绩效自评表", "项目支出绩效自我评价表")),
    FormTable("superior-subsidy-projects", "上级补助项目支出预算表"),
    FormTable("medium-term-plan", "部门项目中期规划预算表"),
    FormTable("transfer-to-district", "对下转移支付预算表"),
    FormTable("transfer-performance", "对下转移支付绩效目标表"),
    FormTable("new-assets", "新增资产配置表", ("新增资产配置预算表", "国有资产配置预算表")),
)  # fmt: skip

FORM = Form(
    name="national",
    label="全国通用的部门预算公开表",
    region_code=ANYWHERE,
    year_from=2018,
    year_to=2100,
    level="对下",
    unit=Unit.WAN_YUAN,
    tables=TABLES,
    others=OTHERS,
    by_meaning=True,
)


MEANT = {each.table: each for each in (*TABLES, *OTHERS)}


def printed(*titles: tuple[str, ...]) -> tuple[FormTable, ...]:
    """The tables of a place's form, from (registry name, title, further titles) in their order.

    Each goes by its national titles too.
    """
    return tuple(
        FormTable(name, title, (*own, MEANT[name].title, *MEANT[name].aliases))
        for name, title, *own in titles
    )


def others(tables: tuple[FormTable, ...]) -> tuple[FormTable, ...]:
    """The national tables that a place's form does not print."""
    names = {each.table for each in tables}
    return tuple(each for each in MEANT.values() if each.table not in names)


def of_place(
    name: str,
    label: str,
    region_code: str,
    years: tuple[int, int],
    tables: tuple[FormTable, ...],
    unit: Unit = Unit.WAN_YUAN,
) -> Form:
    """The form of a place that prints the national tables its own way; `years` first and last.

    It still knows what it does not list by what it says.
    """
    return Form(
        name=name,
        label=label,
        region_code=region_code,
        year_from=years[0],
        year_to=years[1],
        level="对下",
        unit=unit,
        tables=tables,
        others=others(tables),
        by_meaning=True,
    )

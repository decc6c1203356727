"""收入总表 by function code, as many places print it instead of by unit."""

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = (
    "total",
    "fiscal",
    "general_budget",
    "government_fund",
    "state_capital",
    "special_account",
    "service_income",
    "business_income",
    "superior_subsidy",
    "remitted_income",
    "other_income",
    "non_fiscal_balance",
    "carried_forward",
)


class IncomeByFunction(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元."""

    fiscal = MoneyField("财政拨款收入小计")
    general_budget = MoneyField("财政拨款收入：一般公共预算")
    government_fund = MoneyField("财政拨款收入：政府性基金预算")
    state_capital = MoneyField("财政拨款收入：国有资本经营预算")
    special_account = MoneyField("财政专户管理资金收入")
    service_income = MoneyField("事业收入")
    business_income = MoneyField("事业单位经营收入")
    superior_subsidy = MoneyField("上级补助收入")
    remitted_income = MoneyField("附属单位上缴收入")
    other_income = MoneyField("其他收入")
    non_fiscal_balance = MoneyField("使用非财政拨款结余")
    carried_forward = MoneyField("上年结转结余")

    class Meta(ByFunction.Meta):
        verbose_name = "收入总表（功能分类）"
        verbose_name_plural = "收入总表（功能分类）"


SPEC = TableSpec(
    name="income-by-function",
    number=23,
    title="收入总表（按功能分类）",
    model=IncomeByFunction,
    header=(
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Column("total", "合计", also=("本年收入合计",)),
        Group(
            "财政拨款收入",
            (
                Column("fiscal", "小计", also=("财政拨款收入",)),
                Column("general_budget", "一般公共预算"),
                Column("government_fund", "政府性基金预算"),
                Column("state_capital", "国有资本经营预算"),
            ),
        ),
        Column("special_account", "财政专户管理资金"),
        Column("service_income", "事业收入"),
        Column("business_income", "事业单位经营收入"),
        Column("superior_subsidy", "上级补助收入"),
        Column("remitted_income", "附属单位上缴收入"),
        Column("other_income", "其他收入"),
        Column("non_fiscal_balance", also=("用事业基金弥补收支差额",), is_optional=True),
        Column("carried_forward", "上年结转结余"),
    ),
    identities=(
        TreeSum("A07", "function_code", AMOUNTS),
        TotalRow("A07", AMOUNTS, code="function_code"),
    ),
    key=("function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)

"""部门收入预算表: income by budget unit and source."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.funds import FUND_PARTS, UNIT_FUND_COLUMNS, UNIT_FUND_PARTS
from disclosures.tables.identity import RowSum, TotalRow
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, Group, TableSpec

CARRIED_FORWARD_PARTS = tuple(f"carried_forward_{part}" for part in FUND_PARTS)
AMOUNTS = (
    "total",
    "this_year",
    *FUND_PARTS,
    *UNIT_FUND_PARTS,
    "non_fiscal_balance",
    "carried_forward",
    *CARRIED_FORWARD_PARTS,
)


class DepartmentIncome(TableRow):
    """One row a unit with a 合计 row, in 元."""

    unit_code = models.CharField("部门（单位）代码", max_length=20, blank=True, db_index=True)
    unit_name = models.CharField("部门（单位）名称", blank=True)
    total = MoneyField("收入合计")
    this_year = MoneyField("本年收入小计")
    general_budget = MoneyField("本年收入：一般公共预算")
    government_fund = MoneyField("本年收入：政府性基金预算")
    state_capital = MoneyField("本年收入：国有资本经营预算")
    special_account = MoneyField("本年收入：财政专户管理资金")
    unit_funds = MoneyField("本年收入：单位资金小计")
    service_income = MoneyField("本年收入：事业收入")
    business_income = MoneyField("本年收入：事业单位经营收入")
    superior_subsidy = MoneyField("本年收入：上级补助收入")
    remitted_income = MoneyField("本年收入：附属单位上缴收入")
    other_income = MoneyField("本年收入：其他收入")
    non_fiscal_balance = MoneyField("使用非财政拨款结余")
    carried_forward = MoneyField("上年结转结余小计")
    carried_forward_general_budget = MoneyField("上年结转结余：一般公共预算")
    carried_forward_government_fund = MoneyField("上年结转结余：政府性基金预算")
    carried_forward_state_capital = MoneyField("上年结转结余：国有资本经营预算")
    carried_forward_special_account = MoneyField("上年结转结余：财政专户管理资金")
    carried_forward_unit_funds = MoneyField("上年结转结余：单位资金")

    class Meta(TableRow.Meta):
        verbose_name = "部门收入预算"
        verbose_name_plural = "部门收入预算"


SPEC = TableSpec(
    name="department-income",
    number=2,
    sheet_code="01-2",
    title="部门收入预算表",
    model=DepartmentIncome,
    header=(
        Column("unit_code"),
        Column("unit_name"),
        Column("total", "合计"),
        Group(
            "本年收入",
            (
                Column("this_year", "小计"),
                Column("general_budget", "一般公共预算"),
                Column("government_fund", "政府性基金预算"),
                Column("state_capital", "国有资本经营预算"),
                Column("special_account", "财政专户管理资金"),
                Group("单位资金", UNIT_FUND_COLUMNS),
            ),
        ),
        Column("non_fiscal_balance", also=("用事业基金弥补收支差额",), is_optional=True),
        Group(
            "上年结转结余",
            (
                Column("carried_forward", "小计"),
                Column("carried_forward_general_budget", "一般公共预算"),
                Column("carried_forward_government_fund", "政府性基金预算"),
                Column("carried_forward_state_capital", "国有资本经营预算"),
                Column("carried_forward_special_account", "财政专户管理资金"),
                Column("carried_forward_unit_funds", "单位资金"),
            ),
        ),
    ),
    identities=(
        RowSum("A03", "unit_funds", UNIT_FUND_PARTS),
        RowSum("A06", "total", ("this_year", "non_fiscal_balance", "carried_forward")),
        RowSum("A06", "this_year", FUND_PARTS),
        RowSum("A06", "carried_forward", CARRIED_FORWARD_PARTS),
        TotalRow("A07", AMOUNTS, code="unit_code"),
    ),
    key=("unit_code", "unit_name"),
    filters=("unit_code",),
)

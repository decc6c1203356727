"""Header groups and sums of 资金来源, shared by the tables that print them."""

from disclosures.tables.columns import Column, Group

UNIT_FUND_PARTS = (
    "service_income",
    "business_income",
    "superior_subsidy",
    "remitted_income",
    "other_income",
)
FUND_PARTS = ("general_budget", "government_fund", "state_capital", "special_account", "unit_funds")
FUNDS = ("total", *FUND_PARTS, *UNIT_FUND_PARTS)

UNIT_FUND_COLUMNS = (
    Column("unit_funds", "小计"),
    Column("service_income", "事业收入"),
    Column("business_income", "事业单位经营收入"),
    Column("superior_subsidy", "上级补助收入"),
    Column("remitted_income", "附属单位上缴收入"),
    Column("other_income", "其他收入"),
)
UNIT_FUNDS = Group("单位资金", UNIT_FUND_COLUMNS)

PURCHASE_FUNDS = Group(
    "资金来源",
    (
        Column("total", "合计"),
        Column("general_budget"),
        Column("government_fund"),
        Column("state_capital"),
        Column("special_account"),
        Group("单位自筹", UNIT_FUND_COLUMNS),
    ),
)

CARRIED_FORWARD_PARTS = (
    "carried_forward_general_budget",
    "carried_forward_government_fund",
    "carried_forward_state_capital",
)
CARRIED_FORWARD = Group(
    "财政拨款结转结余",
    (
        Column("carried_forward_general_budget", "一般公共预算"),
        Column("carried_forward_government_fund", "政府性基金预算"),
        Column("carried_forward_state_capital", "国有资本经营预算"),
    ),
)
CARRIED_FORWARD_SUM = Column("carried_forward", "上年结转结余", is_optional=True)
NON_FISCAL_BALANCE = Column("non_fiscal_balance", is_optional=True)
FISCAL = Column("fiscal", also=("财政拨款",), is_optional=True)
# What places that list projects, or economic classes, below their units call the column of both.
CLASS_NAMES = ("支出项目类别", "支出项目类别（资金使用单位）")
PROJECT_NAMES = (*CLASS_NAMES, "单位（项目）名称")

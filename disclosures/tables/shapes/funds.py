"""Where the money of a row comes from (tables 7, 8, 12 and 13)."""

from disclosures.records.fields import MoneyField
from disclosures.tables.shapes.row import TableRow


class Funded(TableRow):
    """资金来源: a total, the three budgets, the special account and the unit's own funds."""

    total = MoneyField("资金来源总计")
    general_budget = MoneyField("一般公共预算")
    government_fund = MoneyField("政府性基金预算")
    state_capital = MoneyField("国有资本经营预算")
    special_account = MoneyField("财政专户管理资金")
    unit_funds = MoneyField("单位资金小计")
    service_income = MoneyField("单位资金：事业收入")
    business_income = MoneyField("单位资金：事业单位经营收入")
    superior_subsidy = MoneyField("单位资金：上级补助收入")
    remitted_income = MoneyField("单位资金：附属单位上缴收入")
    other_income = MoneyField("单位资金：其他收入")

    class Meta(TableRow.Meta):
        abstract = True

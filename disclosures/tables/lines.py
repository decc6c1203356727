"""The lines of the two balances (财务收支预算总表, 财政拨款收支预算总表), by key.

A key is the word that other tables use for the same money, and stands for one line of one side;
a line that is printed but known by none keeps its label and has an empty key.
"""

from django.db import models


class Side(models.TextChoices):
    """Which of the two lists of a balance."""

    INCOME = "income", "收入"
    EXPENDITURE = "expenditure", "支出"


class Line(models.TextChoices):
    """What a line of a balance is."""

    GENERAL_BUDGET = "general_budget", "一般公共预算拨款收入"
    GOVERNMENT_FUND = "government_fund", "政府性基金预算拨款收入"
    STATE_CAPITAL = "state_capital", "国有资本经营预算拨款收入"
    SPECIAL_ACCOUNT = "special_account", "财政专户管理资金收入"
    UNIT_FUNDS = "unit_funds", "单位资金收入"
    SERVICE_INCOME = "service_income", "事业收入"
    BUSINESS_INCOME = "business_income", "事业单位经营收入"
    SUPERIOR_SUBSIDY = "superior_subsidy", "上级补助收入"
    REMITTED_INCOME = "remitted_income", "附属单位上缴收入"
    OTHER_INCOME = "other_income", "其他收入"
    INCOME_THIS_YEAR = "income_this_year", "本年收入合计"
    CARRIED_FORWARD = "carried_forward", "上年结转结余"
    CARRIED_FORWARD_GENERAL_BUDGET = "carried_forward_general_budget", "上年结转：一般公共预算"
    CARRIED_FORWARD_GOVERNMENT_FUND = "carried_forward_government_fund", "上年结转：政府性基金预算"
    CARRIED_FORWARD_STATE_CAPITAL = "carried_forward_state_capital", "上年结转：国有资本经营预算"
    NON_FISCAL_BALANCE = "non_fiscal_balance", "使用非财政拨款结余"
    INCOME_TOTAL = "income_total", "收入总计"
    FUNCTION = "function", "功能科目类"
    EXPENDITURE_THIS_YEAR = "expenditure_this_year", "本年支出合计"
    BALANCE_DISTRIBUTED = "balance_distributed", "结余分配"
    YEAR_END = "year_end", "年终结转结余"
    EXPENDITURE_TOTAL = "expenditure_total", "支出总计"

"""财政拨款收支预算总表: fiscal appropriation received against what it is spent on."""

from disclosures.records.fields import MoneyField
from disclosures.tables.balance_columns import EXPENDITURE_LABEL, bases
from disclosures.tables.identity import LineSum
from disclosures.tables.lines import Line, Side
from disclosures.tables.shapes import Balance
from disclosures.tables.spec import Column, Group, Half, PrintedLine, TableSpec


class FiscalBalance(Balance):
    """本年收入 and 上年结转 by the three budgets, expenditure by class of function code, in 元.

    Many forms split each line of expenditure into the three budgets, too.
    """

    general_budget = MoneyField("一般公共预算财政拨款")
    government_fund = MoneyField("政府性基金预算财政拨款")
    state_capital = MoneyField("国有资本经营预算财政拨款")

    class Meta(Balance.Meta):
        verbose_name = "财政拨款收支预算"
        verbose_name_plural = "财政拨款收支预算"


BUDGETS = (
    Column("general_budget", "一般公共预算", is_optional=True),
    Column("government_fund", "政府性基金预算", is_optional=True),
    Column("state_capital", "国有资本经营预算", is_optional=True),
)

SPEC = TableSpec(
    name="fiscal-balance",
    number=4,
    sheet_code="02-1",
    title="财政拨款收支预算总表",
    model=FiscalBalance,
    header=(
        Column("side", "收支"),
        Column("line", "行次"),
        Column("label", "项目"),
        Column("function_code", "科目编码"),
        Column("amount", "预算数"),
        *BUDGETS,
        *bases(),
    ),
    halves=(
        Half(
            Side.INCOME,
            (Group("收入", (Column("label", "项目"), Column("amount", "预算数"), *bases())),),
            (
                PrintedLine("一、本年收入", Line.INCOME_THIS_YEAR),
                PrintedLine("（一）一般公共预算拨款", Line.GENERAL_BUDGET),
                PrintedLine("（二）政府性基金预算拨款", Line.GOVERNMENT_FUND),
                PrintedLine("（三）国有资本经营预算拨款", Line.STATE_CAPITAL),
                PrintedLine("二、上年结转", Line.CARRIED_FORWARD),
                PrintedLine("（一）一般公共预算拨款", Line.CARRIED_FORWARD_GENERAL_BUDGET),
                PrintedLine("（二）政府性基金预算拨款", Line.CARRIED_FORWARD_GOVERNMENT_FUND),
                PrintedLine("（三）国有资本经营预算拨款", Line.CARRIED_FORWARD_STATE_CAPITAL),
                PrintedLine("收入总计", Line.INCOME_TOTAL),
            ),
        ),
        Half(
            Side.EXPENDITURE,
            (
                Group(
                    "支出",
                    (
                        EXPENDITURE_LABEL,
                        Column("amount", "预算数"),
                        *BUDGETS,
                        *bases(),
                    ),
                ),
            ),
            (
                PrintedLine("一、本年支出", Line.EXPENDITURE_THIS_YEAR),
                PrintedLine("（{0}）{1}", Line.FUNCTION),
                PrintedLine("二、年终结转结余", Line.YEAR_END),
                PrintedLine("支出总计", Line.EXPENDITURE_TOTAL),
            ),
        ),
    ),
    identities=(
        LineSum("A04", Line.INCOME_TOTAL, (Line.INCOME_THIS_YEAR, Line.CARRIED_FORWARD)),
        LineSum("A04", Line.EXPENDITURE_TOTAL, (Line.EXPENDITURE_THIS_YEAR, Line.YEAR_END)),
        LineSum("A10", Line.INCOME_TOTAL, (Line.EXPENDITURE_TOTAL,)),
        LineSum(
            "A10",
            Line.INCOME_THIS_YEAR,
            (Line.GENERAL_BUDGET, Line.GOVERNMENT_FUND, Line.STATE_CAPITAL),
        ),
        LineSum(
            "A10",
            Line.CARRIED_FORWARD,
            (
                Line.CARRIED_FORWARD_GENERAL_BUDGET,
                Line.CARRIED_FORWARD_GOVERNMENT_FUND,
                Line.CARRIED_FORWARD_STATE_CAPITAL,
            ),
        ),
    ),
    key=("label",),
    code_lists=(("function_code", "functions"),),
    filters=("side", "line", "function_code"),
)

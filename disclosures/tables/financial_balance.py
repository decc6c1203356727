"""财务收支预算总表: all income against all expenditure."""

from disclosures.records.fields import MoneyField
from disclosures.tables.balance_columns import EXPENDITURE_LABEL, bases
from disclosures.tables.identity import FunctionLineSum, LineSum
from disclosures.tables.lines import Line, Side
from disclosures.tables.shapes import Balance
from disclosures.tables.spec import Column, Group, Half, PrintedLine, TableSpec


class FinancialBalance(Balance):
    """Every source of income by line, every class of expenditure by function code, in 元.

    Shanghai splits each line of expenditure into basic and project expenditure, too.
    """

    basic = MoneyField("基本支出小计")
    basic_personnel = MoneyField("基本支出：人员经费")
    basic_public_use = MoneyField("基本支出：公用经费")
    project = MoneyField("项目支出")

    class Meta(Balance.Meta):
        verbose_name = "财务收支预算"
        verbose_name_plural = "财务收支预算"


SPENT = Group(
    "基本支出",
    (
        Column("basic", "小计", is_optional=True),
        Column("basic_personnel", "人员经费", is_optional=True),
        Column("basic_public_use", "公用经费", is_optional=True),
    ),
)
PROJECT = Column("project", "项目支出", is_optional=True)

SPEC = TableSpec(
    name="financial-balance",
    number=1,
    sheet_code="01-1",
    title="财务收支预算总表",
    model=FinancialBalance,
    header=(
        Column("side", "收支"),
        Column("line", "行次"),
        Column("label", "项目"),
        Column("function_code", "科目编码"),
        Column("amount", "预算数"),
        SPENT,
        PROJECT,
        *bases(),
    ),
    halves=(
        Half(
            Side.INCOME,
            (Group("收入", (Column("label", "项目"), Column("amount", "预算数"), *bases())),),
            (
                PrintedLine("一、一般公共预算拨款收入", Line.GENERAL_BUDGET),
                PrintedLine("二、政府性基金预算拨款收入", Line.GOVERNMENT_FUND),
                PrintedLine("三、国有资本经营预算拨款收入", Line.STATE_CAPITAL),
                PrintedLine("四、财政专户管理资金收入", Line.SPECIAL_ACCOUNT),
                PrintedLine("五、单位资金", Line.UNIT_FUNDS),
                PrintedLine("（一）事业收入", Line.SERVICE_INCOME),
                PrintedLine("（二）事业单位经营收入", Line.BUSINESS_INCOME),
                PrintedLine("（三）上级补助收入", Line.SUPERIOR_SUBSIDY),
                PrintedLine("（四）附属单位上缴收入", Line.REMITTED_INCOME),
                PrintedLine("（五）其他收入", Line.OTHER_INCOME),
                PrintedLine("本年收入合计", Line.INCOME_THIS_YEAR),
                PrintedLine("上年结转结余", Line.CARRIED_FORWARD),
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
                        SPENT,
                        PROJECT,
                        *bases(),
                    ),
                ),
            ),
            (
                PrintedLine("{0}、{1}", Line.FUNCTION),
                PrintedLine("本年支出合计", Line.EXPENDITURE_THIS_YEAR),
                PrintedLine("年终结转结余", Line.YEAR_END),
                PrintedLine("支出总计", Line.EXPENDITURE_TOTAL),
            ),
        ),
    ),
    identities=(
        LineSum("A01", Line.INCOME_TOTAL, (Line.EXPENDITURE_TOTAL,)),
        LineSum(
            "A02",
            Line.INCOME_THIS_YEAR,
            (
                Line.GENERAL_BUDGET,
                Line.GOVERNMENT_FUND,
                Line.STATE_CAPITAL,
                Line.SPECIAL_ACCOUNT,
                Line.UNIT_FUNDS,
            ),
        ),
        LineSum(
            "A03",
            Line.UNIT_FUNDS,
            (
                Line.SERVICE_INCOME,
                Line.BUSINESS_INCOME,
                Line.SUPERIOR_SUBSIDY,
                Line.REMITTED_INCOME,
                Line.OTHER_INCOME,
            ),
        ),
        LineSum(
            "A04",
            Line.INCOME_TOTAL,
            (Line.INCOME_THIS_YEAR, Line.NON_FISCAL_BALANCE, Line.CARRIED_FORWARD),
        ),
        LineSum(
            "A04",
            Line.EXPENDITURE_TOTAL,
            (Line.EXPENDITURE_THIS_YEAR, Line.BALANCE_DISTRIBUTED, Line.YEAR_END),
        ),
        FunctionLineSum("A05", Line.EXPENDITURE_THIS_YEAR),
    ),
    key=("label",),
    code_lists=(("function_code", "functions"),),
    filters=("side", "line", "function_code"),
)

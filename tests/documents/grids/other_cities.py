"""Standard tables in the header wordings of places that no file of ours names.

A header is written as rows of cells `text`, `text>n` over n columns, `text^n` over n rows, "" for
a place that another covers. `truth` says, row by row, what must be read, in 元; what it does not
name must not be read.
"""

import re
from dataclasses import dataclass

from disclosures.documents.grids.grid import Grid, Place

CELL = re.compile(r"(?P<text>.*?)(?:>(?P<columns>\d))?(?:\^(?P<rows>\d))?")


@dataclass(frozen=True)
class Printed:
    """One table of one place: what it prints, which table it is, and what it says."""

    place: str
    title: str
    table: str
    rows: tuple[str, ...]
    truth: tuple[dict[str, str], ...]
    unit: str = "万元"


def grid_of(printed: Printed) -> Grid:
    """The grid of a table whose cells are separated by `|`."""
    lines = [each.split("|") for each in printed.rows]
    places = [
        Place(
            match["text"].strip(),
            row,
            column,
            int(match["rows"] or 1),
            int(match["columns"] or 1),
        )
        for row, cells in enumerate(lines)
        for column, text in enumerate(cells)
        if (match := CELL.fullmatch(text.strip())) and match["text"].strip()
    ]
    width = max(len(each) for each in lines)
    return Grid(tuple(places), len(lines), width, (printed.title, f"单位：{printed.unit}"))


BY_FUNCTION = "general-budget-by-function"
TABLES: tuple[Printed, ...] = (
    Printed(
        "中央",
        "一般公共预算支出表",
        BY_FUNCTION,
        (
            "功能分类科目>2||2025年执行数^2|2026年预算数>3|||2026年预算数比2025年执行数>2|",
            "科目编码|科目名称||小计|基本支出|项目支出|增减额|增减%",
            "201|一般公共服务支出|100.00|120.00|70.00|50.00|20.00|20.0",
        ),
        (
            {
                "function_code": "201",
                "function_name": "一般公共服务支出",
                "last_execution": "1000000",
                "total": "1200000",
                "basic": "700000",
                "project": "500000",
                "change": "200000",
            },
        ),
    ),
    Printed(
        "中央",
        "收入总表",
        "income-by-function",
        (
            "科目编码|科目名称|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入"
            "|国有资本经营预算拨款收入|事业收入|事业单位经营收入|上级补助收入"
            "|附属单位上缴收入|其他收入|使用非财政拨款结余",
            "2080505|养老保险缴费|9.50|1.00|8.00|||0.20||||0.20|0.10",
        ),
        (
            {
                "function_code": "2080505",
                "function_name": "养老保险缴费",
                "total": "95000",
                "carried_forward": "10000",
                "general_budget": "80000",
                "service_income": "2000",
                "other_income": "2000",
                "non_fiscal_balance": "1000",
            },
        ),
    ),
    Printed(
        "中央",
        "一般公共预算“三公”经费支出表",
        "three-public",
        (
            "2025年预算数>6||||||2026年预算数>6|||||",
            "合计^2|因公出国（境）费^2|公务用车购置及运行费>3|||公务接待费^2"
            "|合计^2|因公出国（境）费^2|公务用车购置及运行费>3|||公务接待费^2",
            "||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|",
            "6.00|1.00|3.00|1.00|2.00|2.00|5.00|1.00|2.50|0.50|2.00|1.50",
        ),
        (
            {
                "period": "2025年预算数", "basis": "last_budget", "total": "60000",
                "abroad": "10000", "vehicles": "30000", "vehicle_purchase": "10000",
                "vehicle_running": "20000", "reception": "20000",
            },
            {
                "period": "2026年预算数", "basis": "budget", "total": "50000",
                "abroad": "10000", "vehicles": "25000", "vehicle_purchase": "5000",
                "vehicle_running": "20000", "reception": "15000",
            },
        ),
    ),
    Printed(
        "天津",
        "表5 一般公共预算支出预算表",
        BY_FUNCTION,
        (
            "项目>2||2025年预算数^2|2026年预算数^2|其中>2|",
            "功能分类科目编码|功能分类科目名称|||基本支出|项目支出",
            "20403|国家安全|30.00|33.00|20.00|13.00",
        ),
        (
            {
                "function_code": "20403", "function_name": "国家安全", "last_budget": "300000",
                "total": "330000", "basic": "200000", "project": "130000",
            },
        ),
    ),
    Printed(
        "成都",
        "表1-2 部门支出总表",
        "expenditure-summary",
        (
            "科目编码>3|||单位代码^2|科目名称^2|合计^2|基本支出^2|项目支出^2|上缴上级支出^2"
            "|对附属单位补助支出^2",
            "类|款|项|||||||",
            "210|11|01|123001|行政单位医疗|7.77|7.77|||",
        ),
        (
            {
                "function_code": "2101101", "function_name": "行政单位医疗", "total": "77700",
                "basic": "77700",
            },
        ),
    ),
    Printed(
        "武汉",
        "一般公共预算基本支出表",
        "general-budget-basic-by-economic",
        (
            "部门预算支出经济分类科目>2||本年一般公共预算基本支出>3||",
            "科目编码|科目名称|合计|人员经费|公用经费",
            "30101|基本工资|5.00|5.00|",
        ),
        (
            {
                "economic_code": "30101", "economic_name": "基本工资", "total": "50000",
                "personnel": "50000",
            },
        ),
    ),
    Printed(
        "南京",
        "收支总表",
        "financial-balance",
        (
            "收入>2||支出>2|",
            "项目|预算数|项目|预算数",
            "一、一般公共预算拨款收入|50.00|一、一般公共服务支出|48.00",
            "本年收入合计|50.00|本年支出合计|48.00",
            "上年结转结余||年终结转结余|2.00",
            "收入总计|50.00|支出总计|50.00",
        ),
        (
            {"label": "一、一般公共预算拨款收入", "amount": "500000"},
            {"label": "本年收入合计", "amount": "500000"},
            {"label": "上年结转结余"},
            {"label": "收入总计", "amount": "500000"},
            {"label": "一、一般公共服务支出", "amount": "480000", "function_code": "201"},
            {"label": "本年支出合计", "amount": "480000"},
            {"label": "年终结转结余", "amount": "20000"},
            {"label": "支出总计", "amount": "500000"},
        ),
    ),
    Printed(
        "青岛",
        "财政拨款收支预算总表",
        "fiscal-balance",
        (
            "收入>2||支出>5||||",
            "项目|2026年预算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款"
            "|国有资本经营预算财政拨款",
            "一、一般公共预算财政拨款|9.00|一、教育支出|9.00|8.00|1.00|",
        ),
        (
            {"label": "一、一般公共预算财政拨款", "amount": "90000"},
            {
                "label": "一、教育支出", "amount": "90000", "general_budget": "80000",
                "government_fund": "10000", "function_code": "205",
            },
        ),
    ),
    Printed(
        "合肥",
        "“三公”经费支出预算表",
        "three-public",
        (
            "项目|2025年预算数|2026年预算数|增减变化（%）",
            "合计|4.00|3.00|-25.0",
            "1.因公出国（境）费用|0|0|",
            "2.公务接待费|1.00|1.00|0",
            "3.公务用车购置及运行维护费|3.00|2.00|-33.3",
            "其中：（1）公务用车运行维护费|3.00|2.00|",
            "（2）公务用车购置|0|0|",
        ),
        (
            {
                "period": "2025年预算数", "basis": "last_budget", "total": "40000", "abroad": "0",
                "reception": "10000", "vehicles": "30000", "vehicle_running": "30000",
                "vehicle_purchase": "0",
            },
            {
                "period": "2026年预算数", "basis": "budget", "total": "30000", "abroad": "0",
                "reception": "10000", "vehicles": "20000", "vehicle_running": "20000",
                "vehicle_purchase": "0",
            },
        ),
    ),
    Printed(
        "杭州",
        "一般公共预算支出表",
        BY_FUNCTION,
        (
            "科目名称^2|合计^2|基本支出>3|||项目支出^2|备注^2",
            "||小计|人员经费|公用经费||",
            "一般公共服务支出|8.00|5.00|4.00|1.00|3.00|",
        ),
        (
            {
                "function_name": "一般公共服务支出", "total": "80000", "basic": "50000",
                "basic_personnel": "40000", "basic_public_use": "10000", "project": "30000",
            },
        ),
    ),
    Printed(
        "重庆",
        "表六 一般公共预算财政拨款基本支出预算表（部门经济分类科目）",
        "general-budget-basic-by-economic",
        (
            "经济分类科目>2||基本支出>3||",
            "科目编码|科目名称|总计|人员经费|公用经费",
            "3010301|年终一次性奖金|6.00|6.00|",
        ),
        (
            {
                "economic_code": "3010301", "economic_name": "年终一次性奖金", "total": "60000",
                "personnel": "60000",
            },
        ),
    ),
    Printed(
        "福州",
        "一般公共预算支出经济分类情况表",
        "general-budget-by-economic",
        (
            "经济分类科目编码|经济分类科目名称|合计|基本支出|项目支出",
            "302|商品和服务支出|9.00|4.00|5.00",
        ),
        (
            {
                "economic_code": "302", "economic_name": "商品和服务支出", "total": "90000",
                "basic": "40000", "project": "50000",
            },
        ),
    ),
    Printed(
        "河南",
        "部门收入总体情况表",
        "department-income",
        (
            "单位代码^2|单位名称^2|总计^2|本年收入>4||||上年结转结余>3||",
            "|||小计|一般公共预算|政府性基金预算|财政专户管理资金|小计|一般公共预算|单位资金",
            "005|某局|12.00|10.00|9.00|1.00||2.00|1.50|0.50",
        ),
        (
            {
                "unit_code": "005", "unit_name": "某局", "total": "120000", "this_year": "100000",
                "general_budget": "90000", "government_fund": "10000", "carried_forward": "20000",
                "carried_forward_general_budget": "15000", "carried_forward_unit_funds": "5000",
            },
        ),
    ),
    Printed(
        "湖北",
        "政府性基金预算支出表",
        "government-fund-expenditure",
        (
            "科目编码^2|科目名称^2|本年政府性基金预算支出>3||",
            "||合计|基本支出|项目支出",
            "21208|土地出让支出|3.00||3.00",
        ),
        (
            {
                "function_code": "21208", "function_name": "土地出让支出", "total": "30000",
                "project": "30000",
            },
        ),
    ),
    Printed(
        "贵州决算",
        "公开01表 收入支出决算总表",
        "financial-balance",
        (
            "收入>3|||支出>3||",
            "项目|行次|决算数|项目|行次|决算数",
            "栏次||1|栏次||2",
            "一、一般公共预算财政拨款收入|1|70.00|一、一般公共服务支出|32|65.00",
            "使用非财政拨款结余|28||结余分配|59|",
            "总计|31|70.00|总计|62|70.00",
        ),
        (
            {"label": "一、一般公共预算财政拨款收入", "amount": "700000"},
            {"label": "使用非财政拨款结余"},
            {"label": "总计", "amount": "700000"},
            {"label": "一、一般公共服务支出", "amount": "650000", "function_code": "201"},
            {"label": "结余分配"},
            {"label": "总计", "amount": "700000"},
        ),
    ),
    Printed(
        "贵州决算",
        "公开07表 财政拨款“三公”经费支出决算表",
        "three-public",
        (
            "预算数>6||||||决算数>6|||||",
            "合计^2|因公出国（境）费^2|公务用车购置及运行维护费>3|||公务接待费^2"
            "|合计^2|因公出国（境）费^2|公务用车购置及运行维护费>3|||公务接待费^2",
            "||小计|公务用车购置费|公务用车运行维护费||||小计|公务用车购置费|公务用车运行维护费|",
            "1|2|3|4|5|6|7|8|9|10|11|12",
            "6.00|1.00|3.00|1.00|2.00|2.00|5.00|1.00|2.50|0.50|2.00|1.50",
        ),
        (
            {
                "period": "预算数", "basis": "budget", "total": "60000", "abroad": "10000",
                "vehicles": "30000", "vehicle_purchase": "10000", "vehicle_running": "20000",
                "reception": "20000",
            },
            {
                "period": "决算数", "basis": "final", "total": "50000", "abroad": "10000",
                "vehicles": "25000", "vehicle_purchase": "5000", "vehicle_running": "20000",
                "reception": "15000",
            },
        ),
    ),
    Printed(
        "贵州决算",
        "公开06表 一般公共预算财政拨款基本支出决算明细表",
        "general-budget-basic-by-economic",
        (
            "人员经费>3|||公用经费>6|||||",
            "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
            "301|工资福利支出|8.00|302|商品和服务支出|3.00|310|资本性支出|1.00",
        ),
        (
            {"economic_code": "301", "economic_name": "工资福利支出", "total": "80000"},
            {"economic_code": "302", "economic_name": "商品和服务支出", "total": "30000"},
            {"economic_code": "310", "economic_name": "资本性支出", "total": "10000"},
        ),
    ),
    Printed(
        "贵州决算",
        "公开08表 政府性基金预算财政拨款收入支出决算表",
        "government-fund-expenditure",
        (
            "项目>2||年初结转和结余^2|本年收入^2|本年支出>3|||年末结转和结余^2",
            "功能分类科目编码|科目名称|||小计|基本支出|项目支出|",
            "栏次>2||1|2|3|4|5|6",
            "21208|土地出让支出|1.00|4.00|3.00||3.00|2.00",
        ),
        (
            {
                "function_code": "21208", "function_name": "土地出让支出",
                "opening_balance": "10000", "income": "40000", "total": "30000",
                "project": "30000", "closing_balance": "20000",
            },
        ),
    ),
)  # fmt: skip

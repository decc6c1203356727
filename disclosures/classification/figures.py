"""Every figure a narrative may state: its key, official label, kind and unit, spelled here alone.

The reader fills them, the rules compare them, pages and API print them. Keys are a public
contract (see docs/read-document.md): they may be added to, never renamed.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What sort of thing a statement says."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    AREA = "area"
    TEXT = "text"
    LIST = "list"
    DATE = "date"
    MONTH = "month"
    CODE = "code"
    ABSENCE = "absence"


NUMERIC = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.AREA})


@dataclass(frozen=True)
class Figure:
    """One stateable figure. `unit` is empty for money, which keeps the unit it was printed in."""

    key: str
    label: str
    kind: Kind
    unit: str = ""
    section: str = ""


def _figures(*rows: tuple[str, str, Kind, str, str]) -> dict[str, Figure]:
    return {row[0]: Figure(*row) for row in rows}


CODE, TEXT, COUNT, DATE, LIST, MONTH, MONEY, PERCENT, AREA, ABSENCE = (
    Kind.CODE,
    Kind.TEXT,
    Kind.COUNT,
    Kind.DATE,
    Kind.LIST,
    Kind.MONTH,
    Kind.MONEY,
    Kind.PERCENT,
    Kind.AREA,
    Kind.ABSENCE,
)

# key, label, kind, unit, section of the nine-section narrative (0 is cover and signature)
FIGURES = _figures(
    ("doc.index_start", "监督索引号(文首)", CODE, "", "0"),
    ("doc.index_end", "监督索引号(文末)", CODE, "", "0"),
    ("doc.dept_name", "部门名称", TEXT, "", "0"),
    ("doc.year", "预算年度", COUNT, "年", "0"),
    ("doc.publish_date", "落款日期", DATE, "", "0"),
    ("doc.attachment", "附件名", TEXT, "", "0"),
    ("org.duties", "主要职责", LIST, "条", "一"),
    ("org.internal_count", "内设机构数", COUNT, "个", "一"),
    ("org.internal_names", "内设机构名", LIST, "", "一"),
    ("org.subordinate_count", "所属单位数", COUNT, "个", "一"),
    ("org.key_work", "重点工作", LIST, "条", "一"),
    ("unit.units_total", "预算单位数", COUNT, "个", "二"),
    ("unit.units_full", "财政全额供给单位", COUNT, "个", "二"),
    ("unit.units_partial", "差额供给单位", COUNT, "个", "二"),
    ("unit.units_quota", "定额补助单位", COUNT, "个", "二"),
    ("unit.units_special", "特殊供给单位", COUNT, "个", "二"),
    ("unit.units_self", "自收自支单位", COUNT, "个", "二"),
    ("unit.full_admin", "财政全额供给行政单位", COUNT, "个", "二"),
    ("unit.full_cangong", "财政全额供给参公单位", COUNT, "个", "二"),
    ("unit.full_institution", "财政全额供给事业单位", COUNT, "个", "二"),
    ("staff.as_of", "人员统计时点", MONTH, "", "二"),
    ("staff.posts", "在职人员编制", COUNT, "人", "二"),
    ("staff.posts_admin", "行政编制", COUNT, "人", "二"),
    ("staff.posts_worker", "工勤编制", COUNT, "人", "二"),
    ("staff.posts_institution", "事业编制", COUNT, "人", "二"),
    ("staff.on_post", "在职实有", COUNT, "人", "二"),
    ("staff.on_post_full", "在职实有:财政全供养", COUNT, "人", "二"),
    ("staff.on_post_partial", "在职实有:财政差额补助", COUNT, "人", "二"),
    ("staff.on_post_other", "在职实有:财政专户资金、单位资金保障", COUNT, "人", "二"),
    ("staff.retired", "离退休人员", COUNT, "人", "二"),
    ("staff.lixiu", "离休", COUNT, "人", "二"),
    ("staff.tuixiu", "退休", COUNT, "人", "二"),
    ("vehicle.quota", "车辆编制", COUNT, "辆", "二"),
    ("vehicle.actual", "实有车辆", COUNT, "辆", "二"),
    ("vehicle.excess", "超编车辆", COUNT, "辆", "二"),
    ("income.total", "部门财务总收入", MONEY, "", "三(一)"),
    ("income.general", "一般公共预算收入", MONEY, "", "三(一)"),
    ("income.fund", "政府性基金收入", MONEY, "", "三(一)"),
    ("income.capital", "国有资本经营收益", MONEY, "", "三(一)"),
    ("income.special_account", "财政专户管理资金收入", MONEY, "", "三(一)"),
    ("income.business", "事业收入", MONEY, "", "三(一)"),
    ("income.operating", "事业单位经营收入", MONEY, "", "三(一)"),
    ("income.superior", "上级补助收入", MONEY, "", "三(一)"),
    ("income.subordinate", "附属单位上缴收入", MONEY, "", "三(一)"),
    ("income.other", "其他收入", MONEY, "", "三(一)"),
    ("income.delta", "部门财务总收入比上年增减", MONEY, "", "三(一)"),
    ("income.delta_pct", "部门财务总收入增减幅度", PERCENT, "%", "三(一)"),
    ("income.general_delta", "一般公共预算收入比上年增减", MONEY, "", "三(一)"),
    ("income.general_reason", "一般公共预算收入增减原因", TEXT, "", "三(一)"),
    ("income.other_delta", "其他收入比上年增减", MONEY, "", "三(一)"),
    ("income.other_reason", "其他收入增减原因", TEXT, "", "三(一)"),
    ("income.delta_reason", "部门财务总收入增减原因", TEXT, "", "三(一)"),
    ("fiscal.total", "财政拨款收入", MONEY, "", "三(二)"),
    ("fiscal.this_year", "本年收入", MONEY, "", "三(二)"),
    ("fiscal.carry", "上年结转收入", MONEY, "", "三(二)"),
    ("fiscal.general", "一般公共预算财政拨款", MONEY, "", "三(二)"),
    ("fiscal.fund", "政府性基金预算财政拨款", MONEY, "", "三(二)"),
    ("fiscal.capital", "国有资本经营收益财政拨款", MONEY, "", "三(二)"),
    ("fiscal.delta", "财政拨款收入比上年增减", MONEY, "", "三(二)"),
    ("fiscal.delta_pct", "财政拨款收入增减幅度", PERCENT, "%", "三(二)"),
    ("fiscal.delta_reason", "财政拨款收入增减原因", TEXT, "", "三(二)"),
    ("exp.total", "部门预算总支出", MONEY, "", "四"),
    ("exp.delta", "部门预算总支出比上年增减", MONEY, "", "四"),
    ("exp.delta_pct", "部门预算总支出增减幅度", PERCENT, "%", "四"),
    ("exp.reason", "部门预算总支出增减原因", TEXT, "", "四"),
    ("exp.fiscal", "财政拨款安排支出", MONEY, "", "四"),
    ("exp.basic", "基本支出", MONEY, "", "四"),
    ("exp.basic_delta", "基本支出比上年增减", MONEY, "", "四"),
    ("exp.basic_delta_pct", "基本支出增减幅度", PERCENT, "%", "四"),
    ("exp.project", "项目支出", MONEY, "", "四"),
    ("exp.project_delta", "项目支出比上年增减", MONEY, "", "四"),
    ("exp.project_delta_pct", "项目支出增减幅度", PERCENT, "%", "四"),
    ("exp.project_reason", "项目支出增减原因", TEXT, "", "四"),
    ("exp.basic_reason", "基本支出增减原因", TEXT, "", "四"),
    ("transfer.item1", "与中央配套事项", ABSENCE, "", "五"),
    ("transfer.item2", "与省级配套事项", ABSENCE, "", "五"),
    ("transfer.item3", "按既定政策标准测算补助事项", ABSENCE, "", "五"),
    ("transfer.item4", "经济社会事业发展事项", ABSENCE, "", "五"),
    ("transfer.none", "对下专项转移支付", ABSENCE, "", "五"),
    ("proc.items", "采购项目数", COUNT, "个", "六"),
    ("proc.total", "政府采购预算总额", MONEY, "", "六"),
    ("proc.goods", "政府采购货物预算", MONEY, "", "六"),
    ("proc.services", "政府采购服务预算", MONEY, "", "六"),
    ("proc.works", "政府采购工程预算", MONEY, "", "六"),
    ("sangong.total", "“三公”经费合计", MONEY, "", "七"),
    ("sangong.total_delta", "“三公”经费合计比上年增减", MONEY, "", "七"),
    ("sangong.total_pct", "“三公”经费合计增减幅度", PERCENT, "%", "七"),
    ("sangong.total_reason", "“三公”经费合计增减原因", TEXT, "", "七"),
    ("sangong.abroad", "因公出国(境)费", MONEY, "", "七"),
    ("sangong.abroad_delta", "因公出国(境)费比上年增减", MONEY, "", "七"),
    ("sangong.abroad_pct", "因公出国(境)费增减幅度", PERCENT, "%", "七"),
    ("sangong.reception", "公务接待费", MONEY, "", "七"),
    ("sangong.reception_delta", "公务接待费比上年增减", MONEY, "", "七"),
    ("sangong.reception_pct", "公务接待费增减幅度", PERCENT, "%", "七"),
    ("sangong.vehicle", "公务用车购置及运行维护费", MONEY, "", "七"),
    ("sangong.vehicle_delta", "公务用车购置及运行维护费比上年增减", MONEY, "", "七"),
    ("sangong.vehicle_pct", "公务用车购置及运行维护费增减幅度", PERCENT, "%", "七"),
    ("sangong.vehicle_purchase", "公务用车购置费", MONEY, "", "七"),
    ("sangong.vehicle_purchase_delta", "公务用车购置费比上年增减", MONEY, "", "七"),
    ("sangong.vehicle_purchase_pct", "公务用车购置费增减幅度", PERCENT, "%", "七"),
    ("sangong.vehicle_run", "公务用车运行维护费", MONEY, "", "七"),
    ("sangong.vehicle_run_delta", "公务用车运行维护费比上年增减", MONEY, "", "七"),
    ("sangong.vehicle_run_pct", "公务用车运行维护费增减幅度", PERCENT, "%", "七"),
    ("sangong.abroad_groups", "因公出国(境)团组", COUNT, "个", "七"),
    ("sangong.abroad_persons", "因公出国(境)人次", COUNT, "人次", "七"),
    ("sangong.reception_batches", "国内公务接待批次", COUNT, "次", "七"),
    ("sangong.reception_persons", "公务接待人次", COUNT, "人次", "七"),
    ("sangong.vehicle_bought", "购置公务用车", COUNT, "辆", "七"),
    ("sangong.vehicle_holding", "年末公务用车保有量", COUNT, "辆", "七"),
    ("sangong.abroad_reason", "因公出国(境)费增减原因", TEXT, "", "七"),
    ("sangong.reception_reason", "公务接待费增减原因", TEXT, "", "七"),
    ("sangong.vehicle_reason", "公务用车购置及运行维护费增减原因", TEXT, "", "七"),
    ("glossary", "专业名词解释", LIST, "条", "九(一)"),
    ("running.amount", "机关运行经费", MONEY, "", "九(二)"),
    ("running.delta", "机关运行经费比上年增减", MONEY, "", "九(二)"),
    ("running.delta_pct", "机关运行经费增减幅度", PERCENT, "%", "九(二)"),
    ("running.reason", "机关运行经费增减原因", TEXT, "", "九(二)"),
    ("entrusted.amount", "委托业务费", MONEY, "", "九(三)"),
    ("entrusted.delta", "委托业务费比上年增减", MONEY, "", "九(三)"),
    ("entrusted.delta_pct", "委托业务费增减幅度", PERCENT, "%", "九(三)"),
    ("entrusted.reason", "委托业务费增减原因", TEXT, "", "九(三)"),
    ("asset.as_of", "资产时点", DATE, "", "九(三)"),
    ("asset.total", "资产总额", MONEY, "", "九(三)"),
    ("asset.current", "流动资产", MONEY, "", "九(三)"),
    ("asset.fixed", "固定资产", MONEY, "", "九(三)"),
    ("asset.investment", "对外投资及有价证券", MONEY, "", "九(三)"),
    ("asset.cip", "在建工程", MONEY, "", "九(三)"),
    ("asset.intangible", "无形资产", MONEY, "", "九(三)"),
    ("asset.other", "其他资产", MONEY, "", "九(三)"),
    ("asset.delta_total", "资产总额比上年", MONEY, "", "九(三)"),
    ("asset.delta_current", "流动资产比上年", MONEY, "", "九(三)"),
    ("asset.delta_fixed", "固定资产比上年", MONEY, "", "九(三)"),
    ("asset.delta_investment", "对外投资及有价证券比上年", MONEY, "", "九(三)"),
    ("asset.delta_cip", "在建工程比上年", MONEY, "", "九(三)"),
    ("asset.delta_intangible", "无形资产比上年", MONEY, "", "九(三)"),
    ("asset.delta_other", "其他资产比上年", MONEY, "", "九(三)"),
    ("asset.disposed_house_value", "处置房屋账面原值", MONEY, "", "九(三)"),
    ("asset.disposed_vehicle_value", "处置车辆账面原值", MONEY, "", "九(三)"),
    ("asset.scrapped_value", "报废报损账面原值", MONEY, "", "九(三)"),
    ("asset.disposed_house_area", "处置房屋建筑物", AREA, "平方米", "九(三)"),
    ("asset.disposed_vehicles", "处置车辆", COUNT, "辆", "九(三)"),
    ("asset.scrapped_items", "报废报损资产", COUNT, "项", "九(三)"),
    ("asset.disposal_income", "资产处置收入", MONEY, "", "九(三)"),
    ("asset.use_income", "资产使用收入", MONEY, "", "九(三)"),
    ("asset.leased_area", "出租资产面积", AREA, "平方米", "九(三)"),
    ("asset.lease_income", "资产出租收入", MONEY, "", "九(三)"),
    ("asset.note", "资产数据说明", TEXT, "", "九(三)"),
)

# Families: one figure for each function code or key project that the narrative names.
FAMILIES: tuple[tuple[re.Pattern[str], Figure], ...] = (
    (re.compile(r"func\.(\d{3,7}|unmatched\d+)"), Figure("func", "功能科目支出", MONEY, "", "四")),
    (re.compile(r"project\d+\.name"), Figure("project.name", "重点项目名称", TEXT, "", "八")),
    (
        re.compile(r"project\d+\.amount"),
        Figure("project.amount", "重点项目年初预算", MONEY, "", "八"),
    ),
    (re.compile(r"project\d+\.goal"), Figure("project.goal", "重点项目绩效目标", TEXT, "", "八")),
)

# The headline of a disclosure: its public name to the key that states it.
HEADLINE = {
    "total_income": "income.total",
    "total_expenditure": "exp.total",
    "basic": "exp.basic",
    "project": "exp.project",
    "fiscal_total": "fiscal.total",
    "general_budget": "fiscal.general",
    "government_fund": "fiscal.fund",
    "state_capital": "fiscal.capital",
    "three_public_total": "sangong.total",
    "three_public_abroad": "sangong.abroad",
    "three_public_reception": "sangong.reception",
    "three_public_vehicles": "sangong.vehicle",
    "three_public_vehicle_purchase": "sangong.vehicle_purchase",
    "three_public_vehicle_running": "sangong.vehicle_run",
    "procurement_total": "proc.total",
    "procurement_goods": "proc.goods",
    "procurement_services": "proc.services",
    "procurement_works": "proc.works",
    "operating": "running.amount",
}

# What lists of disclosures show of the headline, by a shorter name.
LISTED = {
    "total_income": "总收入",
    "total_expenditure": "总支出",
    "basic": "基本支出",
    "project": "项目支出",
    "three_public_total": "“三公”经费",
}


@lru_cache(maxsize=1024)
def figure_of(key: str) -> Figure:
    """The figure a key names, families included. Raises KeyError for a key no one declared."""
    if key in FIGURES:
        return FIGURES[key]
    for pattern, figure in FAMILIES:
        if pattern.fullmatch(key):
            return replace(figure, key=key)
    raise KeyError(key)


# What a budget plans is called otherwise once it is spent.
OF_ACCOUNTS = {
    "exp.total": "部门总支出",
    "proc.total": "政府采购支出总额",
    "proc.goods": "政府采购货物支出",
    "proc.services": "政府采购服务支出",
    "proc.works": "政府采购工程支出",
}


def label_of(key: str, *, is_account: bool) -> str:
    """The label of a figure in a budget, or in a final account. Raises KeyError as `figure_of`."""
    label = figure_of(key).label
    return OF_ACCOUNTS.get(key, label) if is_account else label

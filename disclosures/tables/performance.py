"""The header that the tables of performance targets print."""

from disclosures.tables.columns import Column, Header


def indicators() -> Header:
    """The columns of an indicator; those that only some places print are optional."""
    return (
        Column("indicator_level_one"),
        Column("indicator_level_two"),
        Column("indicator_level_three", also=("指标名称",)),
        Column("indicator_comparator", also=("指标值类型",)),
        Column("indicator_value", also=("本年绩效指标值", "预期当年实现值", "年度指标值")),
        Column("measurement_unit", also=("计量单位",)),
        Column("indicator_attribute"),
        Column("indicator_content", also=("指标值内容",)),
        Column("indicator_weight", also=("指标权重(%)", "权重", "分值"), is_optional=True),
        Column("core_indicator", also=("是否核心", "核心指标"), is_optional=True),
        Column("scoring_standard", also=("评分标准", "评(扣)分标准"), is_optional=True),
        Column("remark", is_optional=True),
    )


PERFORMANCE_HEADER: Header = (
    Column("unit_name"),
    Column("project_name"),
    Column("annual_goal"),
    *indicators(),
)
PERFORMANCE_KEY = ("project_name", "indicator_level_three")

"""The columns of a balance, which both of its halves print."""

from disclosures.tables.columns import Column

INITIAL = "年初预算数"  # in a final account, where 预算数 alone would be taken for the amount
ADJUSTED = "全年预算数"
EXPENDITURE_LABEL = Column(
    "label",
    "项目（按功能分类）",
    also=(
        "支出功能分类科目（按大类）",
        "支出功能分科目（按大类）",
        "支出功能分类科目",
        "支出功能分类",
        "功能分类科目",
        "功能分类",
        "支出用途",
    ),
)


def bases() -> tuple[Column, ...]:
    """What the amount of a line is compared with, where a form prints it."""
    return (
        Column("initial_budget", INITIAL, is_optional=True),
        Column("adjusted_budget", ADJUSTED, also=("调整预算数",), is_optional=True),
        Column("last_budget", "上年预算数", is_optional=True),
        Column(
            "last_execution", "上年执行数", also=("上年预计执行数", "上年完成数"), is_optional=True
        ),
    )

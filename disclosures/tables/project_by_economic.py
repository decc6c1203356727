"""一般公共预算项目支出表（按经济分类）: what projects are spent on, by economic code."""

from disclosures.tables.economic_columns import GOVERNMENT
from disclosures.tables.identity import TotalRow, TreeSum
from disclosures.tables.shapes import ByEconomic
from disclosures.tables.spec import Column, TableSpec

AMOUNTS = ("total",)


class ProjectByEconomic(ByEconomic):
    """Rows 类/款 with a 合计 row, in 元."""

    class Meta(ByEconomic.Meta):
        verbose_name = "项目支出（经济分类）"
        verbose_name_plural = "项目支出（经济分类）"


SPEC = TableSpec(
    name="project-by-economic",
    number=26,
    title="一般公共预算项目支出表（按经济分类）",
    model=ProjectByEconomic,
    header=(
        Column("unit_name", is_optional=True),
        *GOVERNMENT,
        Column("economic_code", "科目编码"),
        Column("economic_name", "科目名称"),
        Column("total", "合计"),
    ),
    identities=(
        TreeSum("A09", "economic_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="economic_code"),
    ),
    key=("unit_name", "economic_code", "economic_name"),
    code_lists=(("economic_code", "department_economic"),),
    filters=("economic_code",),
)

"""一般公共预算机关运行经费支出预算表: the operating expenses of offices, by economic code."""

from disclosures.tables.economic_columns import GOVERNMENT
from disclosures.tables.identity import TotalRow, TreeSum
from disclosures.tables.shapes import ByEconomic
from disclosures.tables.spec import Column, TableSpec

AMOUNTS = ("total",)


class OperatingByEconomic(ByEconomic):
    """Rows 类/款 with a 合计 row, in 元."""

    class Meta(ByEconomic.Meta):
        verbose_name = "机关运行经费支出"
        verbose_name_plural = "机关运行经费支出"


SPEC = TableSpec(
    name="operating-by-economic",
    number=27,
    title="一般公共预算机关运行经费支出预算表",
    model=OperatingByEconomic,
    header=(
        Column("unit_name", is_optional=True),
        *GOVERNMENT,
        Column("economic_code", "科目编码"),
        Column("economic_name", "科目名称"),
        Column("total", "机关运行经费支出"),
    ),
    identities=(
        TreeSum("A09", "economic_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="economic_code"),
    ),
    key=("unit_name", "economic_code", "economic_name"),
    code_lists=(("economic_code", "department_economic"),),
    filters=("economic_code",),
)

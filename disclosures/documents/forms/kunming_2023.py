"""Kunming 2023 and 2024: the sixteen tables of 2022 and two more."""

from disclosures.classification.money import Unit
from disclosures.documents.forms import kunming_2022, yunnan
from disclosures.documents.forms.form import Form

TABLES = (
    *kunming_2022.TABLES,
    *yunnan.printed(
        ("superior-subsidy-projects", "上级补助项目支出预算表"),
        ("medium-term-plan", "部门项目中期规划预算表"),
    ),
)

FORM = Form(
    name="kunming-2023",
    label="昆明市2023—2024年部门预算公开表",
    region_code="530100",
    year_from=2023,
    year_to=2024,
    level="市对下",
    unit=Unit.WAN_YUAN,
    tables=TABLES,
    others=yunnan.others(TABLES),
)

"""Questions about the rows of one official table; what a cell prints without a value is kept."""

from functools import partial

from django.db.models import F, QuerySet

from disclosures.queries.across.question import Question
from disclosures.queries.api_addresses import row_page
from disclosures.queries.api_columns import Column, of_field
from disclosures.queries.api_revisions import public
from disclosures.queries.api_tables import PRINTED
from disclosures.tables.book import RowKind
from disclosures.tables.registry import table
from disclosures.tables.spec import TableSpec

TEXTS = ("CharField", "TextField")


def of_table(
    name: str, of: str, title: str, lead: str, fields: tuple[str, ...], *rank: str
) -> Question:
    """A question about some columns of a table. Raises KeyError when there is no such table."""
    spec = table(of)
    codes = tuple(field for field, _ in spec.code_lists if field in fields)
    texts = (each for each in fields if spec.field(each).get_internal_type() in TEXTS)
    money = tuple(field for field in fields if spec.is_money(field))
    return Question(
        name=name,
        title=title,
        lead=lead,
        rows=partial(_details, spec),
        columns=tuple(of_field(spec.field(field)) for field in fields),
        place=Column("page", row_page("revision__", spec.name, "position"), "本行永久地址"),
        rank=rank or money or ("name",),
        path="revision__",
        words=tuple(each for each in texts if each not in codes),
        codes=codes,
        position="position",
        hidden=(PRINTED,),
    )


def _details(spec: TableSpec) -> QuerySet:
    """The printed rows, but sums; one that prints its department for a project is one, too."""
    rows = public(spec.model).filter(row_kind=RowKind.DETAIL)
    if "project_name" not in {each.field for each in spec.columns}:
        return rows
    return rows.exclude(project_name=F("revision__disclosure__department__name"))


GOAL = (
    "project_name",
    "annual_goal",
    "indicator_level_one",
    "indicator_level_two",
    "indicator_level_three",
    "indicator_comparator",
    "indicator_value",
    "measurement_unit",
)
PROJECTS = of_table(
    "projects",
    "project-expenditure",
    "项目支出",
    "各部门的项目，按金额由大到小；编制说明点名的重点项目也在其中，印着部门名称的合计行不在其中。",
    (
        "project_name",
        "project_category",
        "function_code",
        "function_name",
        "economic_code",
        "total",
        "general_budget",
        "government_fund",
    ),
    "total",
)
GOALS = of_table(
    "goals",
    "project-performance",
    "项目绩效目标",
    "各部门项目的年度绩效目标与指标。",
    GOAL,
    "project_name",
)
PURCHASES = of_table(
    "purchases",
    "procurement",
    "采购项目",
    "各部门要买什么：货物、服务与工程，逐项列出。",
    (
        "procurement_item",
        "budget_project",
        "catalogue",
        "method",
        "quantity",
        "measurement_unit",
        "total",
        "reserved_for_small_business",
    ),
    "total",
    "reserved_for_small_business",
)
SERVICES = of_table(
    "purchased-services",
    "purchased-services",
    "政府购买服务",
    "各部门向社会购买的服务，按金额由大到小。",
    ("service_item", "budget_project", "service_category", "description", "total"),
    "total",
)
NEW_ASSETS = of_table(
    "new-assets",
    "new-assets",
    "新增资产",
    "各部门计划新增的资产：名称、数量、单价与金额。",
    ("asset_name", "asset_category", "quantity", "measurement_unit", "unit_price", "amount"),
    "amount",
    "unit_price",
)
TRANSFERS = of_table(
    "transfers",
    "transfer-to-district",
    "对下转移支付",
    "各部门转给区县的资金，按项目列出。",
    ("project_name", "total", "general_budget", "government_fund"),
    "total",
)
OF_TABLES = (PROJECTS, GOALS, PURCHASES, SERVICES, NEW_ASSETS, TRANSFERS)

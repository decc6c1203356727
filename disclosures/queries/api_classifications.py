"""The code lists: the same for everyone, whatever is published."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from disclosures.classification.lists import (
    DepartmentEconomicCode,
    EconomicPair,
    FunctionCode,
    GovernmentEconomicCode,
    IncomeSource,
    ListedCode,
    RevenueCode,
)
from disclosures.queries.api_columns import Column, ValueKind, number, text
from disclosures.queries.api_listing import ByColumns, Listing

FOREVER = 9999  # sorts a code that is still in force behind its earlier meanings

CODE_COLUMNS = (
    Column("code", "code", "编码"),
    Column("name", "name", "名称"),
    Column("level", "level", "级次"),
    text("parent_code", "parent_code", "上级编码"),
    Column("is_current", "is_current", "现行", ValueKind.BOOLEAN),
    number("year_from", "year_from", "启用年度", nullable=True),
    number("year_to", "year_to", "停用年度", nullable=True),
)
FUNCTION_COLUMNS = (
    text("budget", "budget", "所属预算"),
    Column("aliases", "aliases", "别名", ValueKind.LIST),
)


def in_force(year: int) -> Q:
    """Codes that had their meaning in a year."""
    begun = Q(year_from__isnull=True) | Q(year_from__lte=year)
    return begun & (Q(year_to__isnull=True) | Q(year_to__gte=year))


def _codes(model: type[ListedCode], name: str, *more: Column) -> Listing:
    def rows() -> QuerySet[ListedCode]:
        return model._default_manager.annotate(until=Coalesce("year_to", FOREVER))

    return Listing(
        name=f"classifications/{name}",
        title=str(model._meta.verbose_name),
        model=model,
        rows=rows,
        columns=(*CODE_COLUMNS, *more),
        order=ByColumns(("code", "year_to"), ("code", "until"), FOREVER),
    )


CODE_LISTS = (
    _codes(FunctionCode, "function-codes", *FUNCTION_COLUMNS),
    _codes(DepartmentEconomicCode, "department-economic-codes"),
    _codes(GovernmentEconomicCode, "government-economic-codes"),
    _codes(RevenueCode, "revenue-codes"),
)
INCOME_SOURCES = Listing(
    name="classifications/income-sources",
    title="部门收入来源",
    model=IncomeSource,
    rows=IncomeSource.objects.all,
    columns=(
        Column("key", "key", "标识"),
        Column("name", "name", "名称"),
        text("parent_key", "parent_key", "上级标识"),
        number("position", "position", "次序"),
    ),
    order=ByColumns(("position", "key"), ("position", "key")),
)
ECONOMIC_PAIRS = Listing(
    name="classifications/economic-pairs",
    title="政府经济科目与部门经济科目对应",
    model=EconomicPair,
    rows=EconomicPair.objects.all,
    columns=(
        Column("government_code", "government_code", "政府经济科目"),
        Column("department_code", "department_code", "部门经济科目"),
        text("payer", "payer", "适用单位"),
    ),
    order=ByColumns(("government_code", "department_code"), ("government_code", "department_code")),
)
CLASSIFICATIONS = (*CODE_LISTS, INCOME_SOURCES, ECONOMIC_PAIRS)

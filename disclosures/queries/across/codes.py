"""Who spends under a code: the rows of every official table that prints codes of a list."""

from dataclasses import dataclass, replace
from functools import partial

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value

from disclosures.classification.lists import DepartmentEconomicCode, FunctionCode, ListedCode
from disclosures.queries.across.of_tables import of_table
from disclosures.queries.across.question import Question, Refused
from disclosures.queries.api_addresses import revision_page
from disclosures.queries.api_columns import Column, Said, money
from disclosures.queries.api_revisions import public
from disclosures.records.code_sum import WHOLE, CodeSum, Refusal
from disclosures.tables.matching import main_column
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

AMOUNTS_SHOWN = 6
UNIT, PROJECT = "unit_name", "project_name"
OF_DEPARTMENT = "{}_of_department"


@dataclass(frozen=True)
class CodeList:
    """A list of codes that has pages, and the columns that print its codes and names."""

    name: str
    title: str
    lead: str
    model: type[ListedCode]
    code: str
    label: str

    @property
    def term(self) -> str:
        """The official term for its codes."""
        return "功能科目" if self.model is FunctionCode else "部门经济科目"

    @property
    def address(self) -> str:
        """The name of the list's own address; those of a code and its file follow from it."""
        return f"pages:{self.name}"

    @property
    def one(self) -> str:
        """The name of a code's address."""
        return f"pages:{self.name}-code"

    @property
    def file(self) -> str:
        """The name of the address of a code's rows as a file."""
        return f"pages:{self.name}-file"

    @property
    def tables(self) -> dict[str, TableSpec]:
        """The official tables that print these codes."""
        found = TABLES.values()
        return {spec.name: spec for spec in found if self.code in {c.field for c in spec.columns}}

    def found(self, code: str) -> ListedCode | None:
        """A code, the one in force where it has had several meanings."""
        found = self.model._default_manager.filter(code=code)
        return found.order_by("-is_current", "-year_from").first()

    def below(self, code: str) -> QuerySet:
        """The codes right below one; the classes for ""."""
        below = self.model._default_manager.filter(parent_code=code, is_current=True)
        return below.order_by("code")

    def printed_in(self, code: ListedCode) -> list[TableSpec]:
        """The tables in which something published stands under a code: one query."""
        kinds = {spec.name.replace("-", "_"): spec for spec in self.tables.values()}
        rows = {
            name: Exists(public(spec.model).filter(**{self.code: code.code}))
            for name, spec in kinds.items()
        }
        found = self.model._default_manager.filter(pk=code.pk).annotate(**rows).values(*rows).get()
        return [spec for name, spec in kinds.items() if found[name]]

    def question(self, spec: TableSpec, code: str) -> Question:
        """The rows of one table under a code, those of who spends most in all first."""
        main = main_column(spec)
        others = (each for each in spec.money if not each.startswith("carried_") and each != main)
        amounts = (main, *others)
        named = _printed_with(spec, UNIT, PROJECT)
        fields = (self.code, *_printed_with(spec, self.label), *named, *amounts[:AMOUNTS_SHOWN])
        asked = of_table(self.name, spec.name, self.title, self.lead, fields, *amounts[:3])
        summed = sum_of_department(spec.name, self.code, code, OF_DEPARTMENT.format(main))
        return replace(
            asked,
            rows=partial(_under, spec, self.code, code),
            codes=(),
            columns=(*asked.columns, summed),
            rank=(summed.name, *asked.rank),
            repeats=(summed.name, main),
            refused=refused_sum(spec.name, self.code, code),
        )


def _printed_with(spec: TableSpec, *fields: str) -> tuple[str, ...]:
    """Those of some columns that a table has."""
    return tuple(each.field for each in spec.columns if each.field in fields)


def sum_of_department(table: str, column: str, code: str, name: str) -> Column:
    """What a disclosure spends under a code in all: ours, added up over its rows.

    Tables that list units print a code once a unit. Null where it is not to be told.
    """
    told = _sums(table, column, code).filter(refusal="")
    return money(name, Subquery(told.values("yuan")), "部门合计（本站相加）")


def refused_sum(table: str, column: str, code: str) -> Refused:
    """Why a disclosure's sum is not told, and what its table prints and its rows add up to."""
    whole = _sums(table, column, WHOLE)
    why = _sums(table, column, code).values("refusal")
    at = revision_page("revision__", Value(f"tables/{table}/"))
    choices = tuple((value, str(label)) for value, label in Refusal.choices)
    return Refused(
        Column("refusal", Said(Subquery(why)), "不作合计的原因", nullable=True, choices=choices),
        money("printed_total", Subquery(whole.values("printed")), "表内合计"),
        money("rows_total", Subquery(whole.values("yuan")), "表内各行相加（本站计算）"),
        Column("table_page", at, "本表永久地址"),
    )


def _sums(table: str, column: str, code: str) -> QuerySet:
    found = CodeSum.objects.filter(
        revision=OuterRef("revision"), table=table, column=column, code=code
    )
    return found.order_by()


def _under(spec: TableSpec, field: str, code: str) -> QuerySet:
    return public(spec.model).filter(**{field: code})


FUNCTIONS = CodeList(
    "functions",
    "功能科目",
    "政府收支分类科目中的支出功能分类：类、款、项。点开可看各部门在其下的支出。",
    FunctionCode,
    "function_code",
    "function_name",
)
ECONOMIC = CodeList(
    "economic",
    "经济科目",
    "部门预算支出经济分类：类、款，说明钱花成了什么。点开可看各部门在其下的支出。",
    DepartmentEconomicCode,
    "economic_code",
    "economic_name",
)
CODE_LISTS = {each.name: each for each in (FUNCTIONS, ECONOMIC)}

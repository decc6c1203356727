"""Questions about headline figures: one row a disclosure, null where it is not disclosed."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import DecimalField, Func, Value
from django.db.models.functions import NullIf

from disclosures.classification.figures import Kind, figure_of
from disclosures.queries.across.question import Question
from disclosures.queries.api_columns import Column, TrimmedScale, ValueKind, money
from disclosures.queries.api_quoted import NOTHINGS, headline_yuan, nothing_said, quoted_one
from disclosures.queries.emptiness import not_applicable
from disclosures.queries.gate import published_revisions

MONEY = DecimalField(max_digits=24, decimal_places=2)


class Quotient(Func):
    """One amount divided by another number, to the fen; null where there is nothing to divide."""

    template = "ROUND(%(expressions)s, 2)"
    arg_joiner = " / "
    output_field = MONEY


def figure(name: str, key: str) -> Column:
    """The column of a figure: an amount in 元, or a count."""
    found = figure_of(key)
    if found.kind is Kind.MONEY:
        return replace(money(name, headline_yuan("pk", key), found.label), figure=key)
    label = f"{found.label}（{found.unit}）"
    return Column(
        name, TrimmedScale(quoted_one("pk", key, "value")), label, ValueKind.DECIMAL, nullable=True
    )


def each_person(name: str, key: str, label: str) -> Column:
    """An amount divided by 在职实有: ours, computed, where both are told."""
    people = NullIf(quoted_one("pk", "staff.on_post", "value"), Value(0, output_field=MONEY))
    return replace(money(name, Quotient(headline_yuan("pk", key), people), label), figure=key)


ON_POST = figure("on_post", "staff.on_post")


def _question(
    name: str,
    title: str,
    lead: str,
    columns: tuple[Column, ...],
    *further: str,
    key: str = "",
    over_years: int = 0,
) -> Question:
    """`key` is the figure of which a disclosure may say that there is none.

    The first `over_years` columns are added up year by year.
    """
    return Question(
        name=name,
        title=title,
        lead=lead,
        rows=published_revisions,
        columns=columns,
        rank=(columns[0].name, *further),
        over_years=tuple(each.name for each in columns[:over_years]),
        nothing=_nothing(key) if key else None,
        not_applicable=_not_applicable(columns),
    )


def _nothing(key: str) -> Column:
    said = nothing_said("pk", key, headline_yuan("pk", key))
    return Column("nothing", said, "空缺", nullable=True, choices=NOTHINGS)


def _not_applicable(columns: Iterable[Column]) -> Column:
    keys = {each.figure for each in columns if each.figure}
    said = not_applicable("pk", sorted(keys))
    return Column("not_applicable", said, "不适用的指标", nullable=True)


THREE_PUBLIC = _question(
    "three-public",
    "“三公”经费",
    "因公出国（境）、公务接待与公务用车：金额、批次、人次与车辆。",
    (
        figure("total", "sangong.total"),
        figure("abroad", "sangong.abroad"),
        figure("reception", "sangong.reception"),
        figure("vehicles", "sangong.vehicle"),
        each_person("each_person", "sangong.total", "人均“三公”经费（本站计算）"),
        figure("abroad_groups", "sangong.abroad_groups"),
        figure("abroad_persons", "sangong.abroad_persons"),
        figure("reception_batches", "sangong.reception_batches"),
        figure("reception_persons", "sangong.reception_persons"),
        figure("vehicles_bought", "sangong.vehicle_bought"),
        figure("vehicles_held", "sangong.vehicle_holding"),
    ),
    "abroad",
    "reception",
    "vehicles",
    "each_person",
    key="sangong.total",
    over_years=4,
)
TOTALS = _question(
    "totals",
    "收支规模",
    "部门总收入、总支出，以及基本支出与项目支出。",
    (
        figure("expenditure", "exp.total"),
        figure("income", "income.total"),
        figure("fiscal", "fiscal.total"),
        figure("basic", "exp.basic"),
        figure("project", "exp.project"),
    ),
    "income",
    "fiscal",
    "basic",
    "project",
    over_years=5,
)
OPERATING = _question(
    "operating",
    "机关运行经费",
    "机关运行经费及其比上年的增减；人均由本站按在职实有人数计算。",
    (
        figure("amount", "running.amount"),
        figure("change", "running.delta"),
        ON_POST,
        each_person("each_person", "running.amount", "人均机关运行经费（本站计算）"),
    ),
    "change",
    "each_person",
    over_years=1,
)
STAFFING = _question(
    "staffing",
    "人员与车辆",
    "编制、在职实有与离退休人员，车辆编制与实有车辆。",
    (
        ON_POST,
        figure("posts", "staff.posts"),
        figure("retired", "staff.retired"),
        figure("vehicle_quota", "vehicle.quota"),
        figure("vehicles", "vehicle.actual"),
        each_person("basic_each_person", "exp.basic", "人均基本支出（本站计算）"),
    ),
    "posts",
    "retired",
    "vehicles",
    "basic_each_person",
)
PROCUREMENT = _question(
    "procurement",
    "政府采购预算",
    "各部门政府采购预算的总额，以及货物、服务与工程。",
    (
        figure("total", "proc.total"),
        figure("goods", "proc.goods"),
        figure("services", "proc.services"),
        figure("works", "proc.works"),
        figure("items", "proc.items"),
    ),
    "goods",
    "services",
    "works",
    key="proc.total",
    over_years=4,
)
ASSETS = _question(
    "assets",
    "国有资产",
    "资产总额及其构成，资产处置与出租收入。",
    (
        figure("total", "asset.total"),
        figure("current", "asset.current"),
        figure("fixed", "asset.fixed"),
        figure("intangible", "asset.intangible"),
        figure("delta", "asset.delta_total"),
        figure("disposal_income", "asset.disposal_income"),
        figure("lease_income", "asset.lease_income"),
    ),
    "fixed",
    "delta",
)
OF_FIGURES = (TOTALS, THREE_PUBLIC, OPERATING, STAFFING, PROCUREMENT, ASSETS)

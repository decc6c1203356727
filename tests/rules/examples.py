"""A small disclosure in which every rule holds, to be changed one fact at a time.

Made up for the tests: a bureau with administrative and public-institution staff, in 万元, whose
numbers are none of any real document's.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from disclosures.classification.codes import code_lists
from disclosures.classification.figures import Kind, figure_of
from disclosures.records.finding import Outcome
from disclosures.records.narrative import FunctionLine, Listed, Narrative, Section, Statement
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book

YEAR = 2024
DEPARTMENT = "江城市档案局"
TITLES = ("财务收支预算总表", "部门收入预算表", "市对下转移支付预算表")
NUMERALS = "一二三四五六七八九"

# key -> value as printed; numbers as text keep their places. Words before a change stand in
# CHANGE_WORDS, the rest of each sentence is the figure's own label.
GOOD: dict[str, str] = {
    "doc.index_start": "53010000123400100000",
    "org.internal_count": "2",
    "org.internal_names": "办公室、档案处",
    "org.subordinate_count": "0",
    "unit.units_total": "2",
    "unit.units_full": "2",
    "unit.units_partial": "0",
    "unit.units_quota": "0",
    "unit.units_self": "0",
    "unit.full_admin": "1",
    "unit.full_cangong": "0",
    "unit.full_institution": "1",
    "staff.as_of": "2023-12",
    "staff.posts": "30",
    "staff.posts_admin": "18",
    "staff.posts_worker": "2",
    "staff.posts_institution": "10",
    "staff.on_post": "27",
    "staff.on_post_full": "27",
    "staff.on_post_partial": "0",
    "staff.on_post_other": "0",
    "staff.retired": "11",
    "staff.lixiu": "1",
    "staff.tuixiu": "10",
    "vehicle.quota": "3",
    "vehicle.actual": "2",
    "income.total": "1000.00",
    "income.general": "850.00",
    "income.fund": "0",
    "income.capital": "0",
    "income.special_account": "0",
    "income.business": "100.00",
    "income.operating": "0",
    "income.superior": "0",
    "income.subordinate": "0",
    "income.other": "50.00",
    "income.delta": "40.00",
    "income.delta_pct": "4.17",
    "income.delta_reason": "新增2名人员，人员经费增加",
    "fiscal.total": "850.00",
    "fiscal.this_year": "840.00",
    "fiscal.carry": "10.00",
    "fiscal.general": "840.00",
    "fiscal.fund": "0",
    "fiscal.capital": "0",
    "fiscal.delta": "30.00",
    "fiscal.delta_reason": "2名人员调入，人员经费增加",
    "exp.total": "1000.00",
    "exp.fiscal": "850.00",
    "exp.basic": "600.00",
    "exp.basic_delta": "35.00",
    "exp.basic_reason": "2名人员调入，人员经费增加",
    "exp.project": "250.00",
    "exp.project_delta": "-5.00",
    "exp.project_reason": "压减一般性支出",
    "func.2012601": "500.00",
    "func.2012604": "250.00",
    "func.2080505": "60.00",
    "func.2210201": "40.00",
    "transfer.item1": "无",
    "transfer.item2": "无",
    "transfer.item3": "无",
    "transfer.item4": "无",
    "proc.items": "3",
    "proc.total": "60.00",
    "proc.goods": "20.00",
    "proc.services": "40.00",
    "proc.works": "0",
    "sangong.total": "9.00",
    "sangong.total_delta": "-1.00",
    "sangong.total_pct": "-10.00",
    "sangong.abroad": "0",
    "sangong.abroad_delta": "0",
    "sangong.abroad_groups": "0",
    "sangong.abroad_persons": "0",
    "sangong.reception": "2.00",
    "sangong.reception_delta": "-1.00",
    "sangong.reception_pct": "-33.33",
    "sangong.reception_batches": "20",
    "sangong.reception_persons": "200",
    "sangong.reception_reason": "厉行节约，压减接待",
    "sangong.vehicle": "7.00",
    "sangong.vehicle_delta": "0",
    "sangong.vehicle_pct": "0",
    "sangong.vehicle_purchase": "0",
    "sangong.vehicle_purchase_delta": "0",
    "sangong.vehicle_run": "7.00",
    "sangong.vehicle_run_delta": "0",
    "sangong.vehicle_bought": "0",
    "sangong.vehicle_holding": "2",
    "sangong.vehicle_reason": "与上年持平",
    "project1.name": "档案数字化",
    "project1.amount": "150.00",
    "project2.name": "馆库维护",
    "project2.amount": "80.00",
    "running.amount": "70.00",
    "asset.as_of": "2023-12-31",
    "asset.total": "500.00",
    "asset.current": "100.00",
    "asset.fixed": "350.00",
    "asset.investment": "0",
    "asset.cip": "0",
    "asset.intangible": "50.00",
    "asset.other": "0",
    "asset.delta_total": "20.00",
    "asset.delta_fixed": "30.00",
    "doc.publish_date": "2024-02-20",
    "doc.attachment": "预算公开表2024-2-18",
    "doc.index_end": "53010000123400100111",
}
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "2012601": ("一般公共服务支出", "档案事务", "行政运行"),
    "2012604": ("一般公共服务支出", "档案事务", "档案馆"),
    "2080505": (
        "社会保障和就业支出",
        "行政事业单位养老支出",
        "机关事业单位基本养老保险缴费支出",
    ),
    "2210201": ("住房保障支出", "住房改革支出", "住房公积金"),
}
LAST_YEAR = {
    "income.total": Decimal(9_600_000),
    "fiscal.total": Decimal(8_200_000),
    "exp.basic": Decimal(5_650_000),
    "staff.on_post": Decimal(25),
}
CONTEXT = Context(
    form="江城2024",
    form_titles=TITLES,
    last_year=LAST_YEAR,
    department=DEPARTMENT,
    short_names=("市档案局",),
    division="530100",
)
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def narrative(
    changed: Mapping[str, str | None] | None = None,
    *,
    unit: str = "万元",
    extra: str = "",
    functions: Mapping[str, tuple[str, ...]] | None = None,
) -> Narrative:
    """The good narrative with some values changed, or left out (None); its text is made anew."""
    values = {key: value for key, value in {**GOOD, **(changed or {})}.items() if value is not None}
    text, sections = f"{DEPARTMENT}\n{YEAR}年部门预算公开\n", []
    statements = []
    for number, label in enumerate((*NUMERALS, ""), start=1):
        start = len(text)
        text += f"{label}、第{label}部分\n" if label else ""
        for key in [each for each in values if _section_number(each) == number]:
            statement, sentence = _stated(key, values[key], unit, len(text))
            statements.append(statement)
            text += sentence
        text += "说明。\n" if label else f"{extra}\n"
        sections.append(Section(number, f"{label}、第{label}部分", start, len(text)))
    return Narrative(
        text=text,
        department=DEPARTMENT,
        year=YEAR,
        kind="budget",
        printed_unit=unit,
        sections=tuple(sections),
        statements=tuple(statements),
        functions=_function_lines(values, functions or FUNCTIONS),
        contents=tuple(Listed(n, title, 0, 1) for n, title in enumerate(TITLES, start=1)),
    )


def findings(
    rule: str,
    changed: Mapping[str, str | None] | Narrative | None = None,
    *,
    book: Book | None = None,
    context: Context = CONTEXT,
) -> list[Finding]:
    """What one rule says of the good disclosure with these changes."""
    read = changed if isinstance(changed, Narrative) else narrative(changed)
    found = check(read, book or Book(), code_lists(), context)
    return [each for each in found if each.rule == rule]


def outcomes(rule: str, *args: object, **kwargs: object) -> set[Outcome]:
    """Which outcomes a rule came to."""
    return {each.outcome for each in findings(rule, *args, **kwargs)}


def with_statement(read: Narrative, key: str, **changes: object) -> Narrative:
    """The narrative with one statement's fields replaced."""
    statements = tuple(
        replace(each, **changes) if each.key == key else each for each in read.statements
    )
    return replace(read, statements=statements)


def _stated(key: str, value: str, unit: str, at: int) -> tuple[Statement, str]:
    """The statement and the sentence it stands in, which begins at `at`."""
    figure = figure_of(key)
    word, printed = "", value
    is_number = NUMBER.fullmatch(value) is not None and figure.kind not in (Kind.CODE, Kind.TEXT)
    if ("delta" in key or key.endswith("pct")) and is_number:
        word, printed = ("减少" if value.startswith("-") else "增加"), value.removeprefix("-")
    own_unit = unit if figure.kind is Kind.MONEY else figure.unit
    lead = f"{figure.label}{word}"
    start = at + len(lead)
    statement = Statement(
        key=key,
        value=Decimal(value.replace(",", "")) if is_number else value,
        unit=own_unit if is_number else "",
        printed=printed,
        section=figure.section,
        start=start,
        end=start + len(printed),
        items=tuple(value.split("、")) if figure.kind is Kind.LIST else (),
        sentence=(at, start + len(printed) + len(own_unit) + 1),
    )
    return statement, f"{lead}{printed}{own_unit}。\n"


def _section_number(key: str) -> int:
    section = figure_of(key).section
    if section == "0":
        return 10
    return NUMERALS.index(section[0]) + 1


def _function_lines(
    values: Mapping[str, str], functions: Mapping[str, tuple[str, ...]]
) -> tuple[FunctionLine, ...]:
    return tuple(
        FunctionLine(f"func.{code}", code, code, names, "", 0, 0)
        for code, names in functions.items()
        if f"func.{code}" in values
    )

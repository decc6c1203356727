"""The totals of income and expenditure, and the basic and project parts of expenditure."""

from collections.abc import Iterator
from itertools import pairwise

from disclosures.documents.narrative.amounts import UNIT_OF
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import (
    Mention,
    Subject,
    best,
    doubt_carried_over,
    doubt_others,
    mentions,
    state,
)
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Statement

# Words in a clause by which its total is not the whole department's.
PART = (
    r"财政拨款|公共预算|公共$|基金(?:预算)?$|政府性基金|国有资本|专户|单位资金|其他资金|非税|结转|结余|三公|采购"
    r"|运行经费|(?:事业|经营|其他|补助|上缴|基本|项目)$|科目|\)$"
)
# What the clause of a bare 收入预算 must end with: nothing, a year, or whose it is.
OWNER = (
    r"^|年度?|当年|部门|单位|本级\)?|汇总\)?|中心|\)|的|安排|批复|年初|各项|综合|预算|财务|收支"
    r"|[局委办院校馆所队站处厅部会社台府园庭室家组团网署行库城道]"
)
BOTH = r"收(?:入)?(?:、|及|和|与)?支(?:出)?"
BOTH_TOTAL = rf"{BOTH}(?:预算|决算)?(?:总计|合计|总额)|{BOTH}总?预算"
INCOME = (
    Subject("income.total", BOTH_TOTAL, 2, PART),
    Subject(
        "income.total",
        r"总收入|(?<!本年)(?<!当年)收入(?:预算)?(?:总计|总额|合计)|收入总预算",
        2,
        PART,
    ),
    Subject("income.total", r"(?<!本年)收入预算|预算收入", 3, PART, OWNER),
)
EXPENDITURE = (
    Subject("exp.total", BOTH_TOTAL, 2, PART),
    Subject(
        "exp.total", r"总支出|(?<!本年)(?<!当年)支出(?:预算)?(?:总计|总额|合计)|支出总预算", 2, PART
    ),
    Subject("exp.total", r"(?<!本年)支出预算|预算支出", 3, PART, OWNER),
)
# A final account's totals hold what was carried over; its own year is told beside them.
OF_THE_YEAR = (
    Subject("income.total", r"本年收入(?:合计)?|收入(?:决算)?合计", 1, PART),
    Subject("exp.total", r"本年支出(?:合计)?|支出(?:决算)?合计", 1, PART),
)
# A sum that basic and project expenditure may be the parts of; 教育支出 alone is none.
WHOLE = Subject(
    "exp.total",
    rf"{BOTH_TOTAL}|(?:总|拨款|预算|基金|部门|单位|本年|当年|年度|安排)支出(?:总计|总额|合计)?"
    r"|支出(?:总?预算|决算|总计|总额|合计)(?:总计|总额|合计)?|预算(?:总计|总额|合计)?",
    unless=r"(?:基本|项目|人员|公用|经费)$|科目|采购|三公|运行经费|\)$",
)
# What may stand before a part: 安检服务项目支出 is one of the projects.
AS_PART = OWNER + r"|其中|包括|包含|[和与及含为]|分别|[一二三四五六七八九十]是"
PARTS = (
    Subject("exp.basic", r"(?<!拨款)基本支出", after=AS_PART),
    Subject("exp.project", r"(?<!拨款)(?<!专项)项目支出", after=AS_PART),
)
FARTHEST = 800  # characters between a whole and its part
BESIDE = 200  # characters between a whole and a part told without the other
TOGETHER = 1500  # characters between the two parts of one sum


def read_totals(page: Page, span: Span, kind: str) -> list[Mention]:
    """State both totals, then those parts that are parts of the stated total."""
    subjects = (*INCOME, *EXPENDITURE, *(OF_THE_YEAR if kind == Kind.FINAL else ()))
    every = mentions(page, subjects, span, kind)
    found = best(every)
    state(page, found)
    doubt_others(page, every)
    if kind == Kind.FINAL:
        doubt_carried_over(page, found, "income.total", "exp.total")
    total = page.statements.get("exp.total")
    if total is None:
        return found
    wholes = mentions(page, (WHOLE,), span, kind)
    told = mentions(page, PARTS, span, kind)
    parts = _parts_of(total, told, wholes)
    parts += [each for each in _adding_up(told, total) if each not in parts]
    parts.sort(key=lambda each: each.begin)
    state(page, parts)
    return found + parts


def _parts_of(total: Statement, told: list[Mention], wholes: list[Mention]) -> list[Mention]:
    """The parts whose whole is the total; one without the other must stand beside it."""
    found = [
        (each, whole)
        for each in told
        if (whole := _whole_of(each, wholes)) is not None and _is_of(whole, total)
    ]
    is_pair = len({each.subject.key for each, _ in found}) == len(PARTS)
    return [each for each, whole in found if is_pair or each.begin - whole.begin <= BESIDE]


def _whole_of(part: Mention, wholes: list[Mention]) -> Mention | None:
    """The nearest sum before a part that is large enough to hold it."""
    ahead = [
        each
        for each in wholes
        if part.begin - FARTHEST < each.begin < part.begin
        and (_unit(each) != _unit(part) or each.amount.value >= part.amount.value)
    ]
    return ahead[-1] if ahead else None


def _is_of(whole: Mention, total: Statement) -> bool:
    return (whole.amount.value, _unit(whole)) == (total.value, total.unit)


def _unit(mention: Mention) -> str:
    """万 is 万元."""
    return UNIT_OF.get(mention.amount.unit, mention.amount.unit)


def _adding_up(told: list[Mention], total: Statement) -> Iterator[Mention]:
    """Basic and project expenditure told one after the other whose sum is the total."""
    for one, other in pairwise(told):
        keys = {one.subject.key, other.subject.key}
        units = {_unit(one), _unit(other)}
        is_pair = len(keys) == len(PARTS) and units == {total.unit}
        is_near = other.begin - one.begin <= TOGETHER
        if is_pair and is_near and one.amount.value + other.amount.value == total.value:
            yield from (one, other)

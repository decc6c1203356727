"""The words of “三公”经费 tables: of which item, year, basis and fund an amount is."""

import re
from collections.abc import Iterable

from disclosures.classification.money import halfwidth
from disclosures.documents.grids.header import Path
from disclosures.documents.grids.words import folded, word
from disclosures.tables.basis import Basis

_COST = r"(?:费用?)?(?:支出|经费)?(?:小计|合计)?"
_SAID = r"(?:财政拨款)?(?:预算|决算|执行|预决算)?(?:数|总额|金额)?(?:财政拨款)?$"
ITEMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"^{pattern}{_SAID}"))
    for name, pattern in (
        ("total_with_others", r"合计含会议费培训费等?"),
        ("abroad", rf"(?:因公)?出国境?{_COST}"),
        ("vehicles", rf"(?:公务用车|公务车|公车)(?:购置费?[及和与、]?运行(?:维护)?)?{_COST}"),
        ("vehicle_purchase", rf"(?:公务用车|公务车|公车|车辆)?购置{_COST}"),
        ("vehicle_running", rf"(?:公务用车|公务车|公车|车辆)?运行(?:维护)?{_COST}"),
        ("reception", rf"公务接待{_COST}"),
        ("meeting", r"会议费"),
        ("training", r"培训费"),
        ("operating", rf"机关运行{_COST}"),
        ("administrative", rf"行政{_COST}"),
    )
)
THREE = "三公"
TOTAL, BARE_TOTAL = "total", "bare total"
FUNDS = frozenset(map(word, ("一般公共预算", "政府性基金预算", "国有资本经营预算")))
SUM, AMOUNT = word("合计"), word("预算数")
YEARS = re.compile(r"20\d\d")
RATE = re.compile(r"%|率|幅度|比例|百分")
COMPARED = re.compile(r"增减|变动|差额|比上|比20|较上|较20|增长|下降")
PERIOD = re.compile(
    r"^(?:(?:20\d\d|上|本|去|今|当)年度?)?(?:年初|调整|全年|预计)?(?:预算|执行|决算|完成|安排)?(?:数|金额)?$"
)
LAST = re.compile(r"^[上去]年")


def item_of(path: Path) -> str | None:
    """The item that a column or label is of: a field, `BARE_TOTAL` for a sum of who knows what.

    None where any of its words is no word of these tables, such as how many guests there were.
    """
    is_sum = False
    for text in reversed(path):
        bare = folded(text)
        if named := next((name for name, each in ITEMS if each.match(bare)), None):
            return named
        if THREE in bare:
            return TOTAL
        if word(text) == SUM:
            is_sum = True
        elif not (is_period(text) or word(text) in FUNDS or COMPARED.search(bare)):
            return None
    return BARE_TOTAL if is_sum else None


def is_period(text: str) -> bool:
    """Whether a text says of which year or basis an amount is, and nothing else."""
    return word(text) == AMOUNT or bool(PERIOD.match(_bare(text))) or is_change(text)


def is_change(text: str) -> bool:
    """Whether a text is a comparison of two amounts."""
    bare = _bare(text)
    return len(YEARS.findall(bare)) > 1 or bool(COMPARED.search(bare))


def is_rate(path: Iterable[str]) -> bool:
    """Whether a column is a percentage: no amount at all."""
    return any(RATE.search(_bare(text)) for text in path)


def period_of(path: Path) -> str:
    """The printed text nearest to the amounts that says their year or basis; "" for none."""
    for text in reversed(path):
        if is_change(text) or (is_period(text) and (YEARS.search(text) or _has_basis(text))):
            return text
        if YEARS.search(text) and item_of((text,)):
            return text
    return ""


def fund_of(path: Path) -> str:
    """The printed text that names one of the three budgets as a column or row of its own."""
    return next((text for text in reversed(path) if word(text) in FUNDS), "")


def basis_of(period: str, year: int | None, *, is_final: bool) -> Basis | None:
    """What a period says relative to the disclosure's year; None where it says none of it."""
    bare = _bare(period)
    if not bare or not (YEARS.search(bare) or is_change(bare) or _has_basis(bare)):
        return None
    if is_change(bare):
        return Basis.CHANGE
    named = YEARS.search(bare)
    away = -1 if LAST.search(bare) else 0
    if named:
        away = int(named[0]) - year if year is not None else 9
    final = "决算" in bare or (is_final and not re.search(r"预算|执行|完成", bare))
    kind = "FINAL" if final else "EXECUTION" if re.search(r"执行|完成", bare) else "BUDGET"
    if away not in (0, -1):
        return Basis.OTHER
    return Basis[kind if away == 0 else f"LAST_{kind}"]


def _has_basis(text: str) -> bool:
    return bool(re.search(r"预算|执行|决算|完成|^[上本去今当]年", _bare(text)))


def _bare(text: str) -> str:
    return "".join(halfwidth(text).split())

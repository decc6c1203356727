"""D01-D05: the income that section 三 states, and the expenditure that it pays for."""

from collections.abc import Iterator

from disclosures.records.disclosure import Kind
from disclosures.rules.amount import Amount, summed
from disclosures.rules.declaration import Check, Checked, Sum
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import equal, not_checked, not_disclosed
from disclosures.rules.wording import added, told

FISCAL_SOURCES = ("income.general", "income.fund", "income.capital")
OTHER_SOURCES = (
    "income.special_account",
    "income.business",
    "income.operating",
    "income.superior",
    "income.subordinate",
    "income.other",
)


def fiscal_share(subject: Subject) -> Iterator[Finding]:
    """D04: income less its six non-fiscal sources is what the fiscal paragraph states.

    Places differ on whether the general budget in 总收入 holds the carry-over: with it the rest is
    财政拨款收入, without it 本年收入. Either is right; the message names the one that fits.
    """
    needed = ("income.total", *OTHER_SOURCES, "fiscal.total")
    total, fiscal = subject.amount("income.total"), subject.amount("fiscal.total")
    others = subject.amounts(OTHER_SOURCES)
    if total is None or fiscal is None or len(others) < len(OTHER_SOURCES):
        yield not_disclosed("D04", subject.missing(needed))
        return
    remainder = total.value - summed(others)
    this_year = subject.amount("fiscal.this_year")
    without_carry = this_year and this_year.value == remainder != fiscal.value
    stated = this_year if this_year and without_carry else fiscal
    basis = f"{told(total, subject.unit)}减去非财政拨款收入（{_nonzero(others, subject)}）"
    yield equal("D04", stated, remainder, basis, (total, *others), subject.unit)


def balance(subject: Subject) -> Iterator[Finding]:
    """D05: expenditure equals income, or income and what was carried forward beside it.

    Only a budget plans to spend what it receives; an account leaves what it leaves.
    """
    if subject.narrative.kind == Kind.FINAL:
        yield not_checked("D05", "决算的本年收入与本年支出之间有年初、年末结转和结余")
        return
    spent, income = subject.amount("exp.total"), subject.amount("income.total")
    if spent is None or income is None:
        yield not_disclosed("D05", subject.missing(("exp.total", "income.total")))
        return
    carried = subject.amount("fiscal.carry")
    parts = [income]
    if carried and spent.value == income.value + carried.value and carried.value:
        parts.append(carried)
    yield equal("D05", spent, summed(parts), added(parts, subject.unit), parts, subject.unit)


def _nonzero(amounts: list[Amount], subject: Subject) -> str:
    return added((each for each in amounts if each.value), subject.unit) or "均为0"


CHECKS: tuple[Check, ...] = (
    Sum("D01", "income.total", (*FISCAL_SOURCES, *OTHER_SOURCES)),
    Sum("D02", "fiscal.total", ("fiscal.this_year", "fiscal.carry")),
    Sum("D03", "fiscal.this_year", ("fiscal.general", "fiscal.fund", "fiscal.capital")),
    Checked("D04", fiscal_share),
    Checked("D05", balance),
)

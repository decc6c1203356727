"""F12: an item's amount is the same in its heading and in its comparison."""

import re
from collections.abc import Iterator

from disclosures.records.disclosure import Kind
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.prose import Line, amount, half, told_amount, yuan
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails
from disclosures.rules.wording import money

HEADING = re.compile(
    rf"\((?:\d\d)?项\)[\"”』」]?(?:科目|支出|预算|安排|为|:){{0,3}}{amount('first')}"
)
# What the comparison calls this year's amount, in a budget and in a final account.
PLANNED = rf"年度?(?:年初)?(?:预算)?(?:安排|编制|数|为){{1,3}}{amount('now')}"
SPENT = re.compile(rf"[,;。](?:20\d\d年度?)?支出决算数?[为是]?{amount('now')}")


def items(subject: Subject) -> Iterator[Finding]:
    """F12: one finding for each item whose two amounts differ."""
    year = subject.narrative.year
    if year is None:
        return
    again = SPENT
    if subject.narrative.kind == Kind.BUDGET:
        again = re.compile(rf"[,;。]{year}{PLANNED}")
    for line in subject.prose.lines:
        for heading in HEADING.finditer(line.text):
            repeat = again.search(line.text, heading.end())
            if repeat is not None and not _is_same(heading, repeat):
                yield _fault(subject, line, heading, repeat)


def _is_same(heading: re.Match[str], repeat: re.Match[str]) -> bool:
    gap = abs(yuan(heading, "first") - yuan(repeat, "now"))
    return gap <= half(heading, "first") + half(repeat, "now")


def _fault(subject: Subject, line: Line, heading: re.Match[str], repeat: re.Match[str]) -> Finding:
    name = line.text[max(0, heading.start() - 24) : heading.start()]
    first = told_amount(line, heading, "first", f"“…{name}”")
    other = told_amount(line, repeat, "now", "对比中的本年数")
    shown = [money(each.value, subject.unit) for each in (first, other)]
    return fails(
        "F12",
        f"{first.label}的金额前后不同：{shown[0]}与{shown[1]}。",
        (first, other),
        expected=first.value,
        actual=other.value,
        where=other.where,
        unit=first.base_unit,
    )


CHECKS: tuple[Check, ...] = (Checked("F12", items),)

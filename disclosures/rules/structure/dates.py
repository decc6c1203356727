"""F04-F05: the years and dates that a budget of year Y, or its final account, may carry."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from disclosures.records.disclosure import EARLIEST, LATEST, Kind
from disclosures.records.finding import Severity
from disclosures.records.narrative import Statement
from disclosures.rules.amount import where_of
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked

DAY = re.compile(r"(20\d\d)[-年.](\d{1,2})[-月.](\d{1,2})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
YEAR_BEFORE_FIGURE = re.compile(r"(20\d\d)年")
# Headline statements whose sentence names the budget year before the figure.
DATED = ("income.total", "fiscal.total", "exp.total", "sangong.total", "running.amount")
DEADLINE = 20  # days from approval to publication (预算法第十四条)


def years(subject: Subject) -> Iterator[Finding]:
    """F04: one finding when every date fits, else one for each that does not."""
    year = subject.narrative.year
    if year is None:
        yield not_checked("F04", "没有识别出预算年度")
        return
    # A final account is written a year later than the budget of the same year.
    base = year + (subject.narrative.kind == Kind.FINAL)
    found = [
        *_bounds(year),
        *_as_of(subject, base),
        *_signed(subject, base),
        *_slips(subject, year),
    ]
    yield from found or [holds("F04", _summary(subject, year), _quoted(subject))]


def published_in_time(subject: Subject) -> Iterator[Finding]:
    """F05: published within twenty days of approval."""
    approved = subject.context.approved_on
    published = subject.context.published_on or _day(subject.words("doc.publish_date"))
    if approved is None or published is None:
        yield not_checked("F05", "文件没有印出批复日期" if published else "没有公开日期")
        return
    days = (published - approved).days
    said = f"{approved}批复，{published}公开，相隔{days}日"
    if 0 <= days <= DEADLINE:
        yield holds("F05", f"{said}，在{DEADLINE}日之内。")
    else:
        yield fails("F05", f"{said}，应在批复后{DEADLINE}日内。", actual=f"{days}日")


def _bounds(year: int) -> Iterator[Finding]:
    if not EARLIEST <= year <= LATEST:
        yield fails("F04", f"预算年度{year}不在{EARLIEST}至{LATEST}年之间。", actual=str(year))


def _as_of(subject: Subject, base: int) -> Iterator[Finding]:
    """Staff and assets are counted at the end of the year before, assets perhaps in January."""
    for key, january in (("staff.as_of", False), ("asset.as_of", True)):
        stated = subject.narrative.statement(key)
        month = MONTH.match(str(stated.value)) if stated else None
        if stated is None or month is None:
            continue
        at = (int(month[1]), int(month[2]))
        if at == (base - 1, 12) or (january and at == (base, 1)):
            continue
        expected = f"{base - 1}-12"
        message = f"{stated.figure.label}为{stated.value}，应为{base - 1}年12月。"
        # Another month of the right year is a custom of the place, another year a slip.
        severity = Severity.INFO if at[0] == base - 1 else None
        yield fails(
            "F04",
            message,
            [_input(stated)],
            severity=severity,
            expected=expected,
            actual=str(stated.value),
        )


def _signed(subject: Subject, base: int) -> Iterator[Finding]:
    stated = subject.narrative.statement("doc.publish_date")
    day = _day(str(stated.value)) if stated else None
    if stated is None or day is None:
        return
    if day.year != base and (day.year, day.month) != (base - 1, 12):
        message = f"落款日期{day}不在{base}年内，也不在{base - 1}年12月。"
        yield fails("F04", message, [_input(stated)], expected=str(base), actual=str(day))
    attached = _day(subject.words("doc.attachment"))
    if attached and day < attached:
        message = f"落款日期{day}早于附表日期{attached}。"
        yield fails("F04", message, [_input(stated)], expected=str(attached), actual=str(day))


def _slips(subject: Subject, year: int) -> Iterator[Finding]:
    """A headline figure introduced with another year: a slip of last year's text, most likely."""
    for key in DATED:
        stated = subject.narrative.statement(key)
        if stated is None:
            continue
        lead = subject.narrative.text[stated.sentence[0] : stated.start]
        named = YEAR_BEFORE_FIGURE.findall(lead)
        if named and str(year) not in named:
            message = f"{stated.figure.label}所在句子写的是{named[-1]}年，预算年度为{year}年。"
            yield fails(
                "F04",
                message,
                [_input(stated)],
                severity=Severity.WARNING,
                expected=str(year),
                actual=named[-1],
            )


def _summary(subject: Subject, year: int) -> str:
    said = [f"{each.label}{each.value}" for each in _quoted(subject)]
    return f"预算年度{year}，{'，'.join(said) or '文件没有其他日期'}，相互一致。"


def _quoted(subject: Subject) -> list[Input]:
    keys = ("staff.as_of", "asset.as_of", "doc.publish_date")
    return [_input(each) for key in keys if (each := subject.narrative.statement(key))]


def _input(statement: Statement) -> Input:
    return Input(statement.figure.label, str(statement.value), statement.key, where_of(statement))


def _day(text: str) -> date | None:
    """The first calendar day written in a text, None when there is none."""
    for found in DAY.findall(text):
        year, month, day = map(int, found)
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            return date(year, month, day)
    return None


CHECKS: tuple[Check, ...] = (Checked("F04", years), Checked("F05", published_in_time))

"""F01-F02: the nine sections, and the list of tables in the contents."""

import re
from collections.abc import Iterator

from disclosures.records.narrative import Section
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked
from disclosures.rules.wording import listed
from disclosures.tables.titles import folded_title

NUMERALS = "一二三四五六七八九"
NINE_SINCE = 2019
BRACKET = re.compile(r"[(（](?:本次|本级|另文)下达[)）]$")


def nine_sections(subject: Subject) -> Iterator[Finding]:
    """F01: sections 一 to 九 stand in order, each with more than its heading."""
    if not subject.context.has_own_form:
        yield not_checked("F01", "没有该地区编制说明的格式")
        return
    if (subject.narrative.year or NINE_SINCE) < NINE_SINCE:
        yield not_checked("F01", f"{NINE_SINCE}年以前的编制说明不分这九个部分")
        return
    present = [each for each in subject.narrative.sections if 1 <= each.number <= len(NUMERALS)]
    numbers = [each.number for each in present]
    faults = []
    missing = [numeral for n, numeral in enumerate(NUMERALS, start=1) if n not in numbers]
    if missing:
        faults.append(f"缺少第{listed(missing)}部分")
    if sorted(numbers) != numbers or len(set(numbers)) < len(numbers):
        faults.append("各部分没有依次出现")
    empty = [each for each in present if not _body(subject, each)]
    if empty:
        faults.append(f"{listed(each.heading for each in empty)}没有内容")
    if faults:
        where = _place(empty[0]) if empty else None
        yield fails("F01", f"编制说明{'；'.join(faults)}。", where=where)
        return
    yield holds("F01", "编制说明九个部分齐全、依次、有内容。")


def table_list(subject: Subject) -> Iterator[Finding]:
    """F02: the tables that the contents list are those of the form."""
    listed_titles = [each.title for each in subject.narrative.contents]
    expected = subject.context.form_titles
    if not listed_titles or not expected or not subject.context.is_own_year:
        missing = "文件没有列出预算表目录" if not listed_titles else "没有该地区该年度的表式"
        yield not_checked("F02", missing)
        return
    found, wanted = [*map(folded_title, listed_titles)], [*map(folded_title, expected)]
    lacking = [each for each in expected if not _is_listed(each, found)]
    known = {*wanted, *(folded_title(BRACKET.sub("", each)) for each in expected)}
    beyond = [each for each in listed_titles if folded_title(each) not in known]
    said = f"目录列出{len(found)}张表，表式为{len(wanted)}张"
    if lacking or beyond:
        parts = [f"{said}"]
        parts += [f"缺少{listed(lacking)}"] if lacking else []
        parts += [f"多出{listed(beyond)}"] if beyond else []
        yield fails("F02", f"{'；'.join(parts)}。", where=_listed_at(subject))
    elif len(found) == len(wanted) and found != wanted:
        yield fails("F02", f"{said}，次序与表式不同。", where=_listed_at(subject))
    else:
        yield holds("F02", f"{said}，相互一致。")


def _is_listed(title: str, found: list[str]) -> bool:
    """Whether a table is listed: by its title, or without its bracket as one with its like."""
    return folded_title(title) in found or folded_title(BRACKET.sub("", title)) in found


def numeral_of(number: int) -> str:
    """A section's number as statements name it: 一 to 九, 0 for the cover and the signature."""
    return NUMERALS[number - 1] if 1 <= number <= len(NUMERALS) else "0"


def _body(subject: Subject, section: Section) -> str:
    text = subject.narrative.text[section.start : section.end]
    return text.strip().removeprefix(section.heading.strip()).strip()


def _place(section: Section) -> dict[str, object]:
    return {"section": numeral_of(section.number), "start": section.start, "end": section.end}


def _listed_at(subject: Subject) -> dict[str, object]:
    first, last = subject.narrative.contents[0], subject.narrative.contents[-1]
    return {"section": "0", "start": first.start, "end": last.end}


CHECKS: tuple[Check, ...] = (Checked("F01", nine_sections), Checked("F02", table_list))

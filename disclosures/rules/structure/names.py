"""F10: the department is the same on the cover, in the text and in the signature."""

import re
from collections.abc import Iterator

from disclosures.classification.money import halfwidth
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked
from disclosures.rules.wording import listed

SELF = re.compile(r"(?:我|本)(?:部门|单位|局|校|委|办|中心|院|厅|馆|所|机关)|部门|单位|本级")
SCOPE = re.compile(r"\((?:汇总|本级|机关|部门)\)")
NAME = r"(?P<name>[一-鿿()]{2,40}?)"
# Where a form prints the publisher's name before or after the budget year.
PLACES = (
    r"(?m)^[ \t]*(?:第[一二]部分)?[ \t]*"
    + NAME
    + r"[ \t]*\n?[ \t]*{year}年(?:部门|单位)?预算(?:公开|编制说明|表|目录)*[ \t]*$",
    r"(?m)^[ \t]*" + NAME + r"[ \t]*\n+[ \t]*20\d\d年\d{1,2}月\d{1,2}日[ \t]*$",
    r"(?m)^[ \t]*"
    + NAME
    + r"{year}年(?:一般公共预算|因公出国|公务接待|公务用车|机关运行|委托业务)",
    r"{year}年" + NAME + r"(?:部门)?预算无",
)


def department_name(subject: Subject) -> Iterator[Finding]:
    """F10: every printed name is the full name or made of its characters in order."""
    full = _bare(subject.narrative.department)
    printed = _printed(subject)
    if not full or not printed:
        yield not_checked("F10", "没有识别出部门名称" if not full else "正文没有印出部门名称")
        return
    known = [full, *map(_bare, (subject.context.department, *subject.context.short_names))]
    strange = [each for each in printed if not _is_known(each.value, known)]
    if _bare(subject.context.department) and not _is_known(full, known[1:]):
        message = f"文件的部门名称“{full}”不是公开单位“{subject.context.department}”。"
        yield fails("F10", message, expected=subject.context.department, actual=full)
    if strange:
        names = listed(each.value for each in strange)
        message = f"正文出现的“{names}”不是“{full}”的全称或简称。"
        yield fails("F10", message, strange, expected=full, actual=names)
        return
    names = listed(each.value for each in printed)
    yield holds("F10", f"{len(printed)}处名称（{names}）是同一部门的全称或简称。", printed)


def _printed(subject: Subject) -> list[Input]:
    """Each name found at one of the form's places, once."""
    text, year = halfwidth(subject.narrative.text), subject.narrative.year
    found: dict[str, Input] = {}
    for pattern in PLACES:
        for match in re.finditer(pattern.replace("{year}", str(year)), text):
            start, end = match.span("name")
            name = _bare(match["name"])
            where = {"section": "0", "start": start, "end": end}
            found.setdefault(name, Input("部门名称", name, "", where))
    return [each for name, each in found.items() if name and not SELF.fullmatch(name)]


def _is_known(name: str, known: list[str]) -> bool:
    return any(_is_short_for(name, each) or _is_short_for(each, name) for each in known if each)


def _is_short_for(short: str, full: str) -> bool:
    """Whether `short` is made of the characters of `full` in order: 市审计局 of 昆明市审计局."""
    rest = iter(full)
    return len(short) > 1 and all(character in rest for character in short)


def _bare(name: str) -> str:
    text = SCOPE.sub("", halfwidth("".join(name.split())))
    return re.sub(r"^第[一二]部分", "", text)


CHECKS: tuple[Check, ...] = (Checked("F10", department_name),)

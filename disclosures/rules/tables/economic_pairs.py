"""B21: where both economic classifications are printed, their codes go together as listed."""

from collections.abc import Iterator

from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.tables.places import attached, own_rows
from disclosures.rules.verdict import fails, holds, not_checked
from disclosures.rules.wording import listed
from disclosures.tables.book import Row, Sheet
from disclosures.tables.registry import TABLES

GOVERNMENT, DEPARTMENT = "government_economic_code", "economic_code"
CLASS = 3  # digits of a 类
INSTITUTIONS = ("505", "506")
DIVISION = 5  # digits of a 款; a place's own codes go on below it
WITH_BOTH = tuple(
    spec
    for spec in TABLES.values()
    if {GOVERNMENT, DEPARTMENT} <= {each.field for each in spec.columns}
)


def pairs_as_listed(subject: Subject) -> Iterator[Finding]:
    """B21: a row's 政府经济 code is one that its 部门经济 code goes with.

    Codes that no document is known to print in a pair, and rows of a 类, say nothing of one. What
    an institution spends goes by the whole 类.
    """
    pairs = subject.codes.economic_pairs
    government, department = ({pair[at] for pair in subject.codes.seen_pairs} for at in (0, 1))
    classes = {(one, other[:CLASS]) for one, other in pairs if one.startswith(INSTITUTIONS)}
    is_silent = True
    for spec in WITH_BOTH:
        grid = attached(subject.book, spec.name)
        rows = [(pair, row) for row in own_rows(grid) if (pair := _pair(row))] if grid else []
        known = [(p, row) for p, row in rows if p[0] in government and p[1] in department]
        if grid is None or not known:
            continue
        is_silent = False
        strange = [
            (pair, row)
            for pair, row in known
            if pair not in pairs and (pair[0], pair[1][:CLASS]) not in classes
        ]
        if not strange:
            yield holds("B21", f"{grid.sheet.title}：{len(known)}行的两套经济科目均成对。")
            continue
        said = listed(dict.fromkeys(f"{one}与{other}" for (one, other), _ in strange))
        inputs = [each for _, row in strange for each in _inputs(grid.sheet, row)]
        message = f"{grid.sheet.title}：{said}不在政府经济科目与部门经济科目的对应表中。"
        yield fails("B21", message, inputs)
    if is_silent:
        yield not_checked("B21", "没有同时印有政府经济科目和部门经济科目的行")


def _pair(row: Row) -> tuple[str, str] | None:
    codes = tuple(str(row.value(each) or "")[:DIVISION] for each in (GOVERNMENT, DEPARTMENT))
    return (codes[0], codes[1]) if all(len(each) == DIVISION for each in codes) else None


def _inputs(sheet: Sheet, row: Row) -> Iterator[Input]:
    """The two codes of a row, each with its cell."""
    position = next(at for at, each in enumerate(sheet.rows) if each is row)
    for name, label in ((GOVERNMENT, "政府经济科目"), (DEPARTMENT, "部门经济科目")):
        cell = row.cells[name]
        yield Input(label, cell.printed, f"{sheet.table}/{position}/{name}", cell.where)


CHECKS: tuple[Check, ...] = (Checked("B21", pairs_as_listed),)

"""F06: a table without data says why."""

from collections.abc import Iterator

from disclosures.records.printed_table import TableState
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked
from disclosures.rules.wording import listed
from disclosures.tables.book import Sheet
from disclosures.tables.titles import folded_title

UNREAD = (TableState.NOT_ATTACHED, TableState.AS_PRINTED)
LISTED_SINCE = 2026  # from this year on 空表说明 lists them in the narrative, too


def empty_tables(subject: Subject) -> Iterator[Finding]:
    """F06: every table declared empty has its sentence."""
    attached = [each for each in subject.book if each.state not in UNREAD]
    if not attached:
        yield not_checked("F06", "原文件未附预算表")
        return
    empty = [each for each in attached if not each.rows]
    silent = [each for each in empty if not _explained(subject, each)]
    inputs = [Input(each.title, each.statement, each.table) for each in empty]
    if silent:
        names = listed(each.title for each in silent)
        yield fails("F06", f"{names}没有数据，也没有说明。", inputs, where=silent[0].where)
    elif empty:
        yield holds("F06", f"{len(empty)}张空表均有说明。", inputs)
    else:
        yield holds("F06", "所附各表都有数据，没有空表。")


def _explained(subject: Subject, sheet: Sheet) -> bool:
    named = {
        folded_title(title) for each in subject.narrative.empty_reasons for title in each.titles
    }
    # The sentence may join two titles: “甲表和乙表公开空表”.
    if any(each.endswith(folded_title(sheet.title)) for each in named):
        return True
    must_be_listed = (subject.narrative.year or 0) >= LISTED_SINCE and bool(named)
    return bool(sheet.statement) and not must_be_listed


CHECKS: tuple[Check, ...] = (Checked("F06", empty_tables),)

"""The tables of a draft, taken from a workbook: first shown as a dry run, then stored whole.

A dry run stores nothing. What is confirmed is exactly what was shown: the confirmation names the
file and the state of the draft that the preview was made of, and is refused when either changed.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog
from django.db import DataError, IntegrityError, transaction

from disclosures.classification.codes import code_lists
from disclosures.documents.document import form_of
from disclosures.documents.forms.registry import form_named
from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.grids.unlikely import unlikely
from disclosures.documents.one_book import name_of
from disclosures.documents.refusal import Refusal, RefusedError
from disclosures.documents.rewriting.replacement import StaleSentence
from disclosures.documents.tables_only import misplaced
from disclosures.documents.workbook.commented import commented, notes_of
from disclosures.documents.workbook.read import Workbook, book_of_workbook, read_workbook
from disclosures.documents.workbook.unfilled import has_amounts, lines_without_amounts
from disclosures.publishing.book_writing import write_book
from disclosures.publishing.bounds import may_here
from disclosures.publishing.intake import IntakeError
from disclosures.publishing.keeping import keep_file
from disclosures.publishing.rewriting import stale_beside
from disclosures.publishing.surroundings import narrative_of_revision, surroundings_of
from disclosures.publishing.writing import write_findings, write_table_figures
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.event import Event
from disclosures.records.finding import Outcome
from disclosures.records.narrative import Narrative
from disclosures.records.printed_table import TableState
from disclosures.records.source import Source
from disclosures.records.upload import Upload
from disclosures.rules.check import check
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book, Sheet, unknown
from disclosures.tables.comparison import TableChange, compare
from disclosures.tables.stamp import stamp_of
from disclosures.tables.stored import book_of

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class DryRun:
    """What a workbook would do to a draft.

    `book` is the draft's book afterwards, `taken` the tables that come from the workbook, `stamp`
    names this file upon this state of the draft. It cannot be confirmed while `errors` are left.
    `stale` are the sentences of the narrative that would say another figure than the tables, and
    say no other today.
    """

    filename: str
    sha256: str
    stamp: str
    book: Book
    taken: tuple[str, ...]
    changes: tuple[TableChange, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    stale: tuple[StaleSentence, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be put right in the workbook first."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)


def hold_workbook(*, data: bytes, filename: str, by: Any) -> Upload:
    """Keep a workbook under its hash until it is confirmed. Raises IntakeError if it is none."""
    workbook = read_workbook(data, filename)
    if isinstance(workbook, Refusal):
        raise IntakeError(f"{filename}：{workbook.reason}")
    sha256 = hashlib.sha256(data).hexdigest()
    return keep_file(data=data, sha256=sha256, filename=filename, media=workbook.media, by=by)


def preview_workbook(*, revision: Revision, data: bytes, filename: str) -> DryRun:
    """What the workbook would change, with every finding; nothing is stored.

    Raises IntakeError when the file is refused, holds no table of the form, or the revision is no
    draft any more.
    """
    if revision.state not in EDITABLE:
        raise IntakeError(f"“{revision.get_state_display()}”的版本不能导入表格。")
    workbook = read_workbook(data, filename)
    if isinstance(workbook, Refusal):
        raise IntakeError(f"{filename}：{workbook.reason}")
    form = form_named(revision.form)
    if form is None:
        raise IntakeError(f"{revision}：没有对应的表式，无法识别工作簿中的表。请先确定表式。")
    before = book_of(revision)
    year = revision.disclosure.fiscal_year.year
    reading = book_of_workbook(workbook, form, year)
    taken = tuple(each for each in reading.book if _is_filled_in(each, workbook))
    if not taken:
        raise IntakeError(f"{filename}：没有一张表填有内容。请用“{form.label}”的模板填写。")
    after = merged(before, taken)
    read = [each for each in taken if each.rows]
    narrative = narrative_of_revision(revision)
    context = surroundings_of(revision, narrative, form_of(narrative))
    sha256 = hashlib.sha256(data).hexdigest()
    return DryRun(
        filename=filename,
        sha256=sha256,
        stamp=stamp_of(before, sha256),
        book=after,
        taken=tuple(each.table for each in taken),
        changes=compare(before, after),
        problems=(
            *_of_another(revision, workbook.grids, taken),
            *workbook.problems,
            *reading.problems,
            *(note for each in read for note in unlikely(each, code_lists(), year)),
            *(note for each in read for note in lines_without_amounts(each)),
            *_left_blank(reading.book),
        ),
        findings=check(narrative, after, code_lists(), context),
        stale=_made_stale(revision, narrative, before, after),
    )


def _made_stale(
    revision: Revision, narrative: Narrative, before: Book, after: Book
) -> tuple[StaleSentence, ...]:
    """The sentences that are as the tables now and would not be any more, or differ otherwise."""
    known = {(each.start, each.after) for each in stale_beside(revision, narrative, before)}
    found = stale_beside(revision, narrative, after)
    return tuple(each for each in found if (each.start, each.after) not in known)


def commented_workbook(*, revision: Revision, data: bytes, filename: str) -> bytes:
    """The workbook with what a preview said of each cell as comments in these cells.

    Raises IntakeError as `preview_workbook` does, and when it cannot be written back.
    """
    run = preview_workbook(revision=revision, data=data, filename=filename)
    workbook = read_workbook(data, filename)
    assert not isinstance(workbook, Refusal)
    said = [(each.where, each.message) for each in run.problems]
    said += [
        (part.where or {}, f"{each.rule} {each.message}")
        for each in run.findings
        if each.outcome is Outcome.FAILS
        for part in each.inputs
    ]
    placed = ((str(w["sheet"]), str(w["cell"]), text) for w, text in said if "cell" in w)
    try:
        return commented(data, workbook.media, workbook.grids, notes_of(placed))
    except RefusedError as error:
        raise IntakeError(f"{filename}：{error.refusal.reason}") from error


def take_in_workbook(
    *, revision: Revision, data: bytes, filename: str, stamp: str, by: Any
) -> DryRun:
    """Store what a dry run showed of a workbook that is held.

    Raises IntakeError when the draft or the file is another now.
    """
    try:
        return _store(revision, data, filename, stamp, by)
    except (DataError, IntegrityError, ValueError) as error:
        if isinstance(error, IntakeError):
            raise
        log.exception("workbook_does_not_fit", file=filename, revision=revision.pk)
        raise IntakeError(
            f"{filename}：有一处内容超出可以保存的范围，整份工作簿没有收入。请核对过长的文字与过大的数字。"
        ) from error


@transaction.atomic
def _store(revision: Revision, data: bytes, filename: str, stamp: str, by: Any) -> DryRun:
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    run = preview_workbook(revision=held, data=data, filename=filename)
    if not may_here(by, "change_revision", held):
        raise IntakeError("您没有更改这个部门草稿的权限，没有导入。")
    if run.stamp != stamp:
        raise IntakeError("预览之后草稿或文件有了变化，没有导入。请重新预览。")
    if run.errors:
        raise IntakeError(f"工作簿还有 {len(run.errors)} 处错误，没有导入。请更正后重新上传。")
    if not run.changes:
        return run
    upload = Upload.objects.get(sha256=run.sha256)
    write_book(held, run.book)
    write_table_figures(held, narrative_of_revision(held), run.book)
    write_findings(held, run.findings)
    source, _ = Source.objects.get_or_create(revision=held, upload=upload)
    source.tables = list(run.taken)
    source.save(update_fields=["tables"])
    Event.objects.create(revision=held, verb="take_in_workbook", note=filename[:200], by=by)
    log.info("workbook", file=filename, revision=held.pk, tables=len(run.taken))
    return run


def merged(before: Book, taken: Sequence[Sheet]) -> Book:
    """The book with the taken sheets in their places; the others stay as they are."""
    left = list(taken)
    sheets = []
    for each in before:
        new = next((other for other in left if name_of(other) == name_of(each)), None)
        if new is not None:
            left.remove(new)
        sheets.append(_in_place(each, new))
    last = max((each.position for each in sheets), default=0)
    sheets += [_at(each, last + number) for number, each in enumerate(left, start=1)]
    return Book(tuple(sheets))


def _in_place(old: Sheet, new: Sheet | None) -> Sheet:
    """The new sheet; what was printed beside its rows stays as long as they do."""
    if new is None:
        return old
    here = replace(new, table=old.table, position=old.position, title=old.title)
    if not (old.rows and here.rows):
        return here
    is_same = not any(each.rows for each in compare(Book((old,)), Book((here,))))
    return replace(here, kept=(here.kept or old.kept) if is_same else ())


def _at(sheet: Sheet, position: int) -> Sheet:
    table = unknown(position) if sheet.is_unknown else sheet.table
    return replace(sheet, table=table, position=position)


def _is_filled_in(sheet: Sheet, workbook: Workbook) -> bool:
    """Whether an officer said anything in it: rows, or the sentence that there are none.

    Codes and names that a template brings along from last year say nothing before an amount does.
    A sheet that no form knows is not asked for, unless it is one of our own export.
    """
    if any(each.where == sheet.where and not sheet.rows for each in workbook.kept):
        return True
    if sheet.state is TableState.FILLED:
        return has_amounts(sheet)
    return sheet.state is TableState.DECLARED_EMPTY and bool(sheet.statement)


def _of_another(
    revision: Revision, grids: Sequence[Grid], taken: Sequence[Sheet]
) -> tuple[Problem, ...]:
    """What of the tables to be taken names another department or year than the draft's."""
    department = revision.disclosure.department
    names = [department.name, *department.short_names]
    names += [department.parent.name] if department.parent else []
    places = [each.where for each in taken]
    own = (each for each in grids if each.where in places)
    return tuple(misplaced(own, names, revision.disclosure.fiscal_year.year))


def _left_blank(book: Book) -> Iterator[Problem]:
    for each in book:
        said = "没有填写"
        if each.state is TableState.FILLED and not has_amounts(each):
            said = "只有科目和名称，没有一个金额"
        elif each.state is not TableState.DECLARED_EMPTY or each.statement:
            continue
        message = f"“{each.title}”{said}，保持原样。如确无内容，请在表下写明“本部门无此项内容”。"
        yield Problem(message, dict(each.where), severity=Severity.NOTE)

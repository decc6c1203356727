"""From a file to a draft: the only way anything comes in, whole or not at all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Max, Q

from disclosures.classification.codes import code_lists
from disclosures.publishing.bounds import may
from disclosures.publishing.earlier import (
    earlier_to,
    keep_sources,
    names_in,
    tables_anew,
    with_tables_of,
)
from disclosures.publishing.keeping import forget_original, keep_original
from disclosures.publishing.places import IndexTakenError, UnknownRegionError, department_for
from disclosures.publishing.proposing import propose_from_document
from disclosures.publishing.reading import Reading, read
from disclosures.publishing.surroundings import surroundings_of
from disclosures.publishing.writing import write_contents
from disclosures.records.disclosure import Disclosure, FiscalYear, Revision, State
from disclosures.records.event import Event
from disclosures.records.places import Region
from disclosures.records.source import Source
from disclosures.records.upload import Upload
from disclosures.rules.check import check

log = structlog.get_logger(__name__)


class IntakeError(ValueError):
    """A file that was not taken in; the message says why and what to do, in Chinese."""


@dataclass(frozen=True)
class Intake:
    """What came of a file: the revision, and whether it is new or was there already.

    `joined_with` names the earlier file whose narrative or tables the revision keeps, because this
    one lacks them; `tables_kept` are the titles of the tables that stay as they were.
    """

    revision: Revision
    is_new: bool
    joined_with: str = ""
    tables_kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How a file comes in: `is_history` as the department published it once, mistakes and all;

    `home` is the region of publishers whose name and index say none.
    """

    is_history: bool = False
    home: Region | None = None


TODAY = Manner()


def take_in_document(*, data: bytes, filename: str, by: Any) -> Intake:
    """Read a file and store it as a draft.

    The same file again changes nothing and returns what is there. Raises IntakeError when the file
    is refused or its department and year cannot be told; then nothing is stored.
    """
    before = taken_before(data)
    if before:
        return Intake(before, is_new=False)
    return take_in_reading(reading=read(data, filename), data=data, by=by)


def take_in_reading(
    *,
    reading: Reading,
    data: bytes,
    by: Any,
    further: Sequence[tuple[Reading, bytes]] = (),
    manner: Manner = TODAY,
) -> Intake:
    """Store what was read of a file, and of `further` files of the same disclosure, as a draft."""
    filename = reading.filename
    if reading.refusal or reading.narrative is None:
        log.warning("intake_refused", file=filename, sha256=reading.sha256)
        raise IntakeError(f"{filename}：{reading.refusal.reason if reading.refusal else ''}")
    if reading.narrative.year is None or not reading.narrative.department:
        raise IntakeError(f"{filename}：没有读出部门名称或预算年度。请检查文件开头的标题。")
    try:
        taken = _stored(reading, data, by, further, manner)
    except BaseException:
        for each in (reading, *(other for other, _ in further)):
            forget_original(each)
        raise
    log.info("intake", file=filename, revision=taken.revision.pk, findings=len(reading.findings))
    return taken


def taken_before(data: bytes) -> Revision | None:
    """The latest revision that these very bytes became, or None."""
    sha256 = hashlib.sha256(data).hexdigest()
    same = Q(upload__sha256=sha256) | Q(source__upload__sha256=sha256)
    return Revision.objects.filter(same).order_by("-number").first()


def _stored(
    reading: Reading,
    data: bytes,
    by: Any,
    further: Sequence[tuple[Reading, bytes]],
    manner: Manner,
) -> Intake:
    """Store it; what the columns cannot hold is the file's fault, and said as such."""
    try:
        return _store(reading, data, by, further, manner)
    except IntakeError:
        raise
    except (DataError, IntegrityError, ValidationError, ValueError) as error:
        log.exception("intake_does_not_fit", file=reading.filename, sha256=reading.sha256)
        raise IntakeError(
            f"{reading.filename}：读出的内容有一处超出可以保存的范围，整份文件没有收入。"
            "请核对文件中的名称、日期与数字，更正后重新上传。"
        ) from error


@transaction.atomic
def _store(
    reading: Reading,
    data: bytes,
    by: Any,
    further: Sequence[tuple[Reading, bytes]],
    manner: Manner,
) -> Intake:
    _one_at_a_time(reading.sha256)
    before = taken_before(data)
    if before:
        return Intake(before, is_new=False)
    filename = reading.filename
    try:
        disclosure = _disclosure_of(reading, by, manner)
    except (UnknownRegionError, IndexTakenError) as error:
        raise IntakeError(f"{filename}：{error}") from error
    is_history = manner.is_history
    earlier = None if further else earlier_to(disclosure, reading, is_history=is_history)
    upload = keep_original(reading, data, by)
    if earlier is not None and earlier.has_narrative:
        revision = tables_anew(earlier, reading, upload, by=by, is_history=is_history)
    else:
        whole = with_tables_of(earlier, reading) if earlier else reading
        revision = _open_draft(disclosure, whole, upload, by, manner)
        write_contents(revision, _checked_against_last_year(revision, whole))
        propose_from_document(revision)
        if earlier is not None:
            keep_sources(earlier, revision, reading, whole.book)
    for other, its_data in further:
        kept = keep_original(other, its_data, by)
        tables = names_in(reading.book, other.book)
        Source.objects.create(revision=revision, upload=kept, tables=tables)
    Event.objects.create(
        revision=revision, verb="take_in", state_after=State.DRAFT, note=filename, by=by
    )
    if earlier is None:
        return Intake(revision, is_new=True)
    return Intake(revision, True, earlier.name, tuple(each.title for each in earlier.kept(reading)))


def _checked_against_last_year(revision: Revision, reading: Reading) -> Reading:
    """The reading with the checks that need last year's publication, where there is one."""
    narrative = reading.narrative
    assert narrative is not None
    context = surroundings_of(revision, narrative, reading.form)
    if context.last_year is None:
        return reading
    findings = check(narrative, reading.book, code_lists(), context)
    return replace(reading, findings=findings)


def _one_at_a_time(sha256: str) -> None:
    """Hold back a second intake of the same file until this one has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])


def _disclosure_of(reading: Reading, by: Any, manner: Manner) -> Disclosure:
    """Whose and which year's it is, held until all is stored."""
    narrative = reading.narrative
    assert narrative is not None
    assert narrative.year is not None
    year, _ = FiscalYear.objects.get_or_create(year=narrative.year)
    department = department_for(narrative, manner.home)
    if not may(by, "add_revision", department.pk):
        raise IntakeError(
            f"{reading.filename}：这是“{department}”的文件，不在您负责的部门之内，没有收入。"
            "请由该部门的经办人上传，或请管理员在“负责范围”中添加。"
        )
    disclosure, _ = Disclosure.objects.get_or_create(
        department=department, fiscal_year=year, kind=narrative.kind
    )
    return Disclosure.objects.select_for_update().get(pk=disclosure.pk)


def _open_draft(
    disclosure: Disclosure, reading: Reading, upload: Upload, by: Any, manner: Manner
) -> Revision:
    narrative = reading.narrative
    assert narrative is not None
    last = disclosure.revisions.aggregate(last=Max("number"))["last"] or 0
    words = {key: _word(narrative, key) for key in ("doc.index_start", "doc.index_end")}
    return Revision.objects.create(
        disclosure=disclosure,
        number=last + 1,
        upload=upload,
        form=reading.form.form.name if reading.form else "",
        printed_unit=narrative.printed_unit,
        index_start=words["doc.index_start"],
        index_end=words["doc.index_end"],
        printed_date=_word(narrative, "doc.publish_date") or None,
        text=narrative.text,
        created_by=by,
        is_history=manner.is_history,
    )


def _word(narrative: Any, key: str) -> str:
    stated = narrative.statement(key)
    return str(stated.value) if stated else ""

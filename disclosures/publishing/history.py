"""Hundreds of files at once: read in several processes, stored one by one, resumable at any point.

A file that is there already is passed over, so the same command goes on where it was killed. What
one file holds never stops the others.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import django
import structlog

from disclosures.documents.refusal import Refusal
from disclosures.publishing.actions import (
    approve_revision,
    publish_revision,
    submit_revision,
)
from disclosures.publishing.intake import IntakeError, Manner, take_in_reading, taken_before
from disclosures.publishing.joining import Joined, is_complete, joined
from disclosures.publishing.reading import Reading, read_file
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import Revision, State

log = structlog.get_logger(__name__)
SUFFIXES = frozenset(
    (".pdf", ".docx", ".html", ".htm", ".txt", ".xlsx", ".xls", ".et", ".ods", ".json")
)


class Fate(StrEnum):
    """What became of a file."""

    TAKEN_IN = "已收入"
    THERE_ALREADY = "已在库"
    BY_ANOTHER = "已由另一次导入受理"
    REFUSED = "未受理"


@dataclass(frozen=True)
class Line:
    """One file in the report; `seconds` is what reading took. What was not read has no counts."""

    file: str
    fate: Fate
    reason: str = ""
    recognised: bool = True
    department: str = ""
    year: int | None = None
    tables: int | None = None
    rows: int | None = None
    doubts: int | None = None
    findings: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class People:
    """Who takes history in, and the other person who approves it."""

    taker: Any
    approver: Any


Progress = Callable[[int, int, str], object]


def files_in(places: Iterable[str]) -> list[Path]:
    """The files named, and those of every folder named whose kind may be a disclosure's."""
    found: list[Path] = []
    for place in map(Path, places):
        if place.is_dir():
            inside = (each for each in sorted(place.rglob("*")) if each.is_file())
            found += [each for each in inside if each.suffix.lower() in SUFFIXES]
        else:
            found.append(place)
    return found


def take_in_history(
    *,
    files: Sequence[Path],
    people: People,
    manner: Manner,
    publish: bool,
    processes: int,
    say: Progress,
) -> list[Line]:
    """Take in every file; returns the report, in the order of the files."""
    lines: dict[str, Line] = {}
    waiting: list[Path] = []
    for path in files:
        if (known := _there_already(path, people if publish else None)) is None:
            waiting.append(path)
        else:
            lines[str(path)] = known
    held: list[Reading] = []
    seconds: dict[str, float] = {}
    for count, (reading, took) in enumerate(_readings(waiting, processes), start=1):
        say(count, len(waiting), reading.filename)
        seconds[reading.filename] = took
        if reading.refusal is None and not is_complete(reading):
            held.append(reading)
            continue
        lines |= _stored([Joined(reading)], people, manner, publish, seconds)
    lines |= _stored(joined(held), people, manner, publish, seconds)
    return [lines[str(path)] for path in files]


def _there_already(path: Path, publishers: People | None) -> Line | None:
    """What a file became before; history that was killed on its way to the public goes on."""
    try:
        before = taken_before(path.read_bytes())
    except OSError:
        return None
    if before is None:
        return None
    reason = _brought_out(before, publishers) if publishers and before.is_history else ""
    disclosure = before.disclosure
    return Line(
        str(path),
        Fate.THERE_ALREADY,
        reason,
        department=disclosure.department.name,
        year=disclosure.fiscal_year_id,
    )


def _readings(files: Sequence[Path], processes: int) -> Iterator[tuple[Reading, float]]:
    """Each file as it was read, in the order that they are done."""
    left = {str(path) for path in files}
    while left:
        with ProcessPoolExecutor(
            processes, mp_context=get_context("spawn"), initializer=django.setup
        ) as pool:
            tasks = {pool.submit(_read, name): name for name in sorted(left)}
            try:
                for task in as_completed(tasks):
                    yield task.result()
                    left.discard(tasks[task])
            except BrokenProcessPool:
                lost = sorted(left)[0] if processes == 1 else ""
                log.warning("reader_died", left=len(left), file=lost)
                if lost:
                    left.discard(lost)
                    yield _died(lost), 0.0
                processes = 1


def _died(name: str) -> Reading:
    reason = "读取时进程被系统终止，可能文件过大。请拆分后重试。The reading process was killed."
    return Reading(name, "", 0, refusal=Refusal("killed", reason))


def _read(name: str) -> tuple[Reading, float]:
    """In a process of its own."""
    begun = time.monotonic()
    return read_file(name), time.monotonic() - begun


def _stored(
    wholes: Iterable[Joined],
    people: People,
    manner: Manner,
    publish: bool,
    seconds: dict[str, float],
) -> dict[str, Line]:
    lines: dict[str, Line] = {}
    for whole in wholes:
        fate, reason = _store(whole, people, manner, publish)
        for each in (whole.reading, *whole.further):
            lines[each.filename] = _line(each, fate, reason, seconds.get(each.filename, 0.0))
    return lines


def _store(whole: Joined, people: People, manner: Manner, publish: bool) -> tuple[Fate, str]:
    reading = whole.reading
    if reading.refusal:
        return Fate.REFUSED, reading.refusal.reason
    try:
        taken = take_in_reading(
            reading=reading,
            data=Path(reading.filename).read_bytes(),
            by=people.taker,
            further=[(each, Path(each.filename).read_bytes()) for each in whole.further],
            manner=manner,
        )
    except (IntakeError, OSError) as error:
        return Fate.REFUSED, str(error)
    fate = Fate.TAKEN_IN if taken.is_new else Fate.BY_ANOTHER
    joined_with = Path(taken.joined_with).name
    said = [f"与先前收入的“{joined_with}”合为一份。"] if joined_with else []
    said += [_brought_out(taken.revision, people)] if publish else []
    return fate, "".join(said)


def _brought_out(revision: Revision, people: People) -> str:
    """Publish history; returns why it could not be, "" when it is public or another is at it."""
    try:
        publish_history(revision, people)
    except ActionError as error:
        before = revision.state
        revision.refresh_from_db()
        return str(error) if revision.state == before else ""
    return ""


def publish_history(revision: Revision, people: People) -> None:
    """Bring history to the public from wherever it stands on the way: two people stand for it."""
    if revision.state == State.DRAFT:
        submit_revision(revision=revision, by=people.taker)
        revision.refresh_from_db()
    if revision.state == State.SUBMITTED:
        approve_revision(revision=revision, by=people.approver)
        revision.refresh_from_db()
    if revision.state == State.APPROVED:
        publish_revision(revision=revision, by=people.approver, note="按部门原公开内容收录")


def _line(reading: Reading, fate: Fate, reason: str, seconds: float) -> Line:
    narrative = reading.narrative
    return Line(
        file=reading.filename,
        fate=fate,
        reason=reason,
        recognised=reading.refusal is None,
        department=narrative.department if narrative else "",
        year=narrative.year if narrative else None,
        tables=sum(bool(each.rows) for each in reading.book),
        rows=sum(len(each.rows) for each in reading.book),
        doubts=len(reading.doubts),
        findings=sum(each.stands_out for each in reading.findings),
        seconds=round(seconds, 2),
    )

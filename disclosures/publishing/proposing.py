"""Reforms that documents and lists speak of: proposed, and a line of departments once confirmed.

A name that looks like another is no proof: nothing is linked before a person has said so.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Now

from disclosures.documents.successions import SaidSuccession, successions_said
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EARLIEST, LATEST, Revision
from disclosures.records.places import Department
from disclosures.records.succession import Decision, Reform, Succession, SuccessionProposal

COLUMNS = ("前身", "后续部门", "起始年度", "改革方式", "依据")
REFORMS = {each.label: each for each in Reform}


class BadListError(ValueError):
    """A list of reforms that cannot be taken in: one message a row, with its number."""


@dataclass(frozen=True)
class _Told:
    """One row of a list: whose reform it is, and what is said of it."""

    successor: Department
    said: SaidSuccession


def propose_from_document(revision: Revision) -> int:
    """Propose what a revision's text says of its own department; returns how many are new."""
    department = revision.disclosure.department
    said = successions_said(revision.text, department.name)
    return _propose(_Told(department, each) for each in said)


@transaction.atomic
def propose_from_list(path: Path) -> int:
    """Propose every row of a CSV with COLUMNS; returns how many are new.

    Raises BadListError naming each bad row; then nothing is proposed.
    """
    told, wrong = [], []
    for number, row in enumerate(_rows(path), start=2):
        try:
            told.append(_told(row))
        except ValueError as error:
            wrong.append(f"{path.name} 第{number}行：{error}")
    if wrong:
        raise BadListError("\n".join(wrong))
    return _propose(told)


@transaction.atomic
def confirm_proposal(*, proposal: SuccessionProposal, by: Any) -> Succession:
    """Make a proposal a line of departments. Raises ActionError saying what it still lacks."""
    held = _held(proposal, by)
    predecessor = held.predecessor or _department_named(held.predecessor_name, held.successor)
    if predecessor is None:
        raise ActionError(
            f"{held}：没有名为“{held.predecessor_name}”的部门。请先收入它的公开文件，或选择前身。"
        )
    if held.year is None:
        raise ActionError(f"{held}：没有起始年度。请按改革文件填写后再确认。")
    made = Succession(
        predecessor=predecessor,
        successor=held.successor,
        reform=held.reform,
        year=held.year,
        note=held.evidence[:200],
    )
    try:
        made.full_clean()
    except ValidationError as error:
        raise ActionError(f"{held}：{'；'.join(error.messages)}") from error
    made.save()
    _decide(held, Decision.CONFIRMED, by, predecessor)
    return made


@transaction.atomic
def dismiss_proposal(*, proposal: SuccessionProposal, by: Any) -> None:
    """Leave a proposal aside; it is not made again. Raises ActionError when it is decided."""
    held = _held(proposal, by)
    _decide(held, Decision.DISMISSED, by, held.predecessor)


def _held(proposal: SuccessionProposal, by: Any) -> SuccessionProposal:
    held = SuccessionProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if not by.has_perm("disclosures.add_succession"):
        raise ActionError("您没有登记部门沿革的权限。请联系管理员。")
    if held.decision != Decision.OPEN:
        raise ActionError(f"{held}：已处理（{held.get_decision_display()}）。")
    return held


def _decide(
    held: SuccessionProposal, decision: Decision, by: Any, predecessor: Department | None
) -> None:
    SuccessionProposal.objects.filter(pk=held.pk).update(
        decision=decision, decided_by=by, decided_at=Now(), predecessor=predecessor
    )


def _propose(told: Iterable[_Told]) -> int:
    return sum(_proposed(each) for each in told)


def _proposed(told: _Told) -> bool:
    """Whether a proposal is new: one that was decided, or that is a line already, is not."""
    said, successor = told.said, told.successor
    before = _department_named(said.predecessor, successor)
    if before and Succession.objects.filter(predecessor=before, successor=successor).exists():
        return False
    _, is_new = SuccessionProposal.objects.get_or_create(
        predecessor_name=said.predecessor[:120],
        successor=successor,
        defaults={
            "predecessor": before,
            "reform": said.reform,
            "year": said.year,
            "evidence": said.sentence[:500],
        },
    )
    return is_new


def _department_named(name: str, successor: Department) -> Department | None:
    """The one department of the successor's region with that name, its place left out or not."""
    region = successor.region
    names = {name, f"{region.name}{name}", f"{region.name[:-1]}{name}"}
    found = list(region.departments.filter(name__in=names).exclude(pk=successor.pk)[:2])
    return found[0] if len(found) == 1 else None


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := [each for each in COLUMNS if each not in (reader.fieldnames or ())]:
                raise BadListError(f"{path.name}：缺少列{'、'.join(missing)}。")
            yield from reader
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadListError(f"{path.name}：无法读取，请存为 UTF-8 的 CSV。（{error}）") from error


def _told(row: dict[str, str]) -> _Told:
    """One row. Raises ValueError saying what is wrong in it."""
    predecessor, name, year, reform, note = ((row[each] or "").strip() for each in COLUMNS)
    if not predecessor:
        raise ValueError("没有写前身。")
    if not (year.isascii() and year.isdigit() and EARLIEST <= int(year) <= LATEST):
        raise ValueError(f"起始年度“{year}”不在{EARLIEST}至{LATEST}年之间。")
    if reform not in REFORMS:
        raise ValueError(f"改革方式“{reform}”不是{'、'.join(REFORMS)}之一。")
    found = list(Department.objects.filter(name=name)[:2])
    if len(found) != 1:
        several = "有几个同名部门" if found else "没有这个部门"
        raise ValueError(f"后续部门“{name}”：{several}。请写已建立部门的全称。")
    return _Told(found[0], SaidSuccession(predecessor, REFORMS[reform], int(year), note))

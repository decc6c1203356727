"""The published code lists into their tables: all of them or nothing, every bad row named."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction

from disclosures.classification.codes import FOLDER
from disclosures.classification.lists import (
    DepartmentEconomicCode,
    EconomicPair,
    FunctionCode,
    GovernmentEconomicCode,
    IncomeSource,
    RevenueCode,
)

LEVELS = {"类": (3,), "款": (5,), "项": (7, 9)}
Row = dict[str, str]


class BadRowsError(ValueError):
    """Rows that cannot be loaded: one message a row, with file name and row number."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


@dataclass(frozen=True)
class Counts:
    """What a load did to one list."""

    name: str
    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True)
class CodeFile:
    """One CSV: its model, the fields that identify a row, and how a row becomes fields."""

    file: str
    model: type[models.Model]
    identity: tuple[str, ...]
    made: Callable[[Row], dict[str, Any]]
    is_coded: bool = True


def _year(text: str) -> int | None:
    return int(text) if text else None


def _code(row: Row) -> dict[str, Any]:
    return {
        "code": row["code"],
        "name": row["name"],
        "level": row["level"],
        "parent_code": row["parent"],
        "is_current": row.get("status", "current") == "current",
        "year_from": _year(row.get("year_from", "")),
        "year_to": _year(row.get("year_to", "")),
        "source": row.get("source", ""),
    }


def _function(row: Row) -> dict[str, Any]:
    return _code(row) | {"budget": row["budget"]}


def _source(row: Row) -> dict[str, Any]:
    return {"key": row["key"], "name": row["name"], "parent_key": row["parent"]}


def _pair(row: Row) -> dict[str, Any]:
    return {
        "government_code": row["gov_code"],
        "department_code": row["dept_code"],
        "payer": row["payer"],
    }


PERIOD = ("code", "year_to")
FILES = (
    CodeFile("functional_expenditure.csv", FunctionCode, PERIOD, _function),
    CodeFile("department_economic.csv", DepartmentEconomicCode, PERIOD, _code),
    CodeFile("government_economic.csv", GovernmentEconomicCode, PERIOD, _code),
    CodeFile("government_revenue.csv", RevenueCode, PERIOD, _code),
    CodeFile("department_income_sources.csv", IncomeSource, ("key",), _source, False),
    CodeFile(
        "economic_gov_to_dept_map.csv",
        EconomicPair,
        ("government_code", "department_code"),
        _pair,
        False,
    ),
)


def load_codes(folder: Path = FOLDER) -> list[Counts]:
    """Load every list in one transaction.

    Raises BadRowsError naming every bad row of every file; then nothing is stored.
    """
    messages: list[str] = []
    read = [(each, _rows(folder / each.file, each, messages)) for each in FILES]
    aliases = _aliases(folder / "functional_aliases.csv", messages)
    if messages:
        raise BadRowsError(messages)
    for each, rows in read:
        for position, row in enumerate(rows):
            if each.model is FunctionCode:
                row["aliases"] = aliases.get(row["code"], [])
            if each.model is IncomeSource:
                row["position"] = position
    with transaction.atomic():
        return [_stored(each, rows) for each, rows in read]


def _rows(path: Path, code_file: CodeFile, messages: list[str]) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    known = {line["code"] for line in lines} if code_file.is_coded else set()
    made: dict[tuple[Any, ...], dict[str, Any]] = {}
    for number, line in enumerate(lines, 2):
        faults = list(_miscounted(line))
        if not faults and code_file.is_coded:
            faults = list(_faults(line, known))
        if not faults:
            row = code_file.made(line)
            identity = tuple(row[field] for field in code_file.identity)
            if not code_file.is_coded and not all(identity):
                faults = ["缺少编码"]
            elif identity in made:
                faults = [f"与前面的行重复：{'、'.join(str(each) for each in identity if each)}"]
            made[identity] = row
        messages += [f"{path.name} 第{number}行：{fault}" for fault in faults]
    return list(made.values())


def _miscounted(line: Row) -> Iterator[str]:
    """A row with fewer or more cells than the header: the reader fills up with None."""
    if None in line or None in line.values():
        yield "列数与表头不符"


def _faults(line: Row, known: set[str]) -> Iterator[str]:
    code, level, parent = line["code"], line["level"], line["parent"]
    if not re.fullmatch(r"\d{3}|\d{5}|\d{7}|\d{9}", code, re.ASCII):
        yield f"编码“{code}”不是3、5、7或9位数字"
    elif len(code) not in LEVELS.get(level, ()):
        yield f"编码“{code}”的位数与级次“{level}”不符"
    if not line["name"].strip():
        yield f"编码“{code}”没有名称"
    if parent and (parent not in known or not code.startswith(parent)):
        yield f"编码“{code}”的上级“{parent}”不存在"
    for column in ("year_from", "year_to"):
        if not re.fullmatch(r"(20\d\d)?", line.get(column, ""), re.ASCII):
            yield f"编码“{code}”的年度“{line[column]}”不是四位年份"


def _aliases(path: Path, messages: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, line in enumerate(csv.DictReader(file), 2):
            if faults := list(_miscounted(line)):
                messages += [f"{path.name} 第{number}行：{fault}" for fault in faults]
            elif not line["code"] or not line["alias"]:
                messages.append(f"{path.name} 第{number}行：缺少编码或别名")
            elif line["alias"] not in found.setdefault(line["code"], []):
                found[line["code"]].append(line["alias"])
    return found


def _stored(code_file: CodeFile, rows: list[dict[str, Any]]) -> Counts:
    manager = code_file.model._default_manager
    before = {tuple(getattr(each, f) for f in code_file.identity): each for each in manager.all()}
    added, changed = [], []
    for row in rows:
        known = before.get(tuple(row[field] for field in code_file.identity))
        if known is None:
            added.append(code_file.model(**row))
        elif any(getattr(known, field) != value for field, value in row.items()):
            for field, value in row.items():
                setattr(known, field, value)
            changed.append(known)
    manager.bulk_create(added)
    if changed:
        manager.bulk_update(changed, [f for f in rows[0] if f not in code_file.identity])
    name = str(code_file.model._meta.verbose_name)
    return Counts(name, len(added), len(changed), len(rows) - len(added) - len(changed))

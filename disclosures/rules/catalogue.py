"""The catalogue of rules: each rule's severity, title, equation and legal basis, spelled once.

Read from `fixtures/rules.csv`, which pages, API and generated docs quote through this module.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from disclosures.records.finding import Severity

FILE = Path(__file__).resolve().parents[2] / "fixtures" / "rules.csv"


class Group(StrEnum):
    """What the rules of a group compare; the value is the first letter of their codes."""

    IN_TABLE = "A"
    ACROSS_TABLES = "B"
    NARRATIVE_AND_TABLES = "C"
    NARRATIVE = "D"
    YEAR_ON_YEAR = "E"
    STRUCTURE = "F"

    @property
    def label(self) -> str:
        """The group's name as citizens read it."""
        return GROUP_LABELS[self]


GROUP_LABELS = {
    Group.IN_TABLE: "表内核对",
    Group.ACROSS_TABLES: "表间核对",
    Group.NARRATIVE_AND_TABLES: "文表核对",
    Group.NARRATIVE: "编制说明内部核对",
    Group.YEAR_ON_YEAR: "与上年对比核对",
    Group.STRUCTURE: "结构与规范核对",
}


@dataclass(frozen=True)
class Rule:
    """One reconciliation rule (勾稽关系), as citizens read it."""

    code: str
    group: Group
    severity: Severity
    title: str
    equation: str
    scope: str
    basis: str
    english: str


@lru_cache(maxsize=1)
def catalogue(path: Path = FILE) -> dict[str, Rule]:
    """Every rule by its code, in the catalogue's order. Raises ValueError for a bad row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["code"]: _rule(number, row) for number, row in enumerate(rows, start=2)}


def rule(code: str) -> Rule:
    """The rule of a code. Raises KeyError when the catalogue has none."""
    return catalogue()[code]


def _rule(number: int, row: dict[str, str]) -> Rule:
    try:
        return Rule(
            code=row["code"],
            group=Group(row["group"]),
            severity=Severity(row["severity"]),
            title=row["title"],
            equation=row["equation"],
            scope=row["scope"],
            basis=row["basis"],
            english=row["english"],
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{FILE.name} 第{number}行: {error}") from error

"""What a grid could not be read as, in the officer's words."""

from dataclasses import dataclass, field
from enum import StrEnum

from disclosures.tables.book import Where


class Severity(StrEnum):
    """An error leaves something out; a note only says what was done."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One place that was not read, or not as it stands: what was there, why, and the remedy."""

    message: str
    where: Where = field(default_factory=dict)
    value: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = self.place
        return f"{place}：{self.message}" if place else self.message

    @property
    def place(self) -> str:
        """The place as an officer looks it up: 表!B7, or 第3页."""
        if "cell" in self.where:
            return f"{self.where['sheet']}!{self.where['cell']}"
        if "sheet" in self.where:
            return str(self.where["sheet"])
        return f"第{self.where['page']}页" if "page" in self.where else ""

"""What one table, or the narrative, must share with another table: declared in a line each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosures.records.finding import Outcome
from disclosures.rules.amount import Amount
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.tables.places import Place, added_up, attached, details, own_rows, prints
from disclosures.rules.verdict import at_most, equal, holds, not_checked
from disclosures.rules.wording import listed, told
from disclosures.tables.book import RowKind
from disclosures.tables.registry import table


@dataclass(frozen=True)
class Agree:
    """`left` equals one of `options`; there are several where forms differ on the carry-over."""

    rule: str
    left: Place
    options: tuple[Place, ...]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding; it names the option that comes closest."""
        stated = self.left.find(subject)
        found = [known for each in self.options if (known := each.find(subject)) is not None]
        if stated is None or not found:
            yield lacking(self.rule, subject, (self.left, *self.options[:1]))
            return
        value = stated.value
        nearest = min(found, key=lambda each: abs(each.value - value))
        basis = told(nearest, subject.unit)
        yield equal(self.rule, stated, nearest.value, basis, (nearest,), subject.unit)


@dataclass(frozen=True)
class Within:
    """`part` is no more than `whole`; `is_local` where only a place's own form says so."""

    rule: str
    part: Place
    whole: Place
    is_local: bool = False

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding: within, beyond, or lacking a table."""
        if self.is_local and not subject.context.has_own_form:
            yield not_checked(self.rule, "没有该地区的表式，不知两表是否同一口径")
            return
        part, whole = self.part.find(subject), self.whole.find(subject)
        if part is None or whole is None:
            yield lacking(self.rule, subject, (self.part, self.whole))
            return
        yield at_most(self.rule, part, whole, subject.unit)


@dataclass(frozen=True)
class Grouped:
    """A table's amounts summed by a column: `digits` keeps codes of that length alone."""

    tables: tuple[str, ...]
    columns: tuple[str, ...]
    by: str = "function_code"
    digits: int = 0

    def find(self, subject: Subject) -> dict[str, Amount] | None:
        """Key to amount, or None when a table is not attached or lacks the columns."""
        cells: dict[str, list[Amount]] = {}
        for name in self.tables:
            grid = attached(subject.book, name)
            if grid is None or not (prints(grid, self.columns) and prints(grid, (self.by,))):
                return None
            rows = own_rows(grid) if self.digits else details(grid)
            for row in (each for each in rows if each.kind is not RowKind.TOTAL):
                key = str(row.value(self.by) or "")
                if key and (not self.digits or len(key) == self.digits):
                    cells.setdefault(key, []).extend(grid.across(row, self.columns))
        return {key: added_up(of_key(self.label, key), found) for key, found in cells.items()}

    @property
    def label(self) -> str:
        """The titles of its tables."""
        return "与".join(table(name).title for name in self.tables)


@dataclass(frozen=True)
class PerKey:
    """Key by key, `left` equals `options` (the first, or whichever fits best), or is within it.

    `shared` compares only the keys that both have; otherwise a key of one alone is compared with
    nothing spent under it, which an attached table says by leaving it out.
    """

    rule: str
    left: Grouped
    options: tuple[Grouped, ...]
    at_most: bool = False
    shared: bool = False

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding for the keys that agree, one for each that does not."""
        left = self.left.find(subject)
        tried = [
            self._compared(subject, left, right)
            for each in self.options
            if left is not None and (right := each.find(subject)) is not None
        ]
        if not tried:
            names = listed(each.label for each in (self.left, self.options[0]))
            yield not_checked(self.rule, f"{names}没有可核对的数据")
            return
        best = min(tried, key=lambda found: sum(each.outcome is Outcome.FAILS for each in found))
        yield from summed_up(self.rule, self.left.label, best)

    def _compared(
        self, subject: Subject, left: Mapping[str, Amount], right: Mapping[str, Amount]
    ) -> list[Finding]:
        keys = [key for key in left if key in right] if self.shared else sorted({*left, *right})
        return [self._key(subject, key, left.get(key), right.get(key)) for key in keys]

    def _key(
        self, subject: Subject, key: str, left: Amount | None, right: Amount | None
    ) -> Finding:
        mine = left or Amount(of_key(self.left.label, key), Decimal(0), "元")
        other = right or Amount(of_key(self.options[0].label, key), Decimal(0), "元")
        if self.at_most:
            return at_most(self.rule, mine, other, subject.unit)
        basis = told(other, subject.unit)
        return equal(self.rule, mine, other.value, basis, (other,), subject.unit)


def of_key(label: str, key: str) -> str:
    """What a table prints under a code or name, apart from the amount that follows in a message."""
    return f"{label}（{key}）"


def summed_up(rule: str, title: str, findings: list[Finding]) -> Iterator[Finding]:
    """What stands out one by one, what holds together."""
    yield from (each for each in findings if each.outcome is not Outcome.HOLDS)
    held = sum(each.outcome is Outcome.HOLDS for each in findings)
    if held:
        yield holds(rule, f"{title}：{held}项相符。")
    if not findings:
        yield not_checked(rule, f"{title}没有可核对的数据")


def lacking(rule: str, subject: Subject, places: tuple[Place, ...]) -> Finding:
    """Unchecked, naming what the document does not bring."""
    missing = listed(each.label for each in places if each.find(subject) is None)
    return not_checked(rule, f"{missing}没有数据（未公开或原文件未附表）")

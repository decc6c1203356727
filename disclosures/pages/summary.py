"""The key figures of a disclosure, each with its change and the stated reason beside it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.classification.figures import Kind, figure_of, label_of
from disclosures.classification.money import Unit
from disclosures.pages.addresses import addresses
from disclosures.pages.amounts import Show, rounded, shown, unit_of
from disclosures.pages.language import Said
from disclosures.pages.listing import EMPTY_TABLE, NOT_APPLICABLE
from disclosures.records.disclosure import Kind as Disclosed
from disclosures.records.disclosure import Revision
from disclosures.records.narration import QuotedFigure
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Cell, Sheet
from disclosures.tables.quoted import table_of

# Key figure, its change, its percentage, its reason.
KEY_FIGURES = (
    ("income.total", "income.delta", "income.delta_pct", "income.delta_reason"),
    ("exp.total", "exp.delta", "exp.delta_pct", "exp.reason"),
    ("exp.basic", "exp.basic_delta", "exp.basic_delta_pct", "exp.basic_reason"),
    ("exp.project", "exp.project_delta", "exp.project_delta_pct", "exp.project_reason"),
    ("fiscal.total", "fiscal.delta", "fiscal.delta_pct", "fiscal.delta_reason"),
    ("sangong.total", "sangong.total_delta", "sangong.total_pct", "sangong.total_reason"),
    ("proc.total", "", "", ""),
    ("running.amount", "running.delta", "running.delta_pct", "running.reason"),
)
# Expense, its counts, and the expenses that it consists of.
THREE_PUBLIC: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("sangong.abroad", ("sangong.abroad_groups", "sangong.abroad_persons"), ()),
    ("sangong.reception", ("sangong.reception_batches", "sangong.reception_persons"), ()),
    (
        "sangong.vehicle",
        ("sangong.vehicle_bought", "sangong.vehicle_holding"),
        ("sangong.vehicle_purchase", "sangong.vehicle_run"),
    ),
)
EACH_PERSON = ("exp.total", "exp.basic", "sangong.total", "running.amount")
PROCUREMENT = ("proc.items", "proc.total", "proc.goods", "proc.services", "proc.works")


@dataclass(frozen=True)
class Quote:
    """A figure as shown; `text` is empty when it is not disclosed.

    `nothing`: what is said at `url` instead, that it is 不适用 or its table is declared empty.
    """

    key: str
    label: str
    text: str
    unit: str
    url: str
    direction: str = ""
    nothing: str = ""


@dataclass(frozen=True)
class KeyFigure:
    """A figure with its change and reason."""

    quote: Quote
    change: Quote | None
    percent: Quote | None
    reason: Quote | None
    counts: tuple[Quote, ...] = ()
    parts: tuple["KeyFigure", ...] = ()


class Figures:
    """The quoted figures of one revision, ready to be shown by key."""

    def __init__(self, revision: Revision, choice: Show) -> None:
        self.revision = revision
        self.choice = choice
        self.said = Said()
        self.by_key = {each.key: each for each in revision.quotedfigure_set.all()}
        self.tabled = {each.key: each for each in revision.tablefigure_set.all()}
        tables = revision.printedtable_set.all()
        self.empty = {each.table for each in tables if each.state == TableState.DECLARED_EMPTY}
        self._at = addresses(revision, "figure", "key")
        self._table_at = addresses(revision, "table", "table")

    def quote(self, key: str) -> Quote:
        """A figure as shown, or a quote without text when it is not disclosed."""
        found = self.by_key.get(key)
        if found is None:
            return self._tabled(key)
        text, unit = self._text(found)
        return Quote(key, self._label(key), text, unit, self._at(key), _direction(found))

    def _tabled(self, key: str) -> Quote:
        """A figure that a table alone prints, with its cell; else one without text."""
        found = self.tabled.get(key)
        if found is None:
            table = table_of(key)
            url = self._table_at(table) if table in self.empty else ""
            return Quote(key, self._label(key), "", "", url, nothing=EMPTY_TABLE if url else "")
        url = self._cell_at(found.table, found.row, found.column)
        if found.yuan is None:
            return Quote(key, self._label(key), "", "", url, nothing=NOT_APPLICABLE)
        text, unit = found.printed, found.unit
        if self.choice is not Show.PRINTED:
            text, unit = shown(found.yuan, self.choice), unit_of(self.choice, unit)
        return Quote(key, self._label(key), text, unit, url)

    def _cell_at(self, table: str, row: int, column: str) -> str:
        """The address of a cell, which lies below its table's."""
        return f"{self._table_at(table)}{row}/{column}/"

    def _label(self, key: str) -> str:
        is_account = self.revision.disclosure.kind == Disclosed.FINAL
        return label_of(key, is_account=is_account)

    def yuan(self, key: str) -> Decimal | None:
        """A figure in 元, from the narrative or else from a table; None when not disclosed."""
        found = self.by_key.get(key) or self.tabled.get(key)
        return None if found is None else found.yuan

    def cell_quote(self, sheet: Sheet, row: int, column: str, label: str) -> Quote:
        """An amount of a table's cell as shown, under a label of its row."""
        return self.of_cell(sheet, sheet.rows[row].cells[column], row, column, label)

    def of_cell(self, sheet: Sheet, cell: Cell, row: int, column: str, label: str) -> Quote:
        """As `cell_quote`, for a cell known by its name within the row."""
        unit = sheet.unit or self.revision.printed_unit
        text = cell.printed.removesuffix(unit)
        if self.choice is not Show.PRINTED and isinstance(cell.value, Decimal):
            text, unit = shown(cell.value, self.choice), unit_of(self.choice, unit)
        return Quote(column, label, text, unit, self._cell_at(sheet.table, row, column))

    def unit_in(self, sheet: Sheet) -> str:
        """The unit that amounts of a table are shown in."""
        return unit_of(self.choice, sheet.unit or self.revision.printed_unit)

    def sum_in(self, sheet: Sheet, yuan: Decimal) -> str:
        """A sum of ours over a table's cells, exact, in the unit that they are shown in."""
        is_wan = self.unit_in(sheet) == Unit.WAN_YUAN
        return shown(yuan, Show.WAN_YUAN if is_wan else Show.YUAN)

    def optional(self, key: str) -> Quote | None:
        """A figure as shown, or None."""
        return self.quote(key) if key in self.by_key else None

    def _text(self, found: QuotedFigure) -> tuple[str, str]:
        if found.value is None:
            return found.words, ""
        if found.yuan is not None and self.choice is not Show.PRINTED:
            unit = "万元" if self.choice is Show.WAN_YUAN else "元"
            return shown(found.yuan, self.choice), unit
        if figure_of(found.key).kind is Kind.MONEY and found.value >= 0:
            return _number(found), found.unit
        return f"{found.value.normalize():,f}", found.unit

    def key_figures(self) -> list[KeyFigure]:
        """The eight key figures, disclosed or not."""
        return [
            KeyFigure(
                self.quote(key),
                self.optional(change) if change else None,
                self.optional(percent) if percent else None,
                self.optional(reason) if reason else None,
            )
            for key, change, percent, reason in KEY_FIGURES
        ]

    def three_public(self) -> list[KeyFigure]:
        """出国, 接待 and 公车, each with counts, change and reason."""
        return [self._expense(*each) for each in THREE_PUBLIC]

    def _expense(
        self, key: str, counts: tuple[str, ...] = (), parts: tuple[str, ...] = ()
    ) -> KeyFigure:
        return KeyFigure(
            self.quote(key),
            self.optional(f"{key}_delta"),
            self.optional(f"{key}_pct"),
            self.optional(f"{key}_reason"),
            tuple(self.quote(count) for count in counts),
            tuple(self._expense(part) for part in parts),
        )

    def projects(self) -> list[tuple[Quote, Quote, Quote]]:
        """Key projects: name, amount, goal."""
        numbers = sorted({int(k[7 : k.index(".")]) for k in self.by_key if k.startswith("project")})
        return [
            (
                self.quote(f"project{n}.name"),
                self.quote(f"project{n}.amount"),
                self.quote(f"project{n}.goal"),
            )
            for n in numbers
        ]

    def each_person(self) -> list[Quote]:
        """Amounts by 在职实有, in 万元, computed by this site; none where the staff is not told."""
        staff = self.by_key.get("staff.on_post")
        if staff is None or not staff.value or staff.value < 0:
            return []
        return [
            replace(self.quote(key), text=rounded(yuan / staff.value), unit=Unit.WAN_YUAN.value)
            for key in EACH_PERSON
            if (yuan := self.yuan(key)) is not None
        ]

    def starting(self, *prefixes: str) -> list[Quote]:
        """Figures of a family, in the order of print."""
        return [self.quote(key) for key in self.by_key if key.startswith(prefixes)]


def _number(found: QuotedFigure) -> str:
    digits = found.printed.removesuffix(found.unit).strip()
    return digits if digits[:1].isdigit() else f"{Decimal(found.value or 0).normalize():,f}"


def _direction(found: QuotedFigure) -> str:
    value = found.value or Decimal(0)
    return "up" if value > 0 else "down" if value < 0 else "flat"

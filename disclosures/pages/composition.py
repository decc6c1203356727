"""What a total is made of: parts that add up to it, each with its share and the width of its bar.

A composition whose parts do not add up to the printed total is not drawn at all: a picture of an
incomplete whole would mislead.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.pages.summary import Figures, Quote
from disclosures.rules.amount import Amount, tolerance
from disclosures.tables.book import Book, Row, Sheet, Value
from disclosures.tables.lines import Line, Side

INCOME = (
    "income.general",
    "income.fund",
    "income.capital",
    "income.special_account",
    "income.business",
    "income.operating",
    "income.superior",
    "income.subordinate",
    "income.other",
)
SPLIT = ("exp.basic", "exp.project")
PROCUREMENT = ("proc.goods", "proc.services", "proc.works")
UNIT_FUNDS = (
    Line.SERVICE_INCOME,
    Line.BUSINESS_INCOME,
    Line.SUPERIOR_SUBSIDY,
    Line.REMITTED_INCOME,
    Line.OTHER_INCOME,
)
SOURCES = (
    Line.GENERAL_BUDGET,
    Line.GOVERNMENT_FUND,
    Line.STATE_CAPITAL,
    Line.SPECIAL_ACCOUNT,
)
CLASS = 3  # digits of a 功能科目 类


@dataclass(frozen=True)
class Part:
    """One part: its quote, amount in 元, printed unit, place in percent, and 功能科目 if any."""

    quote: Quote
    yuan: Decimal
    unit: str
    share: Decimal = Decimal(0)
    start: Decimal = Decimal(0)
    code: str = ""

    @property
    def percent(self) -> str:
        """The share with one decimal; what is little is never called nothing, nor most all."""
        if self.share <= Decimal("0.05"):  # which would be rounded to even, 0.0
            return "<0.1%"
        if Decimal("99.95") <= self.share < 100:
            return ">99.9%"
        return f"{self.share:.1f}%"


@dataclass(frozen=True)
class Composition:
    """A total and its parts that are not 0, the largest first."""

    name: str
    title: str
    parts: tuple[Part, ...]


def compositions(figures: Figures, book: Book) -> list[Composition]:
    """收入来源, 支出结构, 支出用途 and 采购, as far as the document allows."""
    made = (
        composed("income", "收入来源", *_income(figures, book)),
        composed("split", "基本支出与项目支出", *_quoted(figures, "exp.total", SPLIT)),
        composed("functions", "支出用途", *_functions(figures, book)),
        composed("procurement", "政府采购", *_quoted(figures, "proc.total", PROCUREMENT)),
    )
    return [each for each in made if each is not None]


def composed(
    name: str, title: str, total: Decimal | None, parts: Sequence[Part]
) -> Composition | None:
    """The composition, or None when its parts are not the whole or there is only one."""
    some = sorted((each for each in parts if each.yuan), key=lambda each: -each.yuan)
    if not total or len(some) < 2 or any(each.yuan < 0 for each in some):
        return None
    if abs(sum(each.yuan for each in parts) - total) > _rounding(parts):
        return None
    drawn, start = [], Decimal(0)
    for each in some:
        width = (100 * each.yuan / total).quantize(Decimal("0.01"))
        drawn.append(replace(each, share=width, start=start))
        start += width
    return Composition(name, title, tuple(drawn))


def _rounding(parts: Sequence[Part]) -> Decimal:
    printed = (Amount(each.quote.label, each.yuan, each.unit, 2) for each in parts)
    return tolerance(printed)


def _quoted(figures: Figures, total: str, keys: Sequence[str]) -> tuple[Decimal | None, list[Part]]:
    parts = [
        Part(figures.quote(key), yuan, figures.revision.printed_unit)
        for key in keys
        if (yuan := figures.yuan(key))
    ]
    return figures.yuan(total), parts


def _income(figures: Figures, book: Book) -> tuple[Decimal | None, list[Part]]:
    total, parts = _quoted(figures, "income.total", INCOME)
    sheet = book.sheet("financial-balance")
    if parts or sheet is None:
        return total, parts
    lines: dict[Value, Row] = {line: row for row in sheet.rows if (line := row.value("line"))}
    sources = [*SOURCES, *_unit_funds(lines), Line.CARRIED_FORWARD]
    rows = [lines[each] for each in sources if each in lines]
    whole = lines.get(Line.INCOME_TOTAL)
    return whole.money("amount") if whole else total, _drawn(figures, sheet, rows)


def _unit_funds(lines: Mapping[Value, Row]) -> Sequence[Line]:
    """单位资金 where it is printed, else what it consists of."""
    row = lines.get(Line.UNIT_FUNDS)
    return (Line.UNIT_FUNDS,) if row and row.money("amount") else UNIT_FUNDS


def _functions(figures: Figures, book: Book) -> tuple[Decimal | None, list[Part]]:
    total, balance = figures.yuan("exp.total"), book.sheet("financial-balance")
    if balance is not None:
        spent = (row for row in balance.rows if row.value("side") == Side.EXPENDITURE)
        classes = _drawn(figures, balance, filter(_is_class, spent))
        if composed("functions", "", total, classes):
            return total, classes
    sheet = book.sheet("general-budget-by-function")
    if sheet is None:
        return None, []
    rows = list(filter(_is_class, sheet.rows)) or list(sheet.rows)
    return total, _drawn(figures, sheet, rows, "total", "function_name")


def _is_class(row: Row) -> bool:
    return len(str(row.value("function_code") or "")) == CLASS


def _drawn(
    figures: Figures,
    sheet: Sheet,
    rows: Iterable[Row],
    column: str = "amount",
    label: str = "label",
) -> list[Part]:
    unit = sheet.unit or figures.revision.printed_unit
    numbers = {id(row): number for number, row in enumerate(sheet.rows)}
    return [
        Part(
            figures.cell_quote(sheet, numbers[id(row)], column, str(row.value(label) or "")),
            yuan,
            unit,
            code=str(row.value("function_code") or ""),
        )
        for row in rows
        if (yuan := row.money(column))
    ]

"""What must hold inside one table, declared beside its columns and checked by the rules room."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowSum:
    """In each row, `total` = the sum of `parts` (a part that was not printed counts as absent)."""

    rule: str
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class TreeSum:
    """In each `columns`, a 类 or 款 row = the sum of the rows one level below it, by `code`."""

    rule: str
    code: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class TotalRow:
    """In each of `columns`, the 合计 row = the sum of the top-level (or all detail) rows."""

    rule: str
    columns: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True)
class Product:
    """In each row, `amount` = `quantity` x `price`, where both are printed."""

    rule: str
    amount: str
    quantity: str
    price: str


@dataclass(frozen=True)
class AtMost:
    """In each row, `part` is no more than `whole`."""

    rule: str
    part: str
    whole: str


@dataclass(frozen=True)
class LineSum:
    """In a two-sided table, line `total` = the sum of lines `parts`, by line key."""

    rule: str
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class FunctionLineSum:
    """In a two-sided table, line `total` = the sum of the `function` lines."""

    rule: str
    total: str


@dataclass(frozen=True)
class SpreadSum:
    """In each row, `total` = the sum of `amount` over the row's children (`Row.children`)."""

    rule: str
    total: str
    amount: str


Identity = RowSum | TreeSum | TotalRow | Product | AtMost | LineSum | FunctionLineSum | SpreadSum

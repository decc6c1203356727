"""What a cell of a workbook holds, as the text an officer sees, or as a problem."""

from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.several import in_one
from disclosures.tables.book import Where

DIGITS = Context(prec=15)  # what Excel keeps and shows of a number
MOST_DIGITS = 40  # of a number written out in full
LONGEST = 200  # characters of a value in a message
ABOVE = 5  # rows at the top of a sheet where a date is the table's own (填报日期)


class Kind(StrEnum):
    """What a cell holds. `UNCALCULATED` is a formula whose result the file does not hold."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    UNCALCULATED = "uncalculated"


class Held(NamedTuple):
    """One cell: its place from 0, what it holds, and that as the file writes it.

    `shown` is a number as its format shows it, where that is exactly the number; else empty.
    """

    row: int
    column: int
    kind: Kind
    text: str
    shown: str = ""


def text_of(held: Held) -> str:
    """The text of a cell without line breaks; of a number as Excel shows it unformatted."""
    if held.kind is Kind.NUMBER:
        number = number_of(held.text)
        return held.text if number is None else plain(number)
    if held.kind is Kind.UNCALCULATED:
        return f"={held.text.removeprefix('=')}"
    return in_one(held.text.splitlines()).strip()


def problem_of(held: Held, where: Where) -> Problem | None:
    """Why what a cell holds is not to be read as it stands, or None."""
    if held.kind is Kind.TEXT:
        return None
    text = text_of(held)[:LONGEST]
    match held.kind:
        case Kind.UNCALCULATED:
            said = f"公式“{text}”没有计算结果。请用 Excel 或 WPS 打开文件，保存后重新上传。"
        case Kind.ERROR:
            said = f"单元格是错误值“{text}”。请改正公式，或填入数值后重新上传。"
        case Kind.BOOLEAN:
            said = f"单元格是逻辑值“{text}”，不是数或文字。请改为应填的内容。"
        case Kind.DATE if held.row >= ABOVE:
            said = (
                f"单元格是日期或时间“{text}”。如应为数，请把单元格格式改为“常规”；"
                "如确为日期，请把格式改为“文本”后重新录入。"
            )
        case Kind.NUMBER if number_of(held.text) is None:
            said = f"单元格的值“{text}”不是有限的数。请改为应填的数。"
        case _:
            return None
    return Problem(said, where, text)


def number_of(written: str) -> Decimal | None:
    """A number to 15 significant digits; None for what is no finite number of a sane size."""
    try:
        number = Decimal(written.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        return None
    return DIGITS.plus(number)


def plain(number: Decimal) -> str:
    """A number written out, without an exponent and without trailing zeros: 2080505, 12.5."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def held_value(row: int, column: int, value: object) -> Held | None:
    """The cell of a value as Python libraries give one; None for a blank.

    A float goes through its shortest text, never through arithmetic.
    """
    match value:
        case None | "":
            return None
        case bool():
            return Held(row, column, Kind.BOOLEAN, str(value).upper())
        case int() | float() | Decimal():
            return Held(row, column, Kind.NUMBER, str(value))
        case datetime() if value.time() == time():
            return Held(row, column, Kind.DATE, value.date().isoformat())
        case datetime():
            return Held(row, column, Kind.DATE, value.isoformat(" ", "seconds"))
        case date() | time():
            return Held(row, column, Kind.DATE, value.isoformat())
        case timedelta():
            return Held(row, column, Kind.DATE, str(value))
        case _:
            return Held(row, column, Kind.TEXT, str(value))

"""The yearly consumer price index, by which amounts of several years are put in one year's prices.

居民消费价格指数 of the whole country, last year = 100, as 国家统计局 publishes it; each row of
`fixtures/consumer_prices.csv` names its source. A year without a row is not known, never guessed.
"""

import csv
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "fixtures" / "consumer_prices.csv"
LOWEST, HIGHEST = Decimal(80), Decimal(130)  # beyond, a row is a slip of the pen


class BadIndexError(ValueError):
    """The file of the index cannot be used; the message names the file and the row."""


@lru_cache(maxsize=1)
def price_index() -> dict[int, Decimal]:
    """Year to its index, last year = 100, the earliest first. Raises BadIndexError."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return read_index(csv.DictReader(file))


def read_index(rows: Iterable[dict[str, str]]) -> dict[int, Decimal]:
    """The rows of the file, year after year without a gap. Raises BadIndexError."""
    index: dict[int, Decimal] = {}
    for number, row in enumerate(rows, start=2):
        where = f"{FILE.name} 第 {number} 行"
        try:
            year, value = int(row["year"]), Decimal(row["index"])
        except (KeyError, TypeError, ValueError, InvalidOperation) as error:
            raise BadIndexError(f"{where}：year 应为年份，index 应为数字。") from error
        if not LOWEST < value < HIGHEST:
            raise BadIndexError(f"{where}：指数 {value} 不合理，上年应为 100。")
        if index and year != max(index) + 1:
            raise BadIndexError(f"{where}：年份 {year} 没有接着上一行。")
        if not row.get("source"):
            raise BadIndexError(f"{where}：没有写明来源（source）。")
        index[year] = value
    return index


def base_years() -> tuple[int, ...]:
    """The years whose prices amounts may be put in, the latest first."""
    index = price_index()
    return tuple(range(max(index), min(index) - 2, -1)) if index else ()


def factor(year: int, base: int) -> Fraction | None:
    """What an amount of a year is multiplied by to stand in the prices of the base year.

    Exact; None where the index of a year between is not known.
    """
    years = range(min(year, base) + 1, max(year, base) + 1)
    index = price_index()
    if not {year, base} <= set(base_years()):
        return None
    risen = Fraction(1)
    for each in years:
        risen *= Fraction(index[each]) / 100
    return risen if base >= year else 1 / risen

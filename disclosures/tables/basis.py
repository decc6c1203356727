"""What an amount is compared on: 本年预算, 上年执行数, 决算. It stays with the number."""

from collections.abc import Iterable

from django.db import models

from disclosures.tables.book import Row


class Basis(models.TextChoices):
    """The basis of a row of amounts, told relative to the disclosure's own year."""

    BUDGET = "budget", "本年预算数"
    EXECUTION = "execution", "本年执行数"
    FINAL = "final", "本年决算数"
    LAST_BUDGET = "last_budget", "上年预算数"
    LAST_EXECUTION = "last_execution", "上年执行数"
    LAST_FINAL = "last_final", "上年决算数"
    CHANGE = "change", "增减额"
    OTHER = "other", "其他口径"


def own_amounts(rows: Iterable[Row]) -> list[Row]:
    """The rows of what the disclosure itself is about, of all funds together.

    That is its result where it prints one, else its budget; never last year, a change, or one of
    several funds.
    """
    whole = [row for row in rows if not row.value("fund")]
    results = [row for row in whole if row.value("basis") == Basis.FINAL]
    return results or [row for row in whole if _is_budget(row)]


def _is_budget(row: Row) -> bool:
    """Whether a row is this year's budget, or says nothing of what else it could be."""
    basis = row.value("basis")
    return basis == Basis.BUDGET or (basis is None and not row.value("period"))

"""The rows of a table by code: what those of one code add up to, and whether that may be said.

The one judgement of it: a disclosure's page draws by it, and what is published keeps it (`CodeSum`)
for all pages that tell such sums of many disclosures.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from disclosures.records.code_sum import WHOLE, Refusal
from disclosures.rules.amount import Amount, tolerance
from disclosures.tables.book import Row, RowKind, Sheet
from disclosures.tables.sums import one_is_the_sum

AMOUNT = "total"
CLASS = 3  # digits of a 类
PLACES = 2  # decimals that a printed amount has at least
FEN = Decimal("0.01")  # what is printed to the fen may have been reckoned more finely


@dataclass(frozen=True)
class Coded:
    """A table whose rows have codes; `places` are those of each code's rows.

    `amount` is the column that is added up.
    """

    sheet: Sheet
    places: Mapping[str, tuple[int, ...]]
    amount: str = AMOUNT

    @property
    def is_added_up(self) -> bool:
        """Whether any code stands in several rows."""
        return self.has_sums(self.places)

    def has_sums(self, codes: Iterable[str]) -> bool:
        """Whether any of some codes stands in several rows."""
        return any(len(self.places[code]) > 1 for code in codes)

    def total(self, codes: Iterable[str]) -> Decimal:
        """What the rows of some codes add up to, in 元."""
        return sum((self._yuan(at) for code in codes for at in self.places[code]), Decimal(0))

    def below(self, above: str) -> list[str]:
        """The codes right below one, or below none for "": no other printed one is between."""
        return highest(code for code in self.places if code.startswith(above) and code != above)

    @cached_property
    def whole(self) -> Decimal:
        """What all rows add up to that are not a part of another."""
        return self.total(self.below(""))

    @cached_property
    def printed(self) -> int | None:
        """The place of the printed total: the one that is our sum, else the largest."""
        totals = [at for at, row in enumerate(self.sheet.rows) if self._is_total(row)]
        return max(
            totals, key=lambda at: (self._yuan(at) == self.whole, self._yuan(at)), default=None
        )

    @property
    def is_exact(self) -> bool:
        """Whether the printed total is our sum."""
        return self.printed is not None and self._yuan(self.printed) == self.whole

    @cached_property
    def is_other(self) -> bool:
        """Whether the printed total is further from our sum than rounding explains."""
        if self.printed is None:
            return False
        rows = (at for code in self.below("") for at in self.places[code])
        counted = [
            Amount("", self._yuan(at), self.sheet.unit, PLACES) for at in (*rows, self.printed)
        ]
        room = max(tolerance(counted), FEN * len(counted))
        return abs(self._yuan(self.printed) - self.whole) > room

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The codes of which a row may be the sum of the others, and no printed total settles it.

        Rows of several kinds are a sum and what it is made of.
        """
        settled = set(self.below("")) if self.is_exact else set()
        return frozenset(
            code
            for code, places in self.places.items()
            if code not in settled
            and (
                len({self.sheet.rows[at].kind for at in places}) > 1
                or one_is_the_sum([self._yuan(at) for at in places])
            )
        )

    @property
    def is_unsure(self) -> bool:
        """Whether it is so of any code."""
        return bool(self.unsure)

    def refusal(self, code: str) -> Refusal | None:
        """Why what a code's rows add up to is not told; of all rows together for `WHOLE`."""
        if code == WHOLE:
            if not self.unsure.isdisjoint(self.below("")):
                return Refusal.ROW_MAY_BE_SUM
            return Refusal.ROWS_DIFFER if self.is_other else None
        if code in self.unsure:
            return Refusal.ROW_MAY_BE_SUM
        return Refusal.ROWS_DIFFER if self.is_added_up and self.is_other else None

    @cached_property
    def unprinted(self) -> dict[str, Decimal]:
        """The classes that no row prints: what the codes below each add up to, in 元."""
        found: dict[str, Decimal] = defaultdict(Decimal)
        for code in self.below(""):
            if len(code) > CLASS:
                found[code[:CLASS]] += self.total([code])
        return dict(found)

    def _yuan(self, at: int) -> Decimal:
        return self.sheet.rows[at].money(self.amount) or Decimal(0)

    def _is_total(self, row: Row) -> bool:
        return row.kind is RowKind.TOTAL and row.money(self.amount) is not None


def coded(sheet: Sheet, column: str, amount: str = AMOUNT) -> Coded:
    """A table by the codes of a column; rows without a code or an amount are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(sheet.rows):
        value = str(row.value(column) or "")
        if value and row.money(amount) is not None:
            found[value].append(place)
    return Coded(sheet, {value: tuple(places) for value, places in found.items()}, amount)


def highest(codes: Iterable[str]) -> list[str]:
    """The codes that no other of them is the beginning of."""
    known = set(codes)
    return [code for code in known if not any(code[:n] in known for n in range(1, len(code)))]

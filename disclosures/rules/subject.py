"""The disclosure under check: what the document says, the code lists, and what surrounds it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from disclosures.classification.codes import CodeLists
from disclosures.classification.figures import Kind, figure_of
from disclosures.classification.money import OTHER_UNIT, Unit, last_place
from disclosures.records.narrative import FunctionLine, Narrative
from disclosures.rules.amount import Amount, of_statement
from disclosures.rules.context import Context
from disclosures.rules.prose import Prose
from disclosures.tables.book import Book

USUAL = Decimal(100)  # 元: 0.01 万元, which amounts are told to unless a document rounds more


@dataclass(frozen=True)
class Subject:
    """One disclosure with everything that its rules may look at."""

    narrative: Narrative
    book: Book
    codes: CodeLists
    context: Context

    @cached_property
    def prose(self) -> Prose:
        """The lines of the narrative that print numbers, for the rules of single sentences."""
        return Prose(self.narrative)

    @property
    def unit(self) -> Unit:
        """The money unit to print messages in: the document's own."""
        return Unit(self.narrative.printed_unit) if self.narrative.printed_unit else Unit.YUAN

    def amount(self, key: str, label: str = "") -> Amount | None:
        """The number stated under a key, or None: not disclosed.

        A bare 220万元 is exact in a form that prints two decimals, and whole 万元 elsewhere; in
        亿元 it is told to its last place everywhere.
        """
        found = self.narrative.statement(key)
        amount = of_statement(found, label) if found else None
        if amount is None or found is None or not amount.is_money:
            return amount
        is_other = bool(OTHER_UNIT.search(found.printed))
        step = last_place(found.printed, Unit(amount.unit))
        if step <= USUAL or (self.context.has_own_form and not is_other):
            return amount
        return replace(amount, step=step)

    def amounts(self, keys: Iterable[str]) -> list[Amount]:
        """The numbers stated under these keys, leaving out what is not disclosed."""
        return [found for key in keys if (found := self.amount(key)) is not None]

    def missing(self, keys: Iterable[str]) -> list[str]:
        """The labels of those keys under which no number is stated."""
        return [figure_of(key).label for key in keys if self.amount(key) is None]

    def words(self, key: str) -> str:
        """The words stated under a key, empty when not disclosed."""
        found = self.narrative.statement(key)
        return str(found.value) if found else ""

    def function_amount(self, line: FunctionLine) -> Amount | None:
        """The amount of a 功能科目 line, labelled with its code and narrowest name."""
        name = line.names[-1] if line.names else ""
        return self.amount(line.key, f"{line.code or line.printed_code}{name}")

    @property
    def stated_money(self) -> list[Amount]:
        """Every amount of money that the narrative states."""
        return [
            found
            for each in self.narrative.statements
            if each.figure.kind is Kind.MONEY and (found := of_statement(each)) is not None
        ]

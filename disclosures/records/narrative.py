"""The narrative of a disclosure as the reader hands it over: text, sections and statements.

All positions are character offsets into `Narrative.text`, the document's own text. Nothing is
rewritten on the way, so `text[statement.start:statement.end] == statement.printed` always holds.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.classification.figures import Figure, Kind, figure_of
from disclosures.classification.money import Unit, to_yuan


@dataclass(frozen=True)
class Section:
    """One part of the document. `number` 0 is the cover and contents, 1-9 the nine sections,

    10 what follows them (signature, date, closing index). Sections tile the text.
    """

    number: int
    heading: str
    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """A figure or fact quoted from the narrative.

    `value` is a Decimal in the printed unit for numbers (signed: 减少 is negative), else text.
    `unit` is 元 or 万元 for money. `section` is the Chinese label, such as 三(一).
    `items` holds the members of a list; `sentence` is the span of the whole sentence.
    """

    key: str
    value: Decimal | str
    unit: str
    printed: str
    section: str
    start: int
    end: int
    items: tuple[str, ...] = ()
    sentence: tuple[int, int] = (0, 0)

    @property
    def figure(self) -> Figure:
        """What this statement states."""
        return figure_of(self.key)

    @property
    def yuan(self) -> Decimal | None:
        """The amount in 元, or None when the statement is no money."""
        if self.figure.kind is not Kind.MONEY or not isinstance(self.value, Decimal):
            return None
        return to_yuan(self.value, Unit(self.unit))


@dataclass(frozen=True)
class FunctionLine:
    """A 功能科目 line of section 四: code (or None when none was printed and none matched),

    the printed names 类/款/项, the stated purpose, and the key of the statement with its amount.
    """

    key: str
    code: str | None
    printed_code: str
    names: tuple[str, ...]
    purpose: str
    start: int
    end: int


@dataclass(frozen=True)
class Term:
    """An explained term of 专业名词解释, with its span."""

    term: str
    definition: str
    start: int
    end: int


@dataclass(frozen=True)
class Listed:
    """A table that the contents list (第二部分) or a 空表说明 sentence names."""

    number: int
    title: str
    start: int
    end: int


@dataclass(frozen=True)
class EmptyReason:
    """A sentence that says a table is empty and why; `titles` are the tables it names."""

    titles: tuple[str, ...]
    sentence: str
    start: int
    end: int


@dataclass(frozen=True)
class Doubt:
    """Something the reader could not read surely: said, never guessed."""

    message: str
    start: int
    end: int


@dataclass(frozen=True)
class Narrative:
    """Everything read from one narrative; a figure that is not stated has no statement."""

    text: str
    department: str
    year: int | None
    kind: str
    printed_unit: str
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    functions: tuple[FunctionLine, ...] = ()
    terms: tuple[Term, ...] = ()
    contents: tuple[Listed, ...] = ()
    empty_reasons: tuple[EmptyReason, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    repeats: tuple[Statement, ...] = field(default=())

    def statement(self, key: str) -> Statement | None:
        """The statement of a key, or None: not disclosed."""
        return next((each for each in self.statements if each.key == key), None)

    def number(self, key: str) -> Decimal | None:
        """A stated number: money in 元, others as printed; None when not disclosed."""
        found = self.statement(key)
        if found is None or not isinstance(found.value, Decimal):
            return None
        return found.yuan if found.figure.kind is Kind.MONEY else found.value

    def section(self, number: int) -> Section | None:
        """A section by its number, or None when the document lacks it."""
        return next((each for each in self.sections if each.number == number), None)

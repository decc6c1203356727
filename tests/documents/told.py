"""A narrative told sentence by sentence, with every span where its words are."""

from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.records.narrative import (
    EmptyReason,
    FunctionLine,
    Listed,
    Narrative,
    Section,
    Statement,
)


@dataclass
class Told:
    """Builds a Narrative; `text` grows, spans are those of the words just added."""

    unit: str = "万元"
    year: int | None = 2031
    text: str = ""
    statements: list[Statement] = field(default_factory=list)
    functions: list[FunctionLine] = field(default_factory=list)
    contents: list[Listed] = field(default_factory=list)
    reasons: list[EmptyReason] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def narrative(self) -> Narrative:
        """The narrative as told so far."""
        return Narrative(
            text=self.text,
            department="江城市档案局",
            year=self.year,
            kind="budget",
            printed_unit=self.unit,
            sections=tuple(self.sections),
            statements=tuple(self.statements),
            functions=tuple(self.functions),
            contents=tuple(self.contents),
            empty_reasons=tuple(self.reasons),
        )

    def write(self, words: str) -> tuple[int, int]:
        """Add words; their span."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def lists(self, *titles: str) -> "Told":
        """A contents list."""
        for number, title in enumerate(titles, start=1):
            self.write(f"{number}、")
            self.contents.append(Listed(number, title, *self.write(title)))
            self.write("\n")
        return self

    def opens(self, number: int, heading: str, body: str) -> "Told":
        """A section that says no figures."""
        start, _ = self.write(f"{heading}\n")
        _, end = self.write(f"{body}\n")
        self.sections.append(Section(number, heading, start, end))
        return self

    def money(self, section: str, **amounts: str) -> "Told":
        """One sentence that states amounts by key (`proc__total` is `proc.total`)."""
        first = len(self.text)
        made = []
        for name, printed in amounts.items():
            key = name.replace("__", ".")
            self.write(key)
            start, end = self.write(f"{printed}{self.unit}")
            value = Decimal(printed.replace(",", ""))
            made.append((key, value, f"{printed}{self.unit}", start, end))
        _, last = self.write("。")
        for key, value, text, start, end in made:
            self.statements.append(
                Statement(key, value, self.unit, text, section, start, end, (), (first, last))
            )
        return self

    def says(self, section: str, key: str, words: str, sentence: str = "{}。") -> "Told":
        """One sentence that states words."""
        before, after = sentence.split("{}")
        first, _ = self.write(before)
        start, end = self.write(words)
        _, last = self.write(after)
        self.statements.append(
            Statement(key, words, "", words, section, start, end, (), (first, last))
        )
        return self

    def function(self, code: str | None, printed: str, amount: str, *names: str) -> "Told":
        """A line of section 四; `printed` is the code as printed."""
        key = f"func.{code}" if code else f"func.unmatched{len(self.functions) + 1}"
        first, _ = self.write(printed + "-".join(names))
        start, last = self.write(f"{amount}{self.unit}")
        text = self.text[start:last]
        value = Decimal(amount.replace(",", ""))
        self.statements.append(Statement(key, value, self.unit, text, "四", start, last))
        self.functions.append(FunctionLine(key, code, printed, names, "", first, last))
        self.write("。")
        return self

    def empty(self, sentence: str, *titles: str) -> "Told":
        """An empty-table note that names tables."""
        self.reasons.append(EmptyReason(titles, sentence, *self.write(sentence)))
        return self

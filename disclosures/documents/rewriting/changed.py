"""Changes against last year that no longer fit their figure: amount, percentage, word, reason."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosures.classification.changes import CHANGES, Change
from disclosures.classification.figures import Kind
from disclosures.documents.drafting.cited import Cited
from disclosures.documents.drafting.saying import FROM_NOTHING, direction
from disclosures.documents.drafting.sentence import label_of, opened
from disclosures.documents.drafting.style import HUNDRED, percentage
from disclosures.documents.rewriting import reprint
from disclosures.documents.rewriting.habits import Habits, digits, rounded, step_of
from disclosures.documents.rewriting.replacement import Replacement
from disclosures.records.narrative import Narrative, Statement

# The word that opens a reason told in a line of its own: 减少的主要原因是.
WORD = re.compile(r"(?P<word>无增减变化|增加|减少|增长|下降)的?(?:主要)?原因[是为:：]{0,2}\s*$")
COMPARED = ("income.", "fiscal.", "exp.", "sangong.")  # what rule E01 compares
IMPLIED, PUBLISHED, COMPUTED = "本年数改变", "上年公开数", "由增减额计算"


def changed_with(
    narrative: Narrative,
    figures: Mapping[str, Cited],
    last_year: Mapping[str, Decimal],
    habits: Habits,
) -> Iterator[Replacement]:
    """What follows from figures that are others now, and what last year's do not bear out."""
    for change in CHANGES:
        figure, delta = (narrative.statement(key) for key in (change.figure, change.delta))
        if figure is None or delta is None or figure.yuan is None or delta.yuan is None:
            continue
        is_new = change.figure in figures
        now = figures[change.figure].value if is_new else figure.yuan
        before = _before(change, figure, delta, last_year, habits, is_new)
        yield from _Told(narrative, change, delta, habits).by(now, before, is_new)


def _before(
    change: Change,
    figure: Statement,
    delta: Statement,
    last_year: Mapping[str, Decimal],
    habits: Habits,
    is_new: bool,
) -> Decimal:
    """Last year's figure: as published, or as the narrative itself implies.

    A new figure keeps the base that the narrative compares with, published or not.
    """
    assert figure.yuan is not None
    assert delta.yuan is not None
    implied = figure.yuan - delta.yuan
    published = last_year.get(change.figure)
    if published is None or not change.figure.startswith(COMPARED):
        return implied
    near = abs(published - implied) <= step_of(figure, habits) + step_of(delta, habits)
    return implied if (is_new and not near) or (near and not is_new) else published


class _Told:
    """One change as the narrative tells it."""

    def __init__(
        self, narrative: Narrative, change: Change, delta: Statement, habits: Habits
    ) -> None:
        self.narrative, self.change, self.delta, self.habits = narrative, change, delta, habits
        self.percent = narrative.statement(change.percentage) if change.percentage else None
        self.reason = narrative.statement(change.reason) if change.reason else None

    def by(self, now: Decimal, before: Decimal, is_new: bool) -> Iterator[Replacement]:
        """What has to be printed anew, this year's figure being `now` and last year's `before`."""
        moved = rounded(self.delta, now - before, self.habits)
        if moved != self.delta.value:
            yield from self._delta(now - before, moved, before)
            if _sign(moved) != _sign(Decimal(self.delta.value)):
                yield from self._reason(moved)
        if self.percent is not None and (is_new or moved != self.delta.value):
            yield from self._percent(now - before, before)

    def _delta(self, exact: Decimal, moved: Decimal, before: Decimal) -> Iterator[Replacement]:
        states: dict[str, Decimal | None] = {self.change.delta: moved}
        if moved == 0 and self.percent is None:
            becomes: str | None = reprint.steady(self.narrative.text, self.delta.start)
        else:
            becomes = reprint.moved(self.delta, exact, self.habits, self._sample())
        if becomes is None:
            return
        if reprint.is_steady(self.delta) and moved:
            becomes += self._beside(exact, before, states)
        yield self._replacement(self.delta, becomes, IMPLIED, states)

    def _beside(self, exact: Decimal, before: Decimal, states: dict[str, Decimal | None]) -> str:
        """Percentage and reason of a change where there was none to tell."""
        comma = "，" if "，" in self.narrative.text else ","
        said, ratio = "", percentage(exact, before)
        if ratio is not None and self._tells_percentages():
            number = digits("0.00", ratio, 2, self.habits)
            said = f"{comma}{'下降' if ratio < 0 else '增长'}{number}%"
            states[self.change.percentage] = ratio
        if self.change.reason and self.reason is None and not self._reasons_elsewhere():
            said += f"{comma}主要原因是{opened(label_of(self.change.reason))}"
        return said

    def _tells_percentages(self) -> bool:
        """Whether this change may have a percentage, and others of its topic are told with one."""
        topic = self.change.figure.partition(".")[0]
        told = (each.key for each in self.narrative.statements if each.figure.kind is Kind.PERCENT)
        return bool(self.change.percentage) and any(key.partition(".")[0] == topic for key in told)

    def _reasons_elsewhere(self) -> bool:
        return any(self.narrative.statement(key) for key in self.change.elsewhere)

    def _reason(self, moved: Decimal) -> Iterator[Replacement]:
        """A change that goes the other way asks for another reason, and another word before it."""
        if self.reason is None:
            return
        text, start = self.narrative.text, self.reason.start
        line = text.rfind("\n", 0, start) + 1
        word = WORD.search(text, line, start)
        if word and word["word"] != direction(moved):
            yield Replacement(
                self.change.delta,
                *word.span("word"),
                word["word"],
                direction(moved),
                "增减方向改变",
            )
        becomes = opened(label_of(self.change.reason))
        yield self._replacement(self.reason, becomes, "增减方向改变，原因须重写", {})

    def _percent(self, exact: Decimal, before: Decimal) -> Iterator[Replacement]:
        assert self.percent is not None
        ratio = percentage(exact, before)
        if ratio is None:
            states: dict[str, Decimal | None] = {self.change.percentage: None}
            yield self._replacement(self.percent, FROM_NOTHING, COMPUTED, states)
            return
        whole = HUNDRED * exact / before if before else Decimal(0)
        printed = rounded(self.percent, whole, self.habits)
        if printed == self.percent.value:
            return
        becomes = reprint.moved(self.percent, whole, self.habits, "")
        if becomes is not None:
            states = {self.change.percentage: printed}
            yield self._replacement(self.percent, becomes, COMPUTED, states)

    def _sample(self) -> str:
        figure = self.narrative.statement(self.change.figure)
        return figure.printed if figure else ""

    def _replacement(
        self,
        statement: Statement,
        becomes: str,
        because: str,
        states: Mapping[str, Decimal | None],
    ) -> Replacement:
        return Replacement(
            statement.key,
            statement.start,
            statement.end,
            statement.printed,
            becomes,
            because,
            states=states,
        )


def _sign(value: Decimal) -> int:
    return (value > 0) - (value < 0)

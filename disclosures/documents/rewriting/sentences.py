"""Places to be replaced, gathered by the sentences they stand in."""

import re
from collections.abc import Iterable

from disclosures.documents.narrative.page import Span
from disclosures.documents.rewriting.replacement import Replacement, StaleSentence
from disclosures.records.narrative import Narrative

PERCENTAGE = re.compile(r"\d[\d.]*\s*[%％﹪]")
BY_HAND = "句中还有不能随之改写的百分比，请手工修改。"


def by_sentence(narrative: Narrative, found: Iterable[Replacement]) -> tuple[StaleSentence, ...]:
    """Replacements of one sentence together, in the order of the text; of one place the first."""
    places = {each.start: each for each in reversed([*found])}
    sentences: dict[Span, list[Replacement]] = {}
    for at in sorted(places):
        sentences.setdefault(_sentence(narrative.text, places[at]), []).append(places[at])
    return tuple(_stale(narrative, span, parts) for span, parts in sentences.items())


def _stale(narrative: Narrative, span: Span, parts: list[Replacement]) -> StaleSentence:
    text = narrative.text[slice(*span)]
    note = BY_HAND if _has_loose_percentage(narrative, span) else ""
    return StaleSentence(*span, text, tuple(parts), note)


def _has_loose_percentage(narrative: Narrative, span: Span) -> bool:
    """Whether the sentence prints a percentage that no statement accounts for, such as a share."""
    known = [(each.start, each.end) for each in (*narrative.statements, *narrative.repeats)]
    known += [(each.start, each.end) for each in narrative.terms]
    return any(
        not any(start <= found.start() and found.end() <= end for start, end in known)
        for found in PERCENTAGE.finditer(narrative.text, *span)
    )


def _sentence(text: str, each: Replacement) -> Span:
    """From the last full stop before a place to the next one after it, within its line."""
    line = text.rfind("\n", 0, each.start) + 1
    after = text.find("\n", each.end)
    end = len(text) if after < 0 else after
    start = max(line, text.rfind("。", line, each.start) + 1)
    stop = text.find("。", each.end, end)
    return start, end if stop < 0 else stop + 1

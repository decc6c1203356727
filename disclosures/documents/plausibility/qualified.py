"""Words before an amount by which it may be another's, or what was moved, and not the figure."""

import re

from disclosures.classification.figures import HEADLINE
from disclosures.documents.doubts import Doubt
from disclosures.documents.narrative.wording import folded
from disclosures.records.narrative import Narrative, Statement

WORDS = re.compile(
    r"统筹安排|压减|压缩|削减|核减|追加|调剂|收回|节约|扣除|剔除|不含|不包括|不纳入|未纳入"
    r"|全[市省区县州](?!性|面|部)|同口径|滚动|项目\""
)
CLAUSE = re.compile(r"[,;。:\n、]")
LONGEST = 80  # characters of a clause before its amount


def qualified(narrative: Narrative) -> tuple[Doubt, ...]:
    """Headline figures in whose clause something else is told: each is looked at by a person."""
    stated = (narrative.statement(key) for key in HEADLINE.values())
    return tuple(
        Doubt(
            f"“{each.figure.label}”{each.printed}前写有“{said}”，可能不是本部门本年的预算数，"
            "请对照原文核对。",
            each.printed,
            {"start": each.start, "end": each.end},
            (each.key,),
        )
        for each in stated
        if each is not None and (said := _qualifier(narrative.text, each))
    )


def _qualifier(text: str, stated: Statement) -> str:
    """The word in the clause of an amount that may make it another's, or ""."""
    start = max(stated.sentence[0], stated.start - LONGEST)
    ahead = "".join(folded(text[start : stated.start]).split())
    clause = ahead[max((found.end() for found in CLAUSE.finditer(ahead)), default=0) :]
    found = WORDS.search(clause)
    return found.group() if found else ""

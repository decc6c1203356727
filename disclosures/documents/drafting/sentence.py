"""A fixed sentence (固定句): official wording with slots, and how it is filled.

A slot is the key of a figure (see classification/figures.py) or a word of `OWN`. What nobody knows
is left open for a person, visibly; rule F09 keeps such a text from being submitted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.classification.changes import DELTAS
from disclosures.classification.figures import Kind, figure_of

SLOT = re.compile(r"\{([a-z0-9_.]+)\}")
OPEN = re.compile(r"【待填[:：](?P<what>[^】\n]*)】")
# Slots that are no figure of the narrative.
OWN = {
    "last_year": "上一年度",
    "unit": "金额单位",
    "short_name": "部门简称",
    "level": "对下的级次",
    "number": "序号",
    "title": "表名",
    "reason": "空表的原因",
    "empty": "空表说明",
    "general.spent": "一般公共预算财政拨款支出",
    "general.purpose": "一般公共预算财政拨款支出用途",
    "function.code": "功能科目编码",
    "function.class": "类名称",
    "function.division": "款名称",
    "function.item": "项名称",
    "function.amount": "功能科目支出",
    "function.purpose": "功能科目支出用途",
    "project.name": "重点项目名称",
    "project.amount": "重点项目年初预算",
    "project.goal": "重点项目绩效目标",
}
WORD = "_word"  # after the key of a change: 增加, 减少 or 无增减变化


@dataclass(frozen=True)
class Said:
    """What a slot says: as printed, with its number (money in 元, changes signed) if it is one."""

    printed: str
    value: Decimal | None = None


Saying = Mapping[str, Said]


@dataclass(frozen=True)
class When:
    """Two wordings, by whether a figure is zero (or said to be none); else, or unknown: `other`."""

    key: str
    zero: "Words"
    other: "Words"


Words = str | When | tuple["Words", ...]


@dataclass(frozen=True)
class Each:
    """A list: one entry an item of `of`; without items what `none` says."""

    of: str
    entry: str
    before: str = ""
    between: str = "\n"
    after: str = ""
    none: str = ""


@dataclass(frozen=True)
class Facts:
    """What a narrative is written from: single figures, and the lists of functions, projects…"""

    said: Saying
    lists: Mapping[str, tuple[Saying, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentence:
    """One fixed sentence; several stand on one line."""

    words: Words


Line = tuple[Sentence | Each, ...]


def opened(what: str) -> str:
    """An open slot as it is printed."""
    return f"【待填：{what}】"


def line_of(line: Line, facts: Facts) -> str:
    """A line with every slot filled or left open."""
    return "".join(
        _listed(each, facts) if isinstance(each, Each) else filled(each.words, facts.said)
        for each in line
    )


def filled(words: Words, said: Saying) -> str:
    """The words with every slot filled or left open."""
    if isinstance(words, tuple):
        return "".join(filled(each, said) for each in words)
    if isinstance(words, When):
        known = said.get(words.key)
        return filled(words.zero if known and known.value == 0 else words.other, said)
    return SLOT.sub(lambda slot: _slot(slot[1], said), words)


def _listed(each: Each, facts: Facts) -> str:
    if not facts.lists.get(each.of):
        return filled(each.none, facts.said)
    return f"{filled(each.before, facts.said)}{entries_of(each, facts)}{each.after}"


def entries_of(each: Each, facts: Facts) -> str:
    """The entries of a list alone."""
    items = facts.lists.get(each.of, ())
    return each.between.join(filled(each.entry, {**facts.said, **item}) for item in items)


def _slot(key: str, said: Saying) -> str:
    known = said.get(key)
    if known is not None:
        return known.printed
    return opened(label_of(key)) + _unit_beside(key, said)


def label_of(key: str) -> str:
    """What a slot asks for, in words."""
    if key.endswith(WORD):
        return f"{figure_of(key.removesuffix(WORD)).label}的方向词"
    return OWN.get(key) or figure_of(key).label


def _unit_beside(key: str, said: Saying) -> str:
    """The unit that stands outside an open amount, so that only a number is left to type."""
    if key in OWN or key in DELTAS or key.endswith(WORD):
        return ""
    return said["unit"].printed if figure_of(key).kind is Kind.MONEY and "unit" in said else ""

"""Which column of a grid is which column of a table: by the header path, never by position.

An actual path and an expected one agree when their leaves mean the same; the groups above decide
between leaves that are printed twice. What stays ambiguous is no column at all, and is said.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from disclosures.documents.grids.code_columns import FIELDS as CODE_FIELDS
from disclosures.documents.grids.code_columns import (
    classification_of,
    score_of,
    sole_classification,
)
from disclosures.documents.grids.header import Path
from disclosures.documents.grids.words import folded, word
from disclosures.tables.columns import Header as SpecHeader
from disclosures.tables.columns import leaves, shown
from disclosures.tables.layout import header_paths_of
from disclosures.tables.spec import TableSpec

LEAF, COMPOSED, ALSO, WHOLE, GROUP, STRAY, EXACT = 10, 9, 9, 8, 2, 1, 1
TOTAL, AMOUNT = word("合计"), word("预算数")
CARRIED = {word("上年结转结余"), word("财政拨款结转结余")}
PLAIN = re.compile(r"本年|当年|预算|决算|资金|数$")
SUM = "total"  # the field of a table's own sum
LEVELS = ("类", "款", "项")


@dataclass(frozen=True)
class Match:
    """Field to column, the columns that are no field, and the fields met more than once.

    `split` are the codes printed in parts, each field with its columns of 类, 款 and 项.
    """

    columns: Mapping[str, int]
    strangers: tuple[int, ...] = ()
    ambiguous: tuple[str, ...] = ()
    split: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """A field of a header: its path, its full meaning and the other words printed for it."""

    field: str
    path: Path
    label: str
    also: tuple[str, ...] = ()

    @property
    def groups(self) -> set[str]:
        """The words above the leaf."""
        return {word(each) for each in self.path[:-1]}


@cache
def vocabulary(spec: TableSpec) -> frozenset[str]:
    """Every word that may stand in a table's header, folded."""
    headers = [half.header for half in spec.halves] or [spec.header]
    words = {word(text) for header in headers for path in expected(spec, header) for text in path}
    words |= {word(text) for header in headers for each in leaves(header) for text in each.also}
    fields = {each.field for each in spec.columns}
    words |= {AMOUNT} if SUM in fields else set()
    words |= {word("科目编码"), word("科目名称")} if fields & CODE_FIELDS.keys() else set()
    return frozenset(words | {word(spec.label(each)) for each in fields})


@cache
def usual_words(spec: TableSpec) -> frozenset[str]:
    """The words of the header as most forms print it, without the optional columns."""
    headers = [half.header for half in spec.halves] or [spec.header]
    seen = [tuple(shown(header, ())) for header in headers]
    return frozenset(word(t) for each in seen for path in expected(spec, each) for t in path)


def expected(spec: TableSpec, header: SpecHeader) -> Iterable[Path]:
    """The printed paths of a header's leaves, left to right."""
    return header_paths_of(spec, header).values()


def match_columns(
    spec: TableSpec, header: SpecHeader, paths: Sequence[Path], within: Sequence[int]
) -> Match:
    """The columns `within` a grid that are the fields of a header."""
    split = _split_codes(spec, paths, within)
    parts = {column for columns in split.values() for column in columns}
    wanted = [each for each in _wanted(spec, header) if each.field not in split]
    groups = frozenset(group for each in wanted for group in each.groups)
    fields = {each.field for each in wanted} | {*split}
    if _is_by_function(paths, within):
        fields |= {"function_code"}
    scores = {
        (each.field, column): score
        for each in wanted
        for column in within
        if column not in parts and (score := _score(spec, each, paths[column], groups, fields))
    }
    found, ambiguous = _settled(scores)
    used = {*found.values(), *parts}
    strangers = tuple(each for each in within if each not in used and paths[each])
    return Match(found, strangers, ambiguous, split)


def _wanted(spec: TableSpec, header: SpecHeader) -> list[Wanted]:
    also = {each.field: each.also for each in leaves(header)}
    return [
        Wanted(name, path, spec.label(name), also[name])
        for name, path in header_paths_of(spec, header).items()
    ]


def _settled(scores: dict[tuple[str, int], int]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Field to column, best scores first; fields and columns that two claim alike are neither."""
    left = dict(scores)
    found: dict[str, int] = {}
    ambiguous: list[str] = []
    while left:
        best = [pair for pair, score in left.items() if score == max(left.values())]
        for name, column in best:
            if sum(name == each[0] or column == each[1] for each in best) == 1:
                found[name] = column
            else:
                ambiguous.append(name)
        settled = {*found, *ambiguous}
        left = {
            pair: score
            for pair, score in left.items()
            if pair[0] not in settled and pair[1] not in found.values()
        }
    return found, tuple(dict.fromkeys(ambiguous))


def _score(
    spec: TableSpec, wanted: Wanted, path: Path, groups: frozenset[str], fields: set[str]
) -> int:
    """How well a printed path is the wanted one; 0 when its leaf means something else."""
    if not path:
        return 0
    if wanted.field in CODE_FIELDS:
        said = ALSO if word(path[-1]) in map(word, wanted.also) else 0
        return score_of(wanted.field, path, fields) or said
    base = _base(wanted, path)
    if not base or _is_carried(wanted.path) != _is_carried(path):
        return 0
    if _is_another_sum(spec, wanted, path, groups):
        return 0
    has = {word(each) for each in path[:-1]}
    shared = len(wanted.groups & has)
    stray = len(wanted.groups - has) + len(has - wanted.groups)
    exact = EXACT if folded(path[-1]) in (folded(wanted.path[-1]), folded(wanted.label)) else 0
    return max(1, base + GROUP * shared - STRAY * stray + exact)


def _base(wanted: Wanted, path: Path) -> int:
    """How the leaf says the field; 0 when it says another."""
    leaf, own = word(path[-1]), word(wanted.path[-1])
    meant = (own, word(wanted.label))
    composed = {word("".join(path[-2:])), word("".join(reversed(path[-2:])))}
    if leaf in meant:
        return LEAF
    if leaf in map(word, wanted.also):
        return ALSO
    if len(path) > 1 and composed & {*meant, word("".join(wanted.path[-2:]))}:
        return COMPOSED
    if leaf == TOTAL and len(path) > 1 and word(path[-2]) in (own, *map(word, wanted.also)):
        return WHOLE  # the sum of a group, which is the field
    if own == TOTAL and len(wanted.path) > 1 and leaf == word(wanted.path[-2]):
        return WHOLE  # a group that the form prints as one column
    if leaf == TOTAL and own == AMOUNT:
        return WHOLE  # an amount that is printed with what it consists of
    if leaf == AMOUNT and wanted.field == SUM:
        return WHOLE  # a sum that nothing is printed beside
    return 0


def _is_carried(path: Path) -> bool:
    """Whether a path speaks of what was carried forward: never the same as this year's."""
    return any(word(each) in CARRIED for each in path)


def _is_another_sum(spec: TableSpec, wanted: Wanted, path: Path, groups: frozenset[str]) -> bool:
    """Whether a 合计 or 小计 is that of another group: the word alone says nothing of which."""
    if word(path[-1]) not in (TOTAL, AMOUNT):
        return False
    if len(path) > 1 and word(path[-2]) in (word(wanted.path[-1]), *map(word, wanted.also)):
        return False  # the field's own
    above = {word(each): each for each in path[:-1]}
    has = {each for each, text in above.items() if each in groups or not _is_the_table(spec, text)}
    if wanted.field == SUM:
        return bool(has - wanted.groups)
    if wanted.groups and word(path[-1]) == TOTAL and word(wanted.path[-1]) != AMOUNT:
        return not wanted.groups & has
    return bool(groups & has - wanted.groups)


def _is_the_table(spec: TableSpec, text: str) -> bool:
    """Whether a group says no more than what the whole table is of."""
    bare = PLAIN.sub("", folded(text))
    if word(text) == AMOUNT or bare in ("收入", "支出", "项目", "收支"):
        return True
    whole = PLAIN.sub("", folded(spec.title))
    rest = bare.replace("财政拨款", "", 1)
    return len(bare) > 2 and (bare in whole or (len(rest) > 1 and rest in whole))


def _split_codes(
    spec: TableSpec, paths: Sequence[Path], within: Sequence[int]
) -> dict[str, tuple[int, ...]]:
    """Each field whose code is printed in parts, and the columns 类, 款, 项 of them."""
    fields = {each.field for each in spec.columns}
    sole = sole_classification(fields)
    found: dict[str, dict[str, int]] = {}
    for column in within:
        level = folded(paths[column][-1]) if paths[column] else ""
        if level in LEVELS:
            named = classification_of(paths[column]) or _named_beside(paths, column) or sole
            found.setdefault(f"{named}_code", {}).setdefault(level, column)
    return {
        name: tuple(at[level] for level in LEVELS if level in at)
        for name, at in found.items()
        if name in fields and LEVELS[0] in at and LEVELS[1] in at
    }


def _is_by_function(paths: Sequence[Path], within: Sequence[int]) -> bool:
    """Whether codes of three levels are printed: those of what is spent on have but 类 and 款."""
    levels = [paths[column] for column in within if paths[column]]
    parts = [path for path in levels if folded(path[-1]) in LEVELS]
    is_whole = {folded(path[-1]) for path in parts} == set(LEVELS)
    return is_whole and not any(map(classification_of, parts))


def _named_beside(paths: Sequence[Path], column: int) -> str:
    """The classification of the name that follows the parts of a code."""
    beside = next((each for each in paths[column:] if each and folded(each[-1]) not in LEVELS), ())
    return classification_of(beside)

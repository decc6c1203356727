"""Which column of a grid is which column of a table: by the header path, never by position.

An actual path and an expected one agree when their leaves mean the same; the groups above decide
between leaves that are printed twice. What stays ambiguous is no column at all, and is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from disclosures.documents.grids.header import Path
from disclosures.documents.grids.words import folded, word
from disclosures.tables.columns import Header as SpecHeader
from disclosures.tables.layout import header_paths_of
from disclosures.tables.spec import TableSpec

LEAF, COMPOSED, WHOLE, GROUP, STRAY, EXACT = 10, 9, 8, 2, 1, 1
TOTAL, AMOUNT = word("合计"), word("预算数")
CODE_LEVELS = {"function_code": ("类", "款", "项"), "economic_code": ("类", "款")}


@dataclass(frozen=True)
class Match:
    """Field to column, the columns that are no field, and the fields met more than once.

    A code that is printed in parts (类, 款, 项) is `split_field`, its columns `split_code`.
    """

    columns: Mapping[str, int]
    strangers: tuple[int, ...] = ()
    ambiguous: tuple[str, ...] = ()
    split_field: str = ""
    split_code: tuple[int, ...] = ()


def vocabulary(spec: TableSpec) -> frozenset[str]:
    """Every word that stands in a table's header, folded."""
    headers = [half.header for half in spec.halves] or [spec.header]
    words = {word(text) for header in headers for path in expected(spec, header) for text in path}
    return frozenset(words | {word(spec.label(each.field)) for each in spec.columns})


def expected(spec: TableSpec, header: SpecHeader) -> Iterable[Path]:
    """The printed paths of a header's leaves, left to right."""
    return header_paths_of(spec, header).values()


def match_columns(
    spec: TableSpec, header: SpecHeader, paths: Sequence[Path], within: Sequence[int]
) -> Match:
    """The columns `within` a grid that are the fields of a header."""
    wanted = header_paths_of(spec, header)
    groups = frozenset(word(each) for path in wanted.values() for each in path[:-1])
    left = {
        (field, column): score
        for field, path in wanted.items()
        for column in within
        if (score := _score(path, spec.label(field), paths[column]))
        and not _is_another_sum(path, paths[column], groups)
    }
    found: dict[str, int] = {}
    ambiguous: list[str] = []
    while left:
        best = [pair for pair, score in left.items() if score == max(left.values())]
        for field, column in best:
            if sum(field == each[0] or column == each[1] for each in best) == 1:
                found[field] = column
            else:
                ambiguous.append(field)
        settled = {*found, *ambiguous}
        left = {
            pair: score
            for pair, score in left.items()
            if pair[0] not in settled and pair[1] not in found.values()
        }
    split_field, split = _split_code(spec, paths, within)
    used = {*found.values(), *split}
    strangers = tuple(each for each in within if each not in used and paths[each])
    return Match(found, strangers, tuple(dict.fromkeys(ambiguous)), split_field, split)


def _score(wanted: Path, label: str, path: Path) -> int:
    """How well a printed path is the wanted one; 0 when its leaf means something else."""
    if not path:
        return 0
    leaf, own = word(path[-1]), word(wanted[-1])
    composed = word("".join(path[-2:])) if len(path) > 1 else ""
    if leaf == own or leaf == word(label):
        base = LEAF
    elif composed and composed in (own, word(label), word("".join(wanted[-2:]))):
        base = COMPOSED
    elif own == TOTAL and len(wanted) > 1 and leaf == word(wanted[-2]):
        base = WHOLE  # a group that the form prints as one column
    elif leaf == TOTAL and own == AMOUNT:
        base = WHOLE  # an amount that is printed with what it consists of
    else:
        return 0
    groups, has = [word(each) for each in wanted[:-1]], [word(each) for each in path[:-1]]
    shared = sum(each in has for each in groups)
    stray = len(groups) - shared + sum(each not in groups for each in has)
    exact = EXACT if folded(path[-1]) in (folded(wanted[-1]), folded(label)) else 0
    return max(1, base + GROUP * shared - STRAY * stray + exact)


def _is_another_sum(wanted: Path, path: Path, groups: frozenset[str]) -> bool:
    """Whether a 合计 or 小计 is that of another group: the word alone says nothing of which."""
    if not path or word(path[-1]) != TOTAL:
        return False
    own = {word(each) for each in wanted[:-1]}
    has = {word(each) for each in path[:-1]}
    if own:
        return not own & has
    return bool(groups & has)


def _split_code(
    spec: TableSpec, paths: Sequence[Path], within: Sequence[int]
) -> tuple[str, tuple[int, ...]]:
    """The field whose code is printed in parts, and the columns 类, 款, 项 of them."""
    fields = {each.field for each in spec.columns}
    leaves = {folded(paths[each][-1]): each for each in within if paths[each]}
    for field, levels in CODE_LEVELS.items():
        if field in fields and all(level in leaves for level in levels):
            return field, tuple(leaves[level] for level in levels)
    return "", ()

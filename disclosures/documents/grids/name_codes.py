"""The codes of a table that prints the names of a classification and no code.

A name is looked up among the codes of its year, below the names printed above it. What fits
several codes, or none, has no code, and is said; what was printed of a code stays nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from disclosures.classification.codes import CodeList, code_lists
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.tables.book import Cell, Row, RowKind
from disclosures.tables.identity import TreeSum
from disclosures.tables.spec import TableSpec

MOST = 8  # names that a message tells


def named_codes(
    spec: TableSpec, rows: Sequence[Row], year: int | None
) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows with the codes that their names mean in a year, and the names that mean none."""
    made, problems = list(rows), []
    for code, of in spec.code_lists:
        name = code.replace("_code", "_name")
        if _is_named_alone(rows, code, name):
            names = _Names(getattr(code_lists(), of), year)
            made = [_coded(row, code, name, names) for row in made]
            made = made if _is_by_tree(spec) else _with_sums(made, code)
            problems += _said(spec, name, names)
    return tuple(made), problems


def _is_by_tree(spec: TableSpec) -> bool:
    """Whether a table is by codes, so that each row's place among them says what it is."""
    return any(isinstance(each, TreeSum) for each in spec.identities)


def _with_sums(rows: Sequence[Row], code: str) -> list[Row]:
    """The rows of a list, with a 类 or 款 above its own parts as the sum that it is."""
    codes = [str(row.value(code) or "") for row in rows]
    above = {each[:length] for each in codes for length in range(3, len(each))}
    return [
        replace(row, kind=RowKind.SUBTOTAL) if own in above else row
        for row, own in zip(rows, codes, strict=True)
    ]


@dataclass
class _Names:
    """The names of a list, from above down: the next stands under `above`, its 类 and 款."""

    codes: CodeList
    year: int | None
    above: tuple[str, ...] = ()
    unknown: list[str] = field(default_factory=list)

    def code(self, name: str) -> str | None:
        """The code of the next name; None where none is sure."""
        paths = [(*self.above[:depth], name) for depth in range(len(self.above) + 1)]
        found = {self.codes.match(path, self.year) for path in paths} - {None}
        if len(found) != 1:
            self.unknown.append(name)
            return None
        (code,) = found
        assert code is not None
        depth = len(self.codes.path(code, self.year)) - 1
        if depth <= len(self.above):
            self.above = (*self.above[:depth], name)
        return code


def _is_named_alone(rows: Sequence[Row], code: str, name: str) -> bool:
    printed = [row.cells[code].printed for row in rows if code in row.cells]
    named = [row.cells[name].printed for row in rows if name in row.cells]
    return any(map(str.strip, named)) and not any(map(str.strip, printed))


def _coded(row: Row, code: str, name: str, names: _Names) -> Row:
    said = row.cells[name].printed.strip() if name in row.cells else ""
    if row.kind is not RowKind.DETAIL or not said:
        return row
    found = names.code(said)
    return replace(row, cells={**row.cells, code: Cell(found, "")}) if found else row


def _said(spec: TableSpec, name: str, names: _Names) -> list[Problem]:
    if not names.unknown:
        return []
    told = "、".join(f"“{each}”" for each in dict.fromkeys(names.unknown[:MOST]))
    more = "等" if len(names.unknown) > MOST else ""
    message = (
        f"“{spec.title}”只印{spec.label(name)}，没有印编码：{told}{more}不能对应到唯一的编码。"
    )
    return [Problem(message, {}, severity=Severity.NOTE)]

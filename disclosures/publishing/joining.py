"""Narrative and tables that a department published as two files, as the one disclosure they are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from disclosures.classification.codes import code_lists
from disclosures.classification.money import halfwidth
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.one_book import one_book
from disclosures.publishing.doubting import contradictions
from disclosures.publishing.reading import Reading, context_of
from disclosures.rules.check import check
from disclosures.tables.book import Origin

Name = tuple[str, int | None, str]
CODE = re.compile(r"^[(\[]?\d{3,12}[)\]]?[-_.、]?")


@dataclass(frozen=True)
class Joined:
    """One disclosure: what it says, the file that gives its text, and any further file."""

    reading: Reading
    further: tuple[Reading, ...] = ()


def joined(readings: Iterable[Reading]) -> list[Joined]:
    """The readings, with tables alone joined to the narrative of the same department and year."""
    groups: dict[Name, list[Reading]] = {}
    for each in readings:
        groups.setdefault(_name(each), []).append(each)
    return [whole for group in groups.values() for whole in _group(group)]


def _name(reading: Reading) -> Name:
    """Department, year and kind; the code that tables print before a name is none of it."""
    narrative = reading.narrative
    if narrative is None:
        return ("", None, "")
    plain = "".join(halfwidth(narrative.department).split())
    return (CODE.sub("", plain), narrative.year, narrative.kind)


def _group(group: Sequence[Reading]) -> list[Joined]:
    whole = halves(*group) if len(group) == 2 else None
    return [whole] if whole else [Joined(each) for each in group]


def halves(one: Reading, other: Reading) -> Joined | None:
    """Two files of one department, year and kind as a whole; None unless one tells what there is
    and the other has the tables.
    """
    told = [each for each in (one, other) if tells(each)]
    bare = [each for each in (one, other) if not tells(each)]
    if len(told) != 1 or has_tables(told[0]) or not has_tables(bare[0]):
        return None
    return Joined(_together(told[0], bare[0]), (bare[0],))


def is_complete(reading: Reading) -> bool:
    """Whether a file holds both: it need not wait for another."""
    return tells(reading) and has_tables(reading)


def tells(reading: Reading) -> bool:
    """Whether a file has a narrative that says something."""
    return bool(reading.narrative and reading.narrative.statements)


def has_tables(reading: Reading) -> bool:
    """Whether a file holds tables of its own, beside what its narrative tells."""
    return any(row.origin is Origin.TABLE for sheet in reading.book for row in sheet.rows)


def _together(told: Reading, tables: Reading) -> Reading:
    narrative = told.narrative
    assert narrative is not None
    form = told.form.form if told.form else NATIONAL
    book = one_book(told.book, tables.book, form)
    findings = check(narrative, book, code_lists(), context_of(narrative, told.form))
    apart = (*told.doubts, *tables.doubts)
    together = contradictions(narrative, book, findings)
    doubts = (*apart, *(each for each in together if each not in apart))
    return replace(told, book=book, findings=findings, doubts=doubts)

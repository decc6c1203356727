"""Where the money comes from and where it goes: sources, total, functions, basic and project.

Each stage is drawn only where its parts make the stage before it; the picture never bridges a gap.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from disclosures.pages.amounts import Show, shown
from disclosures.pages.charts import Chart
from disclosures.pages.composition import Composition, Part
from disclosures.records.disclosure import Revision
from disclosures.rules.amount import Amount, tolerance
from disclosures.tables.book import Book

TOTAL = "总支出"
SOURCE = "\u200b"  # a source and a use may be called alike; nodes may not
NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十百\d]+[）)、.．]+\s*")
SPLIT = (("basic", "基本支出"), ("project", "项目支出"))
SPLIT_IN = ("expenditure-summary", "general-budget-by-function")


@dataclass(frozen=True)
class Stream:
    """Money that goes from one node to another, in 元."""

    source: str
    target: str
    yuan: Decimal


def flow(revision: Revision, compositions: Iterable[Composition], book: Book) -> Chart | None:
    """The picture, or None where functions are not whole or stand alone."""
    named = {each.name: each for each in compositions}
    functions, income = named.get("functions"), named.get("income")
    if functions is None:
        return None
    total = sum((each.yuan for each in functions.parts), Decimal(0))
    has_income = income is not None and _equal(income.parts, total)
    sources = income.parts if income and has_income else ()
    split = _split(functions.parts, book)
    if not sources and not split:
        return None
    streams = [Stream(f"{SOURCE}{_label(each)}", gettext(TOTAL), each.yuan) for each in sources]
    streams += [Stream(gettext(TOTAL), _label(each), each.yuan) for each in functions.parts]
    return _chart(
        revision, streams + split, total=int(bool(sources)), depth=1 + bool(sources) + bool(split)
    )


def _label(part: Part) -> str:
    """A part's name without the number that a balance prints before it."""
    return gettext(NUMBERED.sub("", part.quote.label.strip()))


def _equal(parts: Iterable[Part], total: Decimal) -> bool:
    amounts = [Amount(each.quote.label, each.yuan, each.unit, 2) for each in parts]
    return abs(sum((each.yuan for each in parts), Decimal(0)) - total) <= tolerance(amounts)


def _split(parts: Iterable[Part], book: Book) -> list[Stream]:
    """Basic and project under each class, where a table prints both for every class drawn."""
    for name in SPLIT_IN:
        found = _classes(book, name)
        streams: list[Stream] = []
        for part in parts:
            pair = found.get(part.code)
            if pair is None or not _equal([part], sum(pair.values(), Decimal(0))):
                streams = []
                break
            streams += [
                Stream(_label(part), gettext(label), pair[column])
                for column, label in SPLIT
                if pair[column] > 0
            ]
        if streams:
            return streams
    return []


def _classes(book: Book, table: str) -> Mapping[str, dict[str, Decimal]]:
    """Basic and project of each class, by its code."""
    sheet = book.sheet(table)
    if sheet is None:
        return {}
    return {
        str(row.value("function_code")): {
            column: row.money(column) or Decimal(0) for column, _ in SPLIT
        }
        for row in sheet.rows
        if row.value("function_code")
    }


def _chart(revision: Revision, streams: list[Stream], *, total: int, depth: int) -> Chart:
    into: dict[str, Decimal] = {}
    out: dict[str, Decimal] = {}
    for each in streams:
        out[each.source] = out.get(each.source, Decimal(0)) + each.yuan
        into[each.target] = into.get(each.target, Decimal(0)) + each.yuan
    sums = out | into
    drawn: dict[str, Any] = {
        "items": [
            {"name": name, "text": shown(yuan, Show.WAN_YUAN)} for name, yuan in sums.items()
        ],
        "links": [
            {
                "source": each.source,
                "target": each.target,
                "value": float(each.yuan),
                "text": shown(each.yuan, Show.WAN_YUAN),
            }
            for each in streams
        ],
        "total": total,
        "depth": depth,
    }
    source = gettext("%(disclosure)s第%(number)s版") % {
        "disclosure": revision.disclosure,
        "number": revision.number,
    }
    return Chart("flow", "flow", gettext("钱从哪里来，到哪里去"), "万元", source, "", drawn)

"""How the styles of an .xlsx show a number: as a date or a time, or with so many decimals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from openpyxl.styles.numbers import (
    BUILTIN_FORMATS,
    is_date_format,
)

from disclosures.documents.workbook.archive import Archive
from disclosures.documents.workbook.cells import number_of
from disclosures.documents.workbook.markup import child, local, root_of

# Dates in the East Asian editions, which openpyxl does not list (ECMA-376 part 1, 18.8.30).
EAST_ASIAN_DATES = frozenset((*range(27, 37), *range(50, 59)))
LONGEST = 28  # digits of a number that is written out
# 0, 0.00, #,##0.00 and 数值 of the Chinese edition ("0.00_ "); nothing with colours or words
PLAIN = re.compile(r"(?P<grouped>#,##)?0(?:\.(?P<places>0{1,10}))?(?:_[ )])?")


class Shape(NamedTuple):
    """A number's format: how many decimals it shows, and whether the thousands stand apart."""

    places: int
    is_grouped: bool

    def shown(self, written: str) -> str:
        """A number as it is shown; "" where that would not be the number itself."""
        number = number_of(written)
        if number is None or number.adjusted() + self.places >= LONGEST:
            return ""
        exact = number.quantize(Decimal(1).scaleb(-self.places)) + 0  # of -0.00 it makes 0.00
        return f"{exact:{',' if self.is_grouped else ''}f}" if exact == number else ""


@dataclass(frozen=True)
class Formats:
    """By the numbers of the cell styles: those of dates, and those of plain numbers."""

    dates: frozenset[int] = frozenset()
    shapes: Mapping[int, Shape] = field(default_factory=dict)


def formats_of(archive: Archive, name: str) -> Formats:
    """What the cell styles show a number as. Raises RefusedError for broken XML."""
    if name not in archive.names:
        return Formats()
    styles = root_of(archive, name)
    listed, used = child(styles, "numFmts"), child(styles, "cellXfs")
    written = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in (() if listed is None else listed)
    }
    formats = [
        each.get("numFmtId", "0") for each in (() if used is None else used) if local(each) == "xf"
    ]
    shapes = {
        number: shape
        for number, each in enumerate(formats)
        if (shape := _shape(each, written.get(each)))
    }
    dates = (number for number, each in enumerate(formats) if _is_date(each, written.get(each)))
    return Formats(frozenset(dates), shapes)


def _shape(identity: str, code: str | None) -> Shape | None:
    if code is None:
        code = BUILTIN_FORMATS.get(int(identity) if identity.isdecimal() else 0, "General")
    match = PLAIN.fullmatch(code)
    return Shape(len(match["places"] or ""), bool(match["grouped"])) if match else None


def _is_date(identity: str, code: str | None) -> bool:
    if code is None:
        number = int(identity) if identity.isdecimal() else 0
        code = BUILTIN_FORMATS.get(number, "General")
        return number in EAST_ASIAN_DATES or bool(is_date_format(code))
    return bool(is_date_format(code))

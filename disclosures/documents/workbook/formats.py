"""Which styles of an .xlsx show a number as a date or a time."""

from openpyxl.styles.numbers import (
    BUILTIN_FORMATS,
    is_date_format,
)

from disclosures.documents.workbook.archive import Archive
from disclosures.documents.workbook.markup import child, local, root_of

# Dates in the East Asian editions, which openpyxl does not list (ECMA-376 part 1, 18.8.30).
EAST_ASIAN_DATES = frozenset((*range(27, 37), *range(50, 59)))


def date_styles(archive: Archive, name: str) -> frozenset[int]:
    """The numbers of the cell styles with a date format. Raises RefusedError for broken XML."""
    if name not in archive.names:
        return frozenset()
    styles = root_of(archive, name)
    listed, used = child(styles, "numFmts"), child(styles, "cellXfs")
    written = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in (() if listed is None else listed)
    }
    formats = [
        each.get("numFmtId", "0") for each in (() if used is None else used) if local(each) == "xf"
    ]
    return frozenset(
        number for number, each in enumerate(formats) if _is_date(each, written.get(each))
    )


def _is_date(identity: str, code: str | None) -> bool:
    if code is None:
        number = int(identity) if identity.isdecimal() else 0
        code = BUILTIN_FORMATS.get(number, "General")
        return number in EAST_ASIAN_DATES or bool(is_date_format(code))
    return bool(is_date_format(code))

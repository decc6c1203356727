"""A revision's tables as the official workbook; the same tables always give the same bytes."""

from io import BytesIO

from xlsxwriter import Workbook

from disclosures.exports.statutory import Statutory
from disclosures.exports.workbook.kept import write_kept
from disclosures.exports.workbook.sheet import owner_line, sheet_name, write_sheet
from disclosures.exports.workbook.styles import styles_of

AS_PRINTED = "原表 "  # before the title of a table that stands there as it was read, too
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell's text is never a formula or an address to follow, whatever it begins with.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(content: Statutory) -> bytes:
    """The bytes of an .xlsx: a sheet for each table, those kept as printed among them."""
    stream = BytesIO()
    book = Workbook(stream, OPTIONS)
    book.set_properties(
        {
            "title": content.title[:250],
            "author": content.department[:250],
            "comments": content.imprint[:250],
            "created": content.made_at.replace(microsecond=0, tzinfo=None),
        }
    )
    styles = styles_of(book)
    owner = owner_line(content.department, content.year)
    for sheet in content.sheets:
        if sheet.rows or not (sheet.is_unknown or sheet.kept):
            made = book.add_worksheet(sheet_name(sheet.position, sheet.title))
            write_sheet(made, styles, sheet, owner, content.kind)
        if sheet.is_unknown or sheet.kept:
            title = f"{AS_PRINTED if sheet.rows else ''}{sheet.title}"
            write_kept(book.add_worksheet(sheet_name(sheet.position, title)), styles, sheet, owner)
    if not content.sheets:
        book.add_worksheet("无表").write_string(0, 0, content.title)
    book.close()
    return stream.getvalue()

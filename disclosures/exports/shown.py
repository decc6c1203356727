"""CSV of what a page shows: RFC 4180, UTF-8 with a byte order mark, no formulas."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from disclosures.exports.csv import BYTE_ORDER_MARK

# What a spreadsheet would run, but for a number with its sign, commas and percent sign.
FORMULA = re.compile(r"(?![-+]?[0-9][0-9,]*(?:\.[0-9]+)?%?$)[=+@\t\r\n＝＋－＠-]")


def as_csv(lines: Iterable[Iterable[str]]) -> bytes:
    """The lines, the heading among them."""
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for line in lines:
        writer.writerow([_harmless(each) for each in line])
    return BYTE_ORDER_MARK + file.getvalue().encode()


def _harmless(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text

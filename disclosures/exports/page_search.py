"""Where words of a narrative stand on the pages of the PDF that it was read from."""

import unicodedata
from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDFText_GetUnicode

from disclosures.exports.page_images import DRAWING
from disclosures.records.upload import Upload
from disclosures.tables.book import Where

MOST_PAGES = 300

Sign = tuple[str, int]  # a character as it is compared, and its place on the page


def page_of_words(upload: Upload, before: str, words: str, after: str) -> Where | None:
    """Page and box of words that stand between others; None where the PDF has them nowhere.

    Spaces and the width of characters do not count: lines are joined and pages are cut in a text.
    """
    ahead, sought = len(_folded(before)), _folded(f"{before}{words}{after}")
    length = len(_folded(words))
    with DRAWING, upload.stored.open("rb") as file:
        document = pypdfium2.PdfDocument(file.read())
        try:
            for number in range(min(len(document), MOST_PAGES)):
                found = _on_page(document[number], sought, ahead, length)
                if found is not None:
                    return {"page": number + 1, "box": found}
        finally:
            document.close()
    return None


def _on_page(page: pypdfium2.PdfPage, sought: str, ahead: int, length: int) -> list[float] | None:
    """The box around the words, from the top left corner; of a turned page none is known."""
    text = page.get_textpage()
    signs = list(_signs(text))
    at = "".join(sign for sign, _ in signs).find(sought)
    if at < 0 or not sought:
        return None
    if page.get_rotation():
        return [0.0, 0.0, 0.0, 0.0]
    height = page.get_height()
    boxes = [text.get_charbox(place) for _, place in signs[at + ahead : at + ahead + length]]
    return [
        min(box[0] for box in boxes),
        height - max(box[3] for box in boxes),
        max(box[2] for box in boxes),
        height - min(box[1] for box in boxes),
    ]


def _signs(text: pypdfium2.PdfTextPage) -> Iterator[Sign]:
    for place in range(text.count_chars()):
        code = FPDFText_GetUnicode(text, place)
        for sign in _folded(chr(code)) if code else "":
            yield sign, place


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())

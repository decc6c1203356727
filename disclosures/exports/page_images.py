"""Pages of a PDF as pictures: drawn once, kept, and served from then on."""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import pypdfium2
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.records.upload import Upload

SCALE = 2.0  # 144 dots an inch
LARGEST = 2400  # pixels along the longer side
QUARTER = {0: 0, 1: 90, -1: 270}  # how a page is turned so that its text reads from left to right
DRAWING = Lock()  # PDFium draws for one thread at a time


@dataclass(frozen=True)
class PageSize:
    """In points, as the text reads."""

    width: float
    height: float


def page_size(upload: Upload, number: int, turn: int = 0) -> PageSize | None:
    """The size of a page, counted from 1; None when there is no such page."""
    with DRAWING, upload.stored.open("rb") as file:
        document = pypdfium2.PdfDocument(file.read())
        try:
            if not 1 <= number <= len(document):
                return None
            width, height = document[number - 1].get_size()
        finally:
            document.close()
    return PageSize(height, width) if turn else PageSize(width, height)


def page_image_asked(upload: Upload, number: int, turn: str) -> bytes | None:
    """As `page_image`, of a turn as an address says it; None when there is no such turn either."""
    quarter = {str(each): each for each in QUARTER}.get(turn)
    return None if quarter is None else page_image(upload, number, quarter)


def page_image(upload: Upload, number: int, turn: int = 0) -> bytes | None:
    """A page as PNG, counted from 1; None when there is no such page."""
    name = f"exports/pages/{upload.sha256}/{number}-{QUARTER[turn]}.png"
    if default_storage.exists(name):
        with default_storage.open(name, "rb") as file:
            return bytes(file.read())
    made = _drawn(upload, number, turn)
    if made is not None:
        default_storage.save(name, ContentFile(made))
    return made


def _drawn(upload: Upload, number: int, turn: int) -> bytes | None:
    with DRAWING, upload.stored.open("rb") as file:
        document = pypdfium2.PdfDocument(file.read())
        try:
            if not 1 <= number <= len(document):
                return None
            page = document[number - 1]
            scale = min(SCALE, LARGEST / max(page.get_size()))
            picture = page.render(scale=scale, rotation=QUARTER[turn]).to_pil()
        finally:
            document.close()
    stream = BytesIO()
    picture.convert("P", palette=1, colors=64).save(stream, "PNG", optimize=True)
    return stream.getvalue()

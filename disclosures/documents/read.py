"""Bytes of a text or web page to the document's text, or the reason why not."""

from dataclasses import dataclass

from disclosures.documents.decoding import decoded
from disclosures.documents.html import is_html, text_of
from disclosures.documents.narrative.read import read_narrative
from disclosures.documents.recognition import recognise
from disclosures.documents.refusal import Refusal, RefusedError

__all__ = ["DocumentText", "Refusal", "read_narrative", "read_text_document"]


@dataclass(frozen=True)
class DocumentText:
    """The text of a disclosure as it will be kept; `media` is text/plain or text/html."""

    text: str
    media: str


def read_text_document(data: bytes, filename: str) -> DocumentText | Refusal:
    """The text of a `.txt` or `.html` disclosure. A refusal says why and what to do."""
    try:
        text = decoded(data)
        page = is_html(text)
        words = text_of(text) if page else text
        recognise(words)
    except RefusedError as error:
        return error.refusal
    return DocumentText(words, "text/html" if page else "text/plain")

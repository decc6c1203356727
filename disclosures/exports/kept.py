"""Exports of a published revision: made once, kept, and served from then on."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.exports import pdf, plain, word
from disclosures.exports.statutory import Statutory, statutory
from disclosures.exports.workbook import write as workbook
from disclosures.records.disclosure import SEALED, Revision


@dataclass(frozen=True)
class Format:
    """A kind of file that a revision can be had as."""

    suffix: str
    label: str
    media_type: str
    write: Callable[[Statutory], bytes]


FORMATS: dict[str, Format] = {
    each.suffix: each
    for each in (
        Format("docx", "Word", word.MEDIA_TYPE, word.word_document),
        Format("pdf", "PDF", pdf.MEDIA_TYPE, pdf.pdf_document),
        Format("xlsx", "Excel", workbook.MEDIA_TYPE, workbook.workbook),
        Format("csv", "CSV", plain.CSV_TYPE, plain.csv_document),
        Format("json", "JSON", plain.JSON_TYPE, plain.json_document),
    )
}


def exported(revision: Revision, form: Format) -> bytes:
    """The bytes of a revision in a format; a draft is made anew each time, as it may change."""
    if revision.state not in SEALED:
        return form.write(statutory(revision))
    name = f"exports/{revision.pk}.{form.suffix}"
    if default_storage.exists(name):
        with default_storage.open(name, "rb") as file:
            return bytes(file.read())
    made = form.write(statutory(revision))
    default_storage.save(name, ContentFile(made))
    return made

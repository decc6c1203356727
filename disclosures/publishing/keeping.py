"""Original files: kept whole under their hash, and gone again when the intake fails."""

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.publishing.reading import Reading
from disclosures.records.upload import Upload, Verdict


def keep_original(reading: Reading, data: bytes, by: Any) -> Upload:
    """The record of a document that was read."""
    return keep_file(
        data=data, sha256=reading.sha256, filename=reading.filename, media=reading.media, by=by
    )


def keep_file(*, data: bytes, sha256: str, filename: str, media: str, by: Any) -> Upload:
    """The record of a file, its bytes written once; the same bytes are never kept twice."""
    known = Upload.objects.filter(sha256=sha256).first()
    if known:
        return known
    name = _name(sha256, filename)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
    return Upload.objects.create(
        sha256=sha256,
        name=Path(filename).name[:255],
        size=len(data),
        content_type=media,
        stored=name,
        verdict=Verdict.RECOGNISED,
        received_by=by,
    )


def forget_original(reading: Reading) -> None:
    """Remove a document whose record was rolled back."""
    forget_file(reading.sha256, reading.filename)


def forget_file(sha256: str, filename: str) -> None:
    """Remove a file whose record was rolled back: a file outlives a failed transaction."""
    if not Upload.objects.filter(sha256=sha256).exists():
        default_storage.delete(_name(sha256, filename))


def _name(sha256: str, filename: str) -> str:
    return f"uploads/{sha256[:2]}/{sha256}{Path(filename).suffix[:10]}"

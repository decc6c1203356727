"""Original files: kept whole under their hash, and gone again when the intake fails."""

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.publishing.reading import Reading
from disclosures.records.upload import Upload, Verdict


def keep_original(reading: Reading, data: bytes, by: Any) -> Upload:
    """The record of a file, its bytes written once; the same bytes are never kept twice."""
    known = Upload.objects.filter(sha256=reading.sha256).first()
    if known:
        return known
    name = _name(reading)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
    return Upload.objects.create(
        sha256=reading.sha256,
        name=Path(reading.filename).name[:255],
        size=len(data),
        content_type=reading.media,
        stored=name,
        verdict=Verdict.RECOGNISED,
        received_by=by,
    )


def forget_original(reading: Reading) -> None:
    """Remove a file whose record was rolled back: a file outlives a failed transaction."""
    if not Upload.objects.filter(sha256=reading.sha256).exists():
        default_storage.delete(_name(reading))


def _name(reading: Reading) -> str:
    return f"uploads/{reading.sha256[:2]}/{reading.sha256}{Path(reading.filename).suffix[:10]}"

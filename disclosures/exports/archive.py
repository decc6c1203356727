"""The archive of the ledger: every entry, everything it published, and the means to check it."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.base import File
from django.core.files.storage import default_storage

from disclosures.queries import ledger
from disclosures.records import chain

EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip archive can say at the earliest
VERIFY = Path(chain.__file__)


def archive() -> IO[bytes]:
    """The archive as it stands after the latest entry: written once, and kept until the next."""
    name = f"exports/ledger-{ledger.last_number():08d}.zip"
    if not default_storage.exists(name):
        with TemporaryFile() as file:
            _write(file)
            file.seek(0)
            default_storage.save(name, File(file))
    return default_storage.open(name, "rb")


def _write(file: IO[bytes]) -> None:
    entries = [each.as_entry() for each in ledger.entries().order_by("number")]
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entries)
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        made.writestr(_member("verify.py"), VERIFY.read_bytes())
        made.writestr(_member(chain.LEDGER), lines)
        for entry, content in ledger.contents():
            made.writestr(_member(chain.content_name(entry.as_entry())), content)


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.compress_type = ZIP_DEFLATED
    return info

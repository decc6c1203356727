"""Pages that were made ahead, on disk, where every process of the site finds them.

Only `make_pages` puts any here (see `ahead`), so what readers ask for cannot fill the disk. A key
says all that a page depends on; what no round of making has put here again goes.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from disclosures.exports.keeping import FOLDER


@dataclass(frozen=True)
class Held:
    """A page's bytes and the headers that its view gave it."""

    content: bytes
    headers: dict[str, str]


def taken(key: object) -> Held | None:
    """The page of a key, where it was made ahead."""
    try:
        head, _, content = _file(key).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    return Held(content, json.loads(head))


def put(key: object, page: Held) -> None:
    """Lay a page where `taken` finds it: whole or not at all."""
    file = _file(key)
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as written:
        written.write(json.dumps(page.headers).encode() + b"\n" + page.content)
    os.replace(written.name, file)


def clear(before: float) -> None:
    """Remove what was last put here before a time (seconds since 1970)."""
    for file in _folder().glob("*"):
        with suppress(FileNotFoundError):  # gone meanwhile: somebody else clears, too
            if file.stat().st_mtime < before:
                file.unlink()


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER / "ahead"


def _file(key: object) -> Path:
    return _folder() / sha256(repr(key).encode()).hexdigest()

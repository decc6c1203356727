"""Files made from what is published: made once, then served as they lie.

A file's name carries the stamp of its sources; a new stamp makes a new file and drops the old one.
"""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from django.conf import settings

FOLDER = "kept"


def kept(name: str, stamp: str, make: Callable[[IO[bytes]], object]) -> Path:
    """The file of a name (`pages/7/zh.html.gz`) and stamp; `make` writes it where it is missing.

    Two processes that make it at once both make it whole, and the later one's stays.
    """
    whole = Path(settings.MEDIA_ROOT) / FOLDER / name
    stem, _, suffix = whole.name.partition(".")
    wanted = whole.with_name(f"{stem}.{stamp}.{suffix}")
    if wanted.exists():
        return wanted
    wanted.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=wanted.parent, prefix=".", delete=False) as file:
        try:
            make(file)
        except BaseException:
            os.unlink(file.name)
            raise
    os.replace(file.name, wanted)
    for other in wanted.parent.glob(f"{stem}.*.{suffix}"):
        if other != wanted:
            other.unlink(missing_ok=True)
    return wanted

"""Log files of child programs, kept from growing for ever."""

import os
from pathlib import Path
from typing import BinaryIO

LARGEST_BYTES = 20 * 1024 * 1024


def open_for_child(path: Path) -> BinaryIO:
    """Open `path` to append to; a large one first steps aside, replacing the one before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST_BYTES:
        path.rename(path.with_name(f"{path.name}.1"))
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.fdopen(os.open(path, flags, 0o640), "ab")


def tail(path: Path, lines: int = 15) -> str:
    """The last lines, for a message about a child that failed."""
    if not path.exists():
        return ""
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])

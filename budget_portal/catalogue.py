"""The English catalogue: `locale/en/LC_MESSAGES/django.po`, compiled to the file that Django reads.

`python -m budget_portal.catalogue` compiles it; no gettext need be installed. Entries are a
`msgid` and a `msgstr` of one line each.
"""

import ast
import re
import struct
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "locale/en/LC_MESSAGES/django.po"
ENTRY = re.compile(r'^msgid (".*")\nmsgstr (".*"(?:\n".*")*)$', re.MULTILINE)
MAGIC, VERSION, HEADER = 0x950412DE, 0, 28  # of the compiled format, HEADER in bytes


def entries(source: str) -> dict[str, str]:
    """Chinese to English; the empty Chinese stands for the file's own header."""
    return {_text(one): _text(other) for one, other in ENTRY.findall(source)}


def compiled(found: dict[str, str]) -> bytes:
    """The entries in the format of gettext's `.mo` files."""
    pairs = sorted((one.encode(), other.encode()) for one, other in found.items())
    tables = b""
    at, packed = HEADER + 16 * len(pairs), b""
    for column in (0, 1):
        for pair in pairs:
            tables += struct.pack("<II", len(pair[column]), at + len(packed))
            packed += pair[column] + b"\0"
    second = HEADER + 8 * len(pairs)
    head = struct.pack("<7I", MAGIC, VERSION, len(pairs), HEADER, second, 0, 0)
    return head + tables + packed


def _text(quoted: str) -> str:
    return "".join(ast.literal_eval(line) for line in quoted.splitlines())


if __name__ == "__main__":
    SOURCE.with_suffix(".mo").write_bytes(compiled(entries(SOURCE.read_text(encoding="utf-8"))))

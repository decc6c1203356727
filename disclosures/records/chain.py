"""The arithmetic of the ledger, with the standard library alone.

The portal computes with it, and every archive carries this file as `verify.py`, so that anybody
can check an archive offline: `python verify.py ledger-archive.zip`. Its name is all it shares.
"""

import hashlib
import json
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

GENESIS = "0" * 64  # what stands before the first entry
PUBLISH, WITHDRAW = "publish", "withdraw"
FIELDS = ("number", "verb", "revision", "content", "previous", "at", "by", "reason")
LEDGER = "ledger.jsonl"

Entry = dict[str, Any]


def canonical(value: object) -> bytes:
    """The one spelling of a value as JSON: sorted keys, no spaces, UTF-8."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode()


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def seal_of(entry: Entry) -> str:
    """The hash of an entry: over its number, deed, content, time, person, reason, predecessor."""
    return digest(canonical({name: entry[name] for name in FIELDS}))


def content_name(entry: Entry) -> str:
    """The file of an archive that holds what an entry published."""
    return f"content/{int(entry['number']):08d}.json"


def broken(entries: Iterable[Entry], content: Callable[[Entry], bytes | None]) -> Iterator[str]:
    """What is wrong with a chain, in words; nothing when every byte is as it was.

    `content` gives the bytes that an entry published, None where the archive lacks them: that is
    right only for what a later entry withdraws.
    """
    read = list(entries)
    withdrawn = {each["revision"] for each in read if each["verb"] == WITHDRAW}
    previous = GENESIS
    for place, entry in enumerate(read, start=1):
        named = f"第 {entry.get('number')} 条 entry {entry.get('number')}"
        if missing := [name for name in (*FIELDS, "seal") if name not in entry]:
            yield f"{named}: 缺少 missing {', '.join(missing)}"
            return
        if entry["number"] != place:
            yield f"{named}: 应为第 {place} 条 should be entry {place}"
        if entry["previous"] != previous:
            yield f"{named}: 与前一条不相接 does not follow the entry before it"
        if entry["seal"] != seal_of(entry):
            yield f"{named}: 本条被改动 was changed"
        if entry["verb"] == PUBLISH:
            yield from _changed(named, entry, content(entry), entry["revision"] in withdrawn)
        previous = entry["seal"]


def _changed(named: str, entry: Entry, data: bytes | None, is_withdrawn: bool) -> Iterator[str]:
    if data is None and not is_withdrawn:
        yield f"{named}: 缺少所公开的内容 its content is missing"
    if data is not None and digest(data) != entry["content"]:
        yield f"{named}: 所公开的内容被改动 its content was changed"


def broken_archive(file: str) -> tuple[int, list[str]]:
    """The number of entries of an archive, and what is wrong with it."""
    with zipfile.ZipFile(file) as archive:
        names = set(archive.namelist())
        lines = archive.read(LEDGER).decode().splitlines()
        entries = [json.loads(line) for line in lines if line.strip()]

        def content(entry: Entry) -> bytes | None:
            name = content_name(entry)
            return archive.read(name) if name in names else None

        return len(entries), list(broken(entries, content))


def main(arguments: list[str]) -> int:
    """Check an archive; 0 when it is whole, 1 when it is not, 2 when it cannot be read."""
    if len(arguments) != 1:
        sys.stderr.write("用法 Usage: python verify.py ARCHIVE.zip\n")
        return 2
    try:
        count, wrong = broken_archive(arguments[0])
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        sys.stderr.write(f"无法读取 cannot read {arguments[0]}: {error}\n")
        return 2
    said = "完好 intact" if not wrong else f"{len(wrong)} 处有误 broken"
    sys.stdout.write("\n".join([*wrong, f"{count} 条 entries: {said}"]) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

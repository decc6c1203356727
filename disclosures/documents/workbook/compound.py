"""The streams of a compound file (MS-CFB), which old Office files and encrypted new ones are."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from disclosures.documents.workbook.archive import broken

HEADER = struct.Struct("<8s16s5H6x9I")
IN_HEADER = 109  # sectors of the allocation table that the header itself lists
LAST_SECTOR = 0xFFFFFFFA  # greater numbers are marks
ENTRY = 128
SECTOR_SHIFTS = (9, 12)
SMALL_SHIFT = 6
ROOT = 5


@dataclass(frozen=True)
class Entry:
    """A stream or storage: its kind, first sector and size in bytes."""

    kind: int
    start: int
    size: int


@dataclass(frozen=True)
class Compound:
    """An opened compound file."""

    data: bytes
    shift: int
    table: tuple[int, ...]
    small_table: tuple[int, ...]
    smallest: int
    entries: Mapping[str, Entry]

    @property
    def names(self) -> frozenset[str]:
        """The names of its streams and storages, in whatever storage."""
        return frozenset(self.entries)

    def read(self, name: str) -> bytes:
        """The bytes of a stream. Raises RefusedError when its sectors are broken."""
        entry = self.entries[name]
        try:
            whole = self._chained(entry)
        except IndexError as error:
            raise broken() from error
        if len(whole) < entry.size:
            raise broken()
        return whole[: entry.size]

    def _chained(self, entry: Entry) -> bytes:
        if entry.size >= self.smallest:
            return _chain(self.data, self.shift, self.table, entry.start, 1)
        root = next((each for each in self.entries.values() if each.kind == ROOT), None)
        if root is None:
            raise broken()
        small = _chain(self.data, self.shift, self.table, root.start, 1)
        return _chain(small, SMALL_SHIFT, self.small_table, entry.start, 0)


def open_compound(data: bytes) -> Compound:
    """The compound file in `data`. Raises RefusedError when it is damaged or cut off."""
    try:
        return _opened(data)
    except (struct.error, IndexError) as error:
        raise broken() from error


def _opened(data: bytes) -> Compound:
    header = HEADER.unpack_from(data)
    shift, directory, smallest = header[5], header[9], header[11]
    small_start, more_start = header[12], header[14]
    if shift not in SECTOR_SHIFTS:
        raise broken()
    listed = [*struct.unpack_from(f"<{IN_HEADER}I", data, HEADER.size)]
    numbers = 1 << (shift - 2)
    looked_at = 0
    while more_start < LAST_SECTOR:
        sector = _numbers(data, shift, more_start)
        listed += sector[: numbers - 1]
        more_start = sector[-1]
        looked_at += 1
        if looked_at > len(data) >> shift:
            raise broken()
    sectors = [each for each in listed if each < LAST_SECTOR]
    if len(sectors) > len(data) >> shift:
        raise broken()
    table = tuple(number for each in sectors for number in _numbers(data, shift, each))
    small = _chain(data, shift, table, small_start, 1) if small_start < LAST_SECTOR else b""
    small_table = struct.unpack(f"<{len(small) // 4}I", small)
    entries = _entries(_chain(data, shift, table, directory, 1))
    return Compound(data, shift, table, small_table, smallest, entries)


def _entries(directory: bytes) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        if kind:
            name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", directory, at + 116)
            entries.setdefault(name, Entry(kind, start, size))
    return entries


def _numbers(data: bytes, shift: int, sector: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{1 << (shift - 2)}I", data, (sector + 1) << shift)


def _chain(data: bytes, shift: int, table: tuple[int, ...], start: int, skipped: int) -> bytes:
    """The sectors of a chain, joined; `skipped` is 1 where a header stands before them."""
    pieces = []
    sector = start
    while sector < LAST_SECTOR:
        at = (sector + skipped) << shift
        pieces.append(data[at : at + (1 << shift)])
        if len(pieces) > len(table):
            raise broken()
        sector = table[sector]
    return b"".join(pieces)

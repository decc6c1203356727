"""How long the shared texts of an .xls are (MS-XLS: SST, XLUnicodeRichExtendedString).

The reader copies a text for every cell that shows it: one long text in a million cells is more
than any memory holds, so the lengths are to be known before.
"""

import struct
from collections.abc import Sequence

HAS_WIDE, HAS_READINGS, HAS_RUNS = 0x01, 0x04, 0x08


class _Pieces:
    """The SST record and its CONTINUE records, read as one."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces = pieces
        self.piece = 0
        self.at = 0

    def take(self, count: int) -> bytes:
        """The next bytes, from as many pieces as need be. Raises struct.error at the end."""
        taken = b""
        while len(taken) < count:
            self._go_on()
            more = self.pieces[self.piece][self.at : self.at + count - len(taken)]
            self.at += len(more)
            taken += more
        return taken

    def skip_text(self, characters: int, *, is_wide: bool) -> None:
        """Skip a text, which says anew at each piece whether it is wide."""
        while characters:
            if self.at >= len(self.pieces[self.piece]):
                is_wide = bool(self.take(1)[0] & HAS_WIDE)
            left = len(self.pieces[self.piece]) - self.at
            here = min(characters, left >> is_wide)
            if not here:
                raise struct.error("a character is cut in two")
            self.at += here << is_wide
            characters -= here

    def _go_on(self) -> None:
        while self.at >= len(self.pieces[self.piece]):
            self.piece, self.at = self.piece + 1, 0
            if self.piece >= len(self.pieces):
                raise struct.error("the shared texts are cut off")


def lengths_of(pieces: Sequence[bytes]) -> list[int]:
    """The number of characters of each shared text. Raises struct.error for broken ones."""
    if not pieces:
        return []
    source = _Pieces(pieces)
    _, count = struct.unpack("<II", source.take(8))
    lengths = []
    for _ in range(count):
        length, flags = struct.unpack("<HB", source.take(3))
        runs = struct.unpack("<H", source.take(2))[0] if flags & HAS_RUNS else 0
        readings = struct.unpack("<I", source.take(4))[0] if flags & HAS_READINGS else 0
        source.skip_text(length, is_wide=bool(flags & HAS_WIDE))
        source.take(4 * runs)
        source.take(readings)
        lengths.append(length)
    return lengths

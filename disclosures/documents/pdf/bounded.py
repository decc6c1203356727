"""What a page draws, within bounds: a file of a few kilobytes can draw for hours, or fill a disk.

pdfminer interprets whatever it is given. Here content is counted while it is interpreted, streams
are unpacked no further than a bound, and those that are damaged are read as far as they go.
"""

import zlib
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, stream_value
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from disclosures.documents.refusal import RefusedError

MOST_OBJECTS = 200_000  # characters and lines of one page
MOST_CONTENT = 8 * 1024 * 1024  # bytes of drawing instructions that one page runs through
MOST_IN_ALL = 64 * 1024 * 1024  # all pages together
LARGEST_STREAM = 64 * 1024 * 1024  # of anything but a picture, unpacked
DICTIONARY = 2048  # bytes before a stream that may say what it is
WRONG_CHECKSUM = "incorrect data check"


class Budget:
    """What may still be drawn of a document, and which of its pages are damaged."""

    def __init__(self) -> None:
        self.page = 0
        self.damaged: set[int] = set()
        self._objects = self._content = self._all = 0

    def begin(self, page: int) -> None:
        """Go on to a page."""
        self.page, self._objects, self._content = page, 0, 0

    def draw(self) -> None:
        """Count one object. Raises RefusedError when a page holds far too many."""
        self._objects += 1
        if self._objects > MOST_OBJECTS:
            raise RefusedError(
                "too_large",
                f"第 {self.page} 页有二十万个以上的图形与文字，无法在合理时间内读取。"
                "请从原来的文档重新导出 PDF 后上传。Page "
                f"{self.page} holds too many objects.",
            )

    def run(self, stream: PDFStream) -> None:
        """Count a stream of instructions, and unpack it where it is damaged.

        Raises RefusedError when a page or all pages run through far too many.
        """
        size = _size(stream, self)
        self._content += size
        self._all += size
        if self._content > MOST_CONTENT or self._all > MOST_IN_ALL:
            raise swollen(f"第 {self.page} 页")


def swollen(where: str) -> RefusedError:
    """The refusal of a file that unpacks to far more than any disclosure."""
    return RefusedError(
        "too_large",
        f"PDF 的{where}解压后异常膨胀，无法在合理时间内读取。请从原来的文档重新导出 PDF 后上传。"
        "The PDF unpacks to far more than a disclosure.",
    )


def check_streams(data: bytes) -> None:
    """Raise RefusedError where a stream, pictures aside, unpacks to more than any page's."""
    at = data.find(b"stream")
    while at >= 0:
        begin = at + len(b"stream")
        begin += 2 if data[begin : begin + 2] == b"\r\n" else 1
        before = data[max(at - DICTIONARY, 0) : at]
        said = before[before.rfind(b" obj") :]
        if not said.endswith(b"end") and b"/Flate" in said and b"/Image" not in said:
            _check_unpacked(data, begin)
        at = data.find(b"stream", begin)


def _check_unpacked(data: bytes, begin: int) -> None:
    unpacker = zlib.decompressobj()
    view = memoryview(data)[begin:]
    size = 0
    piece: bytes | memoryview = view
    try:
        while piece and not unpacker.eof:
            size += len(unpacker.decompress(piece, LARGEST_STREAM // 16))
            piece = unpacker.unconsumed_tail
            if size > LARGEST_STREAM:
                raise swollen("内容")
    except zlib.error:
        return


def _size(stream: PDFStream, budget: Budget) -> int:
    """The bytes that a stream unpacks to, as far as they are counted."""
    if stream.data is not None or stream.rawdata is None:
        return len(stream.data or b"")
    raw = stream.rawdata
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
    filters = stream.get_filters()
    if not filters or filters[0][0] not in LITERALS_FLATE_DECODE:
        return len(raw)
    unpacked, is_damaged = _unpacked(raw)
    if is_damaged and len(filters) == 1:
        budget.damaged.add(budget.page)
        stream.data, stream.rawdata = unpacked, None
    return len(unpacked)


def _unpacked(raw: bytes) -> tuple[bytes, bool]:
    """As much of a stream as can be unpacked within bounds, and whether it is damaged."""
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(raw, MOST_CONTENT + 1)
    except zlib.error:
        return _by_pieces(raw), True
    is_whole = unpacker.eof or unpacker.unconsumed_tail or _lacks_checksum_alone(unpacker)
    return unpacked, not is_whole


def _lacks_checksum_alone(unpacker: Any) -> bool:
    """Whether all of a stream was there but its checksum, which some programs leave out."""
    try:
        unpacker.decompress(bytes(4))
    except zlib.error as error:
        return WRONG_CHECKSUM in str(error)
    return bool(unpacker.eof)


def _by_pieces(raw: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    made = bytearray()
    try:
        for byte in raw:
            made += unpacker.decompress(bytes((byte,)), MOST_CONTENT)
            if len(made) > MOST_CONTENT:
                break
    except zlib.error:
        pass
    return bytes(made)


class _Device(PDFPageAggregatorWithMarkedContent):
    """What is drawn, counted."""

    budget: Budget

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        """Draw a character."""
        self.budget.draw()
        return float(super().render_char(*args, **kwargs))

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        """Draw a line or an area."""
        self.budget.draw()
        super().paint_path(*args, **kwargs)


class _Interpreter(PDFPageInterpreter):
    """Instructions, counted before they are run; so are those of the forms that they call."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        """Run streams of instructions."""
        for each in streams:
            stream = stream_value(each)
            if isinstance(stream, PDFStream):
                self.device.budget.run(stream)
        super().execute(streams)


def draw(page: Any, number: int, budget: Budget) -> None:
    """Draw a pdfplumber page, which then has its objects. Raises RefusedError beyond the bounds."""
    budget.begin(number)
    device = _Device(page.pdf.rsrcmgr, pageno=number, laparams=page.pdf.laparams)
    device.budget = budget
    _Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()

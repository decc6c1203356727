"""What a page draws: characters and ruling lines, upright whatever way the page was turned."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

EDGE = 0.12  # of a page's height, where running lines stand
THIN = 2.5  # points: a filled box no thicker than this is a line
SLANT = 0.2  # a character turned further than this from both axes is a watermark's
# Radicals and compatibility forms that some programs write for the characters they look like.
LOOKALIKES = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
UNIFIED = {code: unicodedata.normalize("NFKC", chr(code)) for code in LOOKALIKES}


@dataclass(frozen=True, slots=True)
class Char:
    """One printed character with its box, in points from the top left of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line: at `at`, from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class PageContent:
    """All that was drawn on one page; `across` are the horizontal lines, `down` the vertical.

    `pictured` is the share of the page that pictures cover.
    Where it was turned (`turn`: 1 read upwards, -1 downwards), everything stands as it reads."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    has_image: bool
    turn: int = 0
    pictured: float = 0.0


Box = tuple[float, float, float, float]


def content_of(page: Any, number: int) -> PageContent:
    """The content of a pdfplumber page that was drawn."""
    objects = page.objects
    width, height = float(page.width), float(page.height)
    printed = [each for each in objects.get("char", ()) if _is_printed(each, width, height)]
    turned = _turned(printed)
    if turned:
        printed = [each for each in printed if not _runs_along(each, height)]
    boxes = [_turn(box, turned, width, height) for box in _drawn(objects)]
    chars = tuple(
        Char(each["text"].translate(UNIFIED), *_turn(_box(each), turned, width, height))
        for each in printed
    )
    return PageContent(
        number=number,
        width=height if turned else width,
        height=width if turned else height,
        chars=tuple(each for each in chars if each.text.strip()),
        across=tuple(_across(boxes)),
        down=tuple(_down(boxes)),
        has_image=bool(objects.get("image")),
        turn=turned,
        pictured=sum(map(_area, objects.get("image", ()))) / (width * height),
    )


def _area(each: Any) -> float:
    x0, top, x1, bottom = _box(each)
    return (x1 - x0) * (bottom - top)


def _is_printed(each: Any, width: float, height: float) -> bool:
    """Whether a character is one of the page: within it, and not set slanting as watermarks are."""
    x0, top, x1, bottom = _box(each)
    across, up = each["matrix"][:2]
    is_slanting = abs(up) > SLANT * abs(across) and abs(across) > SLANT * abs(up)
    return not is_slanting and 0 <= x0 + x1 <= 2 * width and 0 <= top + bottom <= 2 * height


def _runs_along(each: Any, height: float) -> bool:
    """Whether a character of a turned page stands upright at its edge: that of a running line."""
    across, up = each["matrix"][:2]
    is_edge = each["bottom"] <= EDGE * height or each["top"] >= (1 - EDGE) * height
    return bool(abs(across) > abs(up) and is_edge)


def _turned(chars: Iterable[Any]) -> int:
    """How most characters are turned: 0 upright, 1 reading upwards, -1 reading downwards.

    Which of the two is told by where the next character stands: what a matrix says of it depends
    on the program that wrote the PDF.
    """
    upright = 0
    turned = []
    for each in chars:
        across, up = each["matrix"][:2]
        if abs(up) > abs(across):
            turned.append(each)
        else:
            upright += 1
    if len(turned) <= 2 * upright:
        return 0
    steps = [
        after["top"] - before["top"]
        for before, after in pairwise(turned)
        if abs(after["x0"] - before["x0"]) < 1
    ]
    return 1 if sum(step < 0 for step in steps) >= sum(step > 0 for step in steps) else -1


def _box(each: Any) -> Box:
    return float(each["x0"]), float(each["top"]), float(each["x1"]), float(each["bottom"])


def _turn(box: Box, turned: int, width: float, height: float) -> Box:
    """A box as it stands once the page is turned so that its text reads from left to right."""
    x0, top, x1, bottom = box
    if turned > 0:
        return height - bottom, x0, height - top, x1
    if turned < 0:
        return top, width - x1, bottom, width - x0
    return box


def _drawn(objects: Any) -> Iterator[Box]:
    """Lines as flat boxes, and the four sides of every stroked box."""
    for each in (*objects.get("line", ()), *objects.get("curve", ())):
        box = _box(each)
        if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
            yield box
    for each in objects.get("rect", ()):
        x0, top, x1, bottom = box = _box(each)
        if x1 - x0 <= THIN or bottom - top <= THIN:
            yield box
        elif each.get("stroke"):
            yield x0, top, x1, top
            yield x0, bottom, x1, bottom
            yield x0, top, x0, bottom
            yield x1, top, x1, bottom


def _across(boxes: Iterable[Box]) -> Iterator[Rule]:
    for x0, top, x1, bottom in boxes:
        if bottom - top <= THIN:
            yield Rule((top + bottom) / 2, x0, x1)


def _down(boxes: Iterable[Box]) -> Iterator[Rule]:
    for x0, top, x1, bottom in boxes:
        if x1 - x0 <= THIN:
            yield Rule((x0 + x1) / 2, top, bottom)

"""Pages that cannot be read as they are seen: pictures of text, and fonts that do not say their
characters. A document of such is refused; single pages are doubts, whatever else was read there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from disclosures.documents.grids.problem import Problem
from disclosures.documents.pdf.page import PageContent
from disclosures.documents.refusal import RefusedError

UNNAMED = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
MOSTLY = 0.2  # of a document's characters: then nothing read in it can be trusted
SOME, FEWEST = 0.05, 8  # of a page's characters, and at least so many
PICTURE = 0.3  # of a page: a picture this large may hold a table
FEW = 20  # characters on a page that is otherwise a picture


@dataclass(frozen=True)
class Sight:
    """What a page shows: its characters, those that have no name, the share that is pictures."""

    page: int
    chars: int
    unnamed: int
    pictured: float


def sight_of(content: PageContent) -> Sight:
    """What one page shows."""
    unnamed = sum(1 for each in content.chars if UNNAMED.search(each.text))
    return Sight(content.number, len(content.chars), unnamed, content.pictured)


def check_legible(pages: Sequence[Sight]) -> None:
    """Raise RefusedError when much of a document's text has no character codes."""
    chars, unnamed = sum(each.chars for each in pages), sum(each.unnamed for each in pages)
    if unnamed >= FEWEST and unnamed > MOSTLY * chars:
        raise RefusedError(
            "garbled",
            "PDF 的字体没有带文字编码，读出来是乱码。请用原来的程序重新导出 PDF，或上传原文档。"
            "The fonts of the PDF do not say which characters they print.",
        )


def illegible(pages: Iterable[Sight]) -> Iterator[Problem]:
    """A doubt for each page whose text is partly without codes, or in a picture."""
    for each in pages:
        if each.unnamed >= FEWEST and each.unnamed > SOME * each.chars:
            yield Problem(
                f"第{each.page}页有{each.unnamed}个字没有文字编码，读出来是乱码。请对照原页录入。",
                {"page": each.page},
            )
        elif each.pictured >= PICTURE and each.chars < FEW:
            yield Problem(
                f"第{each.page}页是图片，没有文字层，未读。如有表格，请对照原页录入。",
                {"page": each.page},
            )

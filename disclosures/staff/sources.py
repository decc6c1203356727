"""原文: the page picture or the sentence that a place of a draft was read from."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from disclosures.exports.page_images import page_image_asked
from disclosures.exports.page_places import PagePlace, page_place
from disclosures.exports.page_search import page_of_words
from disclosures.queries.sources import source_of
from disclosures.records.disclosure import Revision
from disclosures.staff.passages import Passage, passage
from disclosures.tables.book import Sheet, Where

ANY = "source"  # names no table: the revision's own file
NEAR = 12  # characters before a place that tell it from the same words elsewhere


@dataclass(frozen=True)
class Source:
    """What to show of the source: a page, a passage, or in words where it stands."""

    page_place: PagePlace | None = None
    passage: Passage | None = None
    words: str = ""


def source_at(revision: Revision, table: str, where: Where) -> Source:
    """The source of a place."""
    if "start" in where:
        return Source(passage=passage(revision, int(where["start"]), int(where["end"])))
    upload = source_of(revision, table)
    if "page" in where and upload is not None:
        placed = where if "box" in where else where | {"box": [0, 0, 0, 0]}
        return Source(page_place(upload, placed, lambda leaf: _picture(revision, table, leaf)))
    if "cell" in where:
        return Source(words=f"取自工作簿 {where['sheet']}!{where['cell']}")
    return Source(words="没有记下原文位置：人工录入，或原文件没有印出。")


def source_of_words(revision: Revision, where: Where) -> Source:
    """As `source_at`, for a place in the text, with the picture of its page where there is one."""
    source = source_at(revision, ANY, where)
    upload = source_of(revision)
    if upload is None or "start" not in where:
        return source
    start, end = int(where["start"]), int(where["end"])
    text = revision.text
    found = page_of_words(upload, text[max(0, start - NEAR) : start], text[start:end], "")
    if found is None:
        return source
    return replace(source, page_place=source_at(revision, ANY, found).page_place)


def has_source(revision: Revision, sheet: Sheet) -> bool:
    """Whether a table has a page or sentences to stand beside it."""
    if source_of(revision, sheet.table) is not None:
        return True
    return any("start" in (row.where or {}) for row in sheet.rows)


def picture(request: HttpRequest, revision: Revision, table: str, leaf: int) -> HttpResponse:
    """A page of a draft's file, for those who may see the draft."""
    upload = source_of(revision, table)
    made = page_image_asked(upload, leaf, request.GET.get("turn", "0")) if upload else None
    if made is None:
        raise Http404
    return HttpResponse(made, content_type="image/png")


def _picture(revision: Revision, table: str, leaf: int) -> str:
    return reverse("admin:disclosures_revision_picture", args=(revision.pk, table or ANY, leaf))

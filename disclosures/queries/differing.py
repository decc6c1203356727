"""What two revisions say beside their tables: of themselves, of figures, of warnings.

The caller has both through the gate.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from disclosures.documents.forms.registry import form_named
from disclosures.records.disclosure import Revision
from disclosures.records.explanation import Explanation
from disclosures.records.narration import QuotedFigure
from disclosures.records.source import Source
from disclosures.records.upload import Upload
from disclosures.rules.wording import plain

WHICH = re.compile(r"\d+")
SHOWN = 12  # characters of a SHA-256 that tell two files apart


@dataclass(frozen=True)
class Fact:
    """What is other than before: its name, and what both say, "" for nothing."""

    label: str
    before: str
    after: str


def changed_facts(before: Revision, after: Revision) -> list[Fact]:
    """What differs of their own facts, their files, the figures read and the reasons given."""
    both = (before, after)
    return [
        *_differing(*(_own(each) for each in both)),
        *_differing(*_files(both)),
        *_differing(*_figures(both)),
        *_differing(*_explanations(both)),
    ]


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Fact]:
    for label in dict.fromkeys((*before, *after)):
        old, new = before.get(label, ""), after.get(label, "")
        if old != new:
            yield Fact(label, old, new)


def _own(revision: Revision) -> dict[str, str]:
    form = form_named(revision.form)
    return {
        "监督索引号（文首）": revision.index_start,
        "监督索引号（文末）": revision.index_end,
        "落款日期": str(revision.printed_date or ""),
        "金额单位": revision.printed_unit,
        "表式": form.label if form else revision.form,
    }


def _files(both: Iterable[Revision]) -> Iterator[dict[str, str]]:
    revisions = list(both)
    further = Source.objects.filter(revision__in=revisions).select_related("upload")
    kept = list(further.order_by("pk"))
    for revision in revisions:
        uploads = [revision.upload, *(e.upload for e in kept if e.revision_id == revision.pk)]
        yield {"来源文件": "、".join(_told(each) for each in uploads if each is not None)}


def _told(upload: Upload) -> str:
    """What kind of file it is and which; its name is what somebody at the office called it."""
    return f"{PurePath(upload.name).suffix[1:].upper()} SHA-256 {upload.sha256[:SHOWN]}…".strip()


def _figures(both: Iterable[Revision]) -> Iterator[dict[str, str]]:
    """The numbers read of the narrative, by their official names: as read, not as printed."""
    revisions = list(both)
    numbers = QuotedFigure.objects.filter(revision__in=revisions, value__isnull=False)
    figures = list(numbers.order_by("position"))
    for revision in revisions:
        own = (each for each in figures if each.revision_id == revision.pk)
        yield {
            _named(each): f"{plain(each.value)}{each.unit}"
            for each in own
            if each.value is not None
        }


def _named(figure: QuotedFigure) -> str:
    """Its official name, with the number of the one among several, or the code, that it is of."""
    which = "".join(WHICH.findall(figure.key))
    return f"{figure.label}（{which}）" if which else figure.label


def _explanations(both: Iterable[Revision]) -> Iterator[dict[str, str]]:
    revisions = list(both)
    given = list(Explanation.objects.filter(revision__in=revisions).order_by("rule", "pk"))
    for revision in revisions:
        own = (each for each in given if each.revision_id == revision.pk)
        yield {f"情况说明：{each.message}": each.reason for each in own}

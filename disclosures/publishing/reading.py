"""The first half of intake, without a database: bytes to what was read, matched and checked."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from disclosures.classification.codes import code_lists
from disclosures.documents.decoding import check_size
from disclosures.documents.document import division_of, read_document
from disclosures.documents.doubts import Doubt
from disclosures.documents.forms.registry import Choice
from disclosures.documents.refusal import Refusal, RefusedError
from disclosures.publishing.doubting import doubts_on
from disclosures.records.narrative import Narrative
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book


@dataclass(frozen=True)
class Reading:
    """What one file says. A refused file has a refusal and nothing else."""

    filename: str
    sha256: str
    size: int
    refusal: Refusal | None = None
    media: str = ""
    narrative: Narrative | None = None
    form: Choice | None = None
    book: Book = field(default_factory=Book)
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    pages: int | None = None


def read(data: bytes, filename: str, context: Context | None = None) -> Reading:
    """Read, match and check one file. Never raises for what the file holds: it refuses."""
    sha256 = hashlib.sha256(data).hexdigest()
    document = read_document(data, filename)
    if isinstance(document, Refusal):
        return Reading(filename, sha256, len(data), refusal=document)
    narrative, choice, book = document.narrative, document.form, document.book
    findings = check(narrative, book, code_lists(), context or context_of(narrative, choice))
    return Reading(
        filename=filename,
        sha256=sha256,
        size=len(data),
        media=document.printed.media,
        narrative=narrative,
        form=choice,
        book=book,
        findings=findings,
        doubts=doubts_on(narrative, book, document.problems, findings),
        pages=document.printed.pages,
    )


def context_of(narrative: Narrative, choice: Choice | None) -> Context:
    """What the rules may know from the document alone."""
    titles = tuple(listed.title for listed in narrative.contents)
    return Context(
        form=choice.form.name if choice else None,
        has_own_form=choice is None or not choice.form.by_meaning,
        form_titles=choice.form.titles_as_listed(titles) if choice else (),
        is_own_year=choice is None or choice.is_own,
        department=narrative.department,
        division=division_of(narrative),
    )


def read_file(name: str) -> Reading:
    """Read a file of the disk; one that cannot be opened is refused with the system's reason."""
    path = Path(name)
    try:
        check_size(path.stat().st_size)
        data = path.read_bytes()
    except RefusedError as error:
        return Reading(name, "", path.stat().st_size, refusal=error.refusal)
    except OSError as error:
        reason = f"无法打开文件：{error.strerror}。请检查文件名与权限。The file cannot be opened."
        return Reading(name, "", 0, refusal=Refusal("unreadable", reason))
    return read(data, name)

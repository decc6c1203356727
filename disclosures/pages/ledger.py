"""The ledger of publications, page by page, and its archive."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.exports.archive import archive
from disclosures.pages.addresses import address
from disclosures.pages.paging import LARGEST, before_number
from disclosures.queries import ledger as entries_of_the_ledger
from disclosures.records.disclosure import SEALED, State
from disclosures.records.ledger import LedgerEntry

A_PAGE = 50


def ledger(request: HttpRequest) -> HttpResponse:
    """Every publication and withdrawal, latest first; `?before=N` goes on below entry N."""
    before = before_number(request)
    found = list(entries_of_the_ledger.entries().filter(number__lt=before)[: A_PAGE + 1])
    shown = found[:A_PAGE]
    context = {
        "entries": [(each, _page(each)) for each in shown],
        "older": shown[-1].number if len(found) > A_PAGE else None,
        "newest": before == LARGEST,
    }
    return render(request, "pages/ledger.html", context)


def ledger_archive(request: HttpRequest) -> FileResponse:
    """All entries with all that they published, to be checked offline."""
    return FileResponse(archive(), as_attachment=True, filename="ledger-archive.zip")


def _page(entry: LedgerEntry) -> str:
    """The page of what an entry published, "" where it is not public any more."""
    revision = entry.revision
    is_readable = revision.state in SEALED and revision.state != State.WITHDRAWN
    return address(revision, pinned=True) if is_readable else ""

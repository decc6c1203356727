"""Public pages. What is not published answers like what never was."""

from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.classification.figures import LISTED
from disclosures.exports.kept import FORMATS
from disclosures.pages.achieved import achieved, with_outcomes
from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.citing import cited, passed_on
from disclosures.pages.comparing.asked import MOST
from disclosures.pages.composition import compositions
from disclosures.pages.drill import drills
from disclosures.pages.flow import flow
from disclosures.pages.grid import grid
from disclosures.pages.lineage import lineage
from disclosures.pages.page_place import page_place
from disclosures.pages.prose import section_at, sections
from disclosures.pages.summary import PROCUREMENT, Figures
from disclosures.pages.transfers import transfers
from disclosures.pages.trend import figures as figures_of
from disclosures.pages.trend import saved, trend
from disclosures.pages.units import units
from disclosures.queries import preview, published, search
from disclosures.queries.achieved import evaluated
from disclosures.queries.comparing import identity_of
from disclosures.queries.parts import completed
from disclosures.records.disclosure import Revision
from disclosures.records.finding import Finding, Outcome
from disclosures.records.printed_table import TableState
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Row, Sheet
from disclosures.tables.layout import cells_of
from disclosures.tables.stored import book_of, sheet_of

OF_PROJECTS = ("project-expenditure", "project-performance", "project-self-evaluation")


def department(request: HttpRequest, region: str, department: str) -> HttpResponse:
    """A department and every year it has published."""
    found = published.public_department(region, department)
    if found is None:
        raise Http404
    chosen = units(request, of_lists=True)
    line = lineage(found, chosen["choice"])
    trends = list(figures_of(line))
    asked = request.GET.get("show", "total_expenditure")
    show = asked if asked in trends else next(iter(trends), "")
    drawn = trend(line, show) if show else None
    context = {
        "department": found,
        "lineage": line,
        "show": show,
        "trend": drawn,
        "saved": saved(line, drawn) if drawn else None,
        "trends": [(name, LISTED[name]) for name in trends],
        "compare_url": _compared([listed.revision for listed, _ in line.pairs]),
    }
    return render(request, "pages/department.html", context | chosen)


def disclosure(
    request: HttpRequest, known: tuple[Revision, int | None] | None = None, **names: Any
) -> HttpResponse:
    """A disclosure, whole; `known` is its revision and the key of its year's final account."""
    revision, account = known or (_revision(names), None)
    revision = completed(revision) if known else revision
    chosen = units(request)
    figures = Figures(revision, chosen["choice"])
    findings, book = _answered(revision), book_of(revision)
    parts = compositions(figures, book)
    done = achieved(revision, book, evaluated(account)) if account else None
    context = {
        "revision": revision,
        **_files(revision),
        **passed_on(request, revision, figures, parts),
        "disclosure_url": address(revision),
        "disclosure": revision.disclosure,
        "department": revision.disclosure.department,
        "key_figures": figures.key_figures(),
        "compositions": parts,
        "flow": flow(revision, parts, book),
        "drills": drills(figures, book),
        "three_public": figures.three_public(),
        "projects": with_outcomes(figures.projects(), done),
        "project_tables": [
            (each.title, address(revision, "table", table=each.table))
            for each in book
            if each.table in OF_PROJECTS and each.rows
        ],
        "achieved": done,
        "procurement": [figures.quote(key) for key in PROCUREMENT],
        "transfers": transfers(figures, book),
        "staffing": figures.starting("staff.", "vehicle.", "unit."),
        "each_person": figures.each_person(),
        "assets": figures.starting("asset."),
        "sections": sections(revision, revision.quotedfigure_set.all()),
        "grids": [grid(revision, sheet, chosen["choice"]) for sheet in book],
        "terms": revision.glossaryterm_set.all(),
        "doubts": revision.doubt_set.all(),
        "told": [each for each in findings if each.stands_out],
        "held": [
            each for each in findings if each.outcome == Outcome.HOLDS and not each.stands_out
        ],
        "unchecked": [each for each in findings if each.outcome == Outcome.NOT_CHECKED],
        "states": TableState,
    }
    return render(request, "pages/disclosure.html", context | chosen)


def _files(revision: Revision) -> dict[str, Any]:
    """What may be taken along; a preview offers nothing."""
    if revision.preview_token:
        return {"downloads": ()}
    return {
        "source_url": address(revision, "source", pinned=True),
        "revisions_url": address(revision, "revisions"),
        "compare_url": _compared([revision]),
        "downloads": [
            (each.label, address(revision, "export", pinned=True, suffix=each.suffix))
            for each in FORMATS.values()
        ],
    }


def _compared(revisions: list[Revision]) -> str:
    """The address at which the latest of these are compared, or one of them with another."""
    query = "&".join(f"of={identity_of(each)}" for each in revisions[:MOST])
    return f"{reverse('pages:compare')}?{query}"


def _answered(revision: Revision) -> list[Finding]:
    """Every finding, each with what the department says of it."""
    reasons = {(each.rule, each.message): each.reason for each in revision.explanation_set.all()}
    findings = list(revision.finding_set.all())
    for each in findings:
        each.reason = reasons.get((each.rule, each.message), "")
    return findings


def figure(request: HttpRequest, key: str, **names: Any) -> HttpResponse:
    """One quoted figure, marked in the section that prints it."""
    revision = _revision(names)
    figures = Figures(revision, Show.PRINTED)
    found = figures.by_key.get(key)
    if found is None:
        raise Http404
    return render(
        request,
        "pages/figure.html",
        _place(revision, found.start, found.end)
        | {
            "figure": found,
            "quote": figures.quote(key),
            "yuan": shown(found.yuan, Show.YUAN) if found.yuan is not None else "",
            "permanent": address(revision, "figure", key=key, pinned=True),
            **cited(request, revision, figures.quote(key).label, "figure", key=key),
        },
    )


def table(request: HttpRequest, table: str, **names: Any) -> HttpResponse:
    """One table, whole, with how to cite it and set it into another page."""
    revision = _revision(names)
    sheet = sheet_of(revision, table)
    if sheet is None:
        raise Http404
    chosen = units(request)
    context = {
        "disclosure": revision.disclosure,
        "grid": grid(revision, sheet, chosen["choice"]),
        "states": TableState,
        "permanent": address(revision, "table", table=table, pinned=True),
        **cited(request, revision, sheet.title, "table", table=table),
    }
    return render(request, "pages/table.html", _whose(revision) | context | chosen)


def passage(request: HttpRequest, start: int, **names: Any) -> HttpResponse:
    """A sentence of the narrative, or a term with its explanation, marked in its paragraph."""
    revision = _revision(names)
    found = search.passage_at(revision, start) if start <= len(revision.text) else None
    if found is None:
        raise Http404
    permanent = address(revision, "passage", start=start, pinned=True)
    place = _place(revision, start, found.end or start)
    return render(request, "pages/passage.html", place | {"permanent": permanent})


def cell(request: HttpRequest, table: str, row: int, column: str, **names: Any) -> HttpResponse:
    """One cell of a table, with the sentence it was taken from."""
    revision = _revision(names)
    sheet, line = _line(revision, table, row)
    named = cells_of(table_of_kind(table, revision.disclosure.kind), line).get(column)
    if named is None:
        raise Http404
    label, found = named
    where = found.where or line.where or {}
    place = _whose(revision)
    if "start" in where:
        place = _place(revision, where["start"], where["end"])
    return render(
        request,
        "pages/cell.html",
        place
        | {
            "sheet": sheet,
            "cell": found,
            "row": line,
            "label": label,
            "page_place": page_place(revision, table, where),
            "yuan": shown(found.value, Show.YUAN) if isinstance(found.value, Decimal) else "",
            "permanent": address(
                revision, "cell", table=table, row=row, column=column, pinned=True
            ),
        },
    )


def table_row(request: HttpRequest, table: str, row: int, **names: Any) -> HttpResponse:
    """One row of a table: each printed cell, and the sentence it was taken from."""
    revision = _revision(names)
    sheet, line = _line(revision, table, row)
    where = line.where or {}
    place = _whose(revision)
    if "start" in where:
        place = _place(revision, where["start"], where["end"])
    context = {
        "sheet": sheet,
        "row": line,
        "number": row + 1,
        "cells": [
            (label, cell.printed, address(revision, "cell", table=table, row=row, column=name))
            for name, (label, cell) in cells_of(
                table_of_kind(table, revision.disclosure.kind), line
            ).items()
        ],
        "permanent": address(revision, "row", table=table, row=row, pinned=True),
    }
    return render(request, "pages/row.html", place | context)


def _line(revision: Revision, table: str, row: int) -> tuple[Sheet, Row]:
    sheet = sheet_of(revision, table)
    if sheet is None or sheet.is_unknown or row >= len(sheet.rows):
        raise Http404
    return sheet, sheet.rows[row]


def about(request: HttpRequest) -> HttpResponse:
    """What this site is and how to read it."""
    return render(request, "pages/about.html")


def _revision(names: dict[str, Any]) -> Revision:
    found = _found(names)
    if found is None:
        raise Http404
    return found


def _found(names: dict[str, Any]) -> Revision | None:
    if "token" in names:
        return preview.previewed(names["token"])
    return published.open_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )


def _whose(revision: Revision) -> dict[str, Any]:
    return {
        "revision": revision,
        "department": revision.disclosure.department,
        "disclosure_url": address(revision),
    }


def _place(revision: Revision, start: int, end: int) -> dict[str, Any]:
    """The paragraph around a span, the span marked, and the rest of its section."""
    section = section_at(revision, start)
    text = revision.text
    left, right = (section.start, section.end) if section else (start, end)
    opens = max(text.rfind("\n", left, start) + 1, left)
    found = text.find("\n", end, right)
    closes = found if found >= 0 else right
    return _whose(revision) | {
        "section": section,
        "earlier": text[left:opens].strip(),
        "before": text[opens:start],
        "marked": text[start:end],
        "after": text[end:closes],
        "later": text[closes:right].strip(),
        "start": start,
        "end": end,
    }

"""Pages across departments: one question, its rows, what they may be narrowed and sorted by."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from disclosures.exports.csv import rows_as_csv
from disclosures.pages.amounts import LABELS, Show, choice_of, shown
from disclosures.pages.listing import EMPTY_TABLE, NOT_APPLICABLE, NOT_DISCLOSED
from disclosures.pages.over_years import course
from disclosures.pages.paging import four_digits
from disclosures.pages.question_rows import Cell, Shown
from disclosures.pages.refused_sums import refused_sum
from disclosures.pages.words import ALL_YEARS
from disclosures.queries import published
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.queries.across.codes import CODE_LISTS
from disclosures.queries.across.question import (
    BY_NAME,
    NUMBERS,
    Asked,
    NoSuchPlace,
    Page,
    Question,
    narrowed,
    ordered,
    page,
    usual_sort,
)
from disclosures.queries.api_columns import Column, ValueKind
from disclosures.queries.api_listing import Row
from disclosures.queries.api_quoted import EMPTY_TABLE as IN_EMPTY_TABLE
from disclosures.records.disclosure import Kind

LONGEST = 60


@dataclass(frozen=True)
class Head:
    """The head of a column; `url` sorts by it, `sorted` says how it is sorted now."""

    label: str
    is_number: bool
    url: str
    sorted: str


def index(request: HttpRequest) -> HttpResponse:
    """Every question."""
    context = {"questions": QUESTIONS.values(), "code_lists": CODE_LISTS.values()}
    return render(request, "pages/questions.html", context)


def question(request: HttpRequest, name: str) -> HttpResponse:
    """One question: a page of its rows."""
    return _answered(request, _named(name), {"questions": QUESTIONS.values()})


def question_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """What the page of a question shows, all pages of it, as CSV; amounts in 元."""
    return _file(request, _named(name), name)


def codes(request: HttpRequest, of: str) -> HttpResponse:
    """The classes of a list of codes."""
    found = CODE_LISTS[of]
    return render(request, "pages/codes.html", {"list": found, "below": found.below("")})


def code(request: HttpRequest, of: str, code: str) -> HttpResponse:
    """Who spends under a code: the rows of one table that prints it, and the codes below."""
    found = CODE_LISTS[of]
    listed = found.found(code)
    if listed is None:
        raise Http404
    printed_in = found.printed_in(listed)
    names = [spec.name for spec in printed_in]
    chosen = request.GET.get("table", names[0] if names else "")
    context = {
        "list": found,
        "code": listed,
        "parents": [code[:length] for length in (3, 5) if length < len(code)],
        "below": found.below(code),
        "tables": [(spec.name, spec.title) for spec in printed_in],
        "table": chosen,
    }
    if not names:
        return render(request, "pages/code.html", context | _choices(request))
    if chosen not in names:
        raise Http404
    asked = found.question(found.tables[chosen], code)
    return _answered(request, asked, context, "pages/code.html", {code, listed.name})


def code_file(request: HttpRequest, of: str, code: str) -> HttpResponseBase:
    """As `question_file`, for a code in one table."""
    found = CODE_LISTS[of]
    listed, spec = found.found(code), found.tables.get(request.GET.get("table", ""))
    if listed is None or spec is None:
        raise Http404
    return _file(request, found.question(spec, code), f"{of}-{code}-{spec.name}")


def _named(name: str) -> Question:
    if name not in QUESTIONS:
        raise Http404
    return QUESTIONS[name]


def _asked(request: HttpRequest, years: list[int]) -> Asked:
    """What the address asks; without a year, of the latest."""
    given = request.GET
    kind = given.get("kind", "")
    latest = years[0] if years and given.get("year") != ALL_YEARS else None
    return Asked(
        region=_clean(given.get("region", "")),
        year=four_digits(request, "year") or latest,
        kind=kind if kind in Kind.values else Kind.BUDGET,
        words=_clean(given.get("q", ""))[:LONGEST],
        code=given.get("code", "")[:9] if given.get("code", "").isdecimal() else "",
        sort=given.get("sort", ""),
        after=_clean(given.get("after", "")),
    )


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _answered(
    request: HttpRequest,
    question: Question,
    context: dict[str, Any],
    template: str = "pages/question.html",
    said: Collection[str] = (),
) -> HttpResponse:
    """The page of a question; `said` are words of its title, which no column need repeat."""
    years = published.years()
    asked = _asked(request, years)
    try:
        found = page(question, asked)
    except NoSuchPlace:
        wrong = {"said": gettext("地址中的翻页位置不对，请从第一页看起。"), "question": question}
        return render(request, template, context | wrong | _choices(request), status=400)
    choice = choice_of(request.GET.get("unit"), Show.WAN_YUAN)
    choice = Show.WAN_YUAN if choice is Show.PRINTED else choice
    columns = _filled(question, found, said)
    sort = _told(question, asked.sort or usual_sort(question), columns)
    made = {
        "question": question,
        "asked": asked,
        "rows": _shown(question, sort, found, choice, columns),
        "heads": [_head(request, question, sort, each) for each in columns],
        "name_head": _name_head(request, asked),
        "count": narrowed(question, asked).count(),
        "following": _with(request, after=found.following) if found.following else "",
        "first": _with(request, after=""),
        "file": _with(request, after="", unit=""),
        "unit": LABELS[choice],
        "over_years": None if asked.after else course(question, asked, choice),
        "unit_links": [
            (LABELS[each], _with(request, unit=each), each is choice)
            for each in (Show.WAN_YUAN, Show.YUAN)
        ],
    }
    return render(request, template, context | made | _choices(request, years))


def _choices(request: HttpRequest, years: list[int] | None = None) -> dict[str, Any]:
    known = published.years() if years is None else years
    asked = four_digits(request, "year")
    return {
        "known_years": known,
        "years": known if asked is None or asked in known else [asked, *known],
        "regions": published.regions(),
        "kinds": Kind.choices,
        "all_years": ALL_YEARS,
        "asks_all_years": request.GET.get("year") == ALL_YEARS,
    }


def _file(request: HttpRequest, question: Question, name: str) -> HttpResponseBase:
    rows = ordered(question, _asked(request, published.years()))
    pieces = () if request.method == "HEAD" else rows_as_csv(rows, question.exported)
    return StreamingHttpResponse(
        pieces,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _with(request: HttpRequest, **changed: str) -> str:
    """The address's query with some values changed; an empty one is left out."""
    query = request.GET.copy()
    for name, value in changed.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}"


def _told(question: Question, sort: str, columns: Collection[Column]) -> str:
    """The order as the columns shown tell it: one that is left out, by the one it only repeats."""
    again, first = question.repeats or ("", "")
    if sort.removeprefix("-") != again or any(each.name == again for each in columns):
        return sort
    return sort.replace(again, first)


def _head(request: HttpRequest, question: Question, sort: str, column: Column) -> Head:
    is_number = column.kind in NUMBERS
    url = ""
    if column.name in question.rank:
        first, other = (f"-{column.name}", column.name)
        first, other = (first, other) if is_number else (other, first)
        url = _with(request, sort=other if sort == first else first, after="")
    return Head(column.label, is_number, url, _said(sort, column.name))


def _name_head(request: HttpRequest, asked: Asked) -> Head:
    sort = f"-{BY_NAME}" if asked.sort == BY_NAME else BY_NAME
    return Head("部门", False, _with(request, sort=sort, after=""), _said(asked.sort, BY_NAME))


def _said(sort: str, name: str) -> str:
    if sort.removeprefix("-") != name:
        return ""
    return "descending" if sort.startswith("-") else "ascending"


def _filled(question: Question, found: Page, said: Collection[str]) -> list[Column]:
    """The columns in which a row of a table says anything more than what is `said` already.

    All of them for headline figures.
    """
    if not question.position:
        return list(question.columns)
    again, first = question.repeats or ("", "")
    is_said = any(again and row[again] != row[first] for row in found.rows)
    return [
        each
        for each in question.columns
        if (is_said if each.name == again else any(_says(row, each.name) for row in found.rows))
        and any(row[each.name] not in said for row in found.rows)
    ]


def _says(row: Row, name: str) -> bool:
    return bool(row[name] or row["printed"].get(name))


def _shown(
    question: Question, sort: str, found: Page, choice: Show, columns: list[Column]
) -> list[Shown]:
    ranked = sort.removeprefix("-")
    columns = [replace(each, label=gettext(each.label)) for each in columns]
    amounts = [row[ranked] for row in found.rows if ranked in row]
    most = max((each for each in amounts if isinstance(each, Decimal)), default=Decimal(0))
    rows = [
        Shown(
            name=row["department_name"],
            url=row.get("page") or row["disclosure_page"],
            region=row["region_name"],
            year=row["year"],
            kind=Kind(row["kind"]).label,
            cells=tuple(
                _refused(question, each, row, choice)
                or _cell(each, row, choice, most if each.name == ranked else Decimal(0))
                for each in columns
            ),
        )
        for row in found.rows
    ]
    return rows[:1] + [_after(*two) for two in pairwise(rows)]


def _after(above: Shown, row: Shown) -> Shown:
    """A row with the prose left out that the row above it, of the same document, says already."""
    if (above.name, above.year, above.kind) != (row.name, row.year, row.kind):
        return row
    pairs = zip(above.cells, row.cells, strict=True)
    cells = (replace(one, is_ditto=_is_said(other, one)) for other, one in pairs)
    return replace(row, cells=tuple(cells))


def _nothing(column: Column, row: Row) -> str:
    """What stands where a disclosure tells no such figure; 不适用 is said of a figure alone."""
    if column.figure in (row["not_applicable"] or "").split():
        return NOT_APPLICABLE
    return EMPTY_TABLE if row.get("nothing") == IN_EMPTY_TABLE else NOT_DISCLOSED


def _is_said(above: Cell, cell: Cell) -> bool:
    return (
        above.refused == cell.refused if cell.refused else cell.is_long and cell.text == above.text
    )


def _refused(question: Question, column: Column, row: Row, choice: Show) -> Cell | None:
    """The cell of a sum that is not told; None for any other."""
    if question.repeats is None or column.name != question.repeats[0]:
        return None
    refused = refused_sum(question, row, choice)
    return Cell(column.label, "", is_number=False, refused=refused) if refused else None


def _cell(column: Column, row: Row, choice: Show, most: Decimal) -> Cell:
    value, is_number = row[column.name], column.kind in NUMBERS
    if value is None or value == "":
        if "printed" in row:
            return Cell(column.label, row["printed"].get(column.name, ""), is_number)
        return Cell(column.label, _nothing(column, row), is_number, is_undisclosed=True)
    share = f"{100 * value / most:.1f}" if most > 0 and value > 0 else ""
    if column.kind is ValueKind.MONEY:
        text = shown(value, choice)
        return Cell(column.label, text, is_number, share=share, unit=LABELS[choice])
    said = f"{value:,}" if is_number else dict(column.choices).get(value, str(value))
    return Cell(column.label, said, is_number, share=share if is_number else "")

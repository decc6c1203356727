"""What a narrative can be written from: a department's book, and last year as it was published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.codes import CodeList
from disclosures.classification.money import Unit
from disclosures.documents.drafting.cited import Cited, general_spent, total_figures
from disclosures.documents.drafting.cited_rows import (
    no_transfers,
    project_amounts,
    project_goals,
    row_figures,
)
from disclosures.documents.drafting.family import Family
from disclosures.documents.drafting.saying import said_of
from disclosures.documents.drafting.sentence import Facts, Said, Saying
from disclosures.documents.drafting.style import Style
from disclosures.documents.forms.form import Form
from disclosures.documents.narrative.wording import NUMERALS
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Sheet
from disclosures.tables.titles import folded_name

TRANSFERS = ("transfer.item1", "transfer.item2", "transfer.item3", "transfer.item4")
FUNCTION = "func."
LEVELS = ("function.class", "function.division", "function.item")


@dataclass(frozen=True)
class Publisher:
    """Whose narrative it is; `index` are the digits of the 监督索引号 before its position."""

    name: str
    short_name: str
    index: str = ""


def facts_of(
    book: Book,
    *,
    publisher: Publisher,
    year: int,
    form: Form,
    family: Family,
    functions: CodeList,
    last_year: Mapping[str, Decimal] | None = None,
) -> Facts:
    """Every figure that the tables surely print, with its change; the rest stays open."""
    style = Style(form.unit, family.separators, family.bare_zero)
    cited = figures_in(book, family)
    figures = {key: each.value for key, each in cited.items() if not key.startswith(FUNCTION)}
    said = {key: Said(words) for key, words in family.default}
    said |= _cover(publisher, year, form.level, form.unit)
    if family.of_the_year:
        said |= _of_an_account(book, year, style)
    said |= said_of(figures, last_year, style)
    if no_transfers(book):
        said |= dict.fromkeys(TRANSFERS, Said("无", Decimal(0)))
    empty = [*_empty(book)]
    if book.sheets and all(each.state is TableState.FILLED for each in book):
        said["empty"] = Said("本部门各表均有数据，无空表。")
    lists = {
        "tables": _numbered({"title": Said(each.title)} for each in form),
        "functions": tuple(_functions(cited, functions, year, style)),
        "projects": _numbered(_projects(book, style)),
        "empty": _numbered(empty, digits=True),
    }
    return Facts(said, lists)


def figures_in(book: Book, family: Family) -> dict[str, Cited]:
    """Statement key to what the tables print, as this family tells it."""
    totals = total_figures(book, family.whole, of_the_year=family.of_the_year)
    return {**totals, **row_figures(book, of_the_year=family.of_the_year)}


def _cover(publisher: Publisher, year: int, level: str, unit: Unit) -> dict[str, Said]:
    said = {
        "doc.dept_name": publisher.name,
        "doc.year": str(year),
        "last_year": str(year - 1),
        "short_name": publisher.short_name,
        "level": level,
        "unit": unit.value,
        "staff.as_of": f"{year - 1}年12月",
        "asset.as_of": f"{year - 1}年12月31日",
    }
    if publisher.index:
        said["doc.index_start"] = f"{publisher.index}000"
        said["doc.index_end"] = f"{publisher.index}111"
    return {key: Said(words) for key, words in said.items()}


def _of_an_account(book: Book, year: int, style: Style) -> dict[str, Said]:
    """What an account says otherwise than a budget: of its own year's end, of what was spent."""
    said = {"staff.as_of": Said(f"{year}年12月"), "asset.as_of": Said(f"{year}年12月31日")}
    spent = general_spent(book)
    if spent is not None:
        said["general.spent"] = Said(style.amount(spent.value), spent.value)
    return said


def _functions(
    cited: Mapping[str, Cited], codes: CodeList, year: int, style: Style
) -> Iterator[Saying]:
    for key, each in sorted(cited.items()):
        if not key.startswith(FUNCTION):
            continue
        code = key.removeprefix(FUNCTION)
        path = codes.path(code, year)
        names = dict(zip(LEVELS, (step.name for step in path), strict=False))
        own = each.label.removeprefix(code)
        yield {
            "function.code": Said(code),
            "function.amount": Said(style.amount(each.value), each.value),
            **{level: Said(name) for level, name in names.items()},
            **({"function.item": Said(own)} if own else {}),
        }


def _projects(book: Book, style: Style) -> Iterator[Saying]:
    """The projects that have a goal, with what they are given."""
    amounts = project_amounts(book)
    for name, goal in project_goals(book).items():
        amount = amounts.get(folded_name(name))
        said = {"project.name": Said(name), "project.goal": Said(goal)}
        if amount:
            said["project.amount"] = Said(style.amount(amount.value), amount.value)
        yield said


def _empty(book: Book) -> Iterator[Saying]:
    return ({"title": Said(each.title)} for each in book if _is_empty(each))


def _is_empty(sheet: Sheet) -> bool:
    return sheet.state is TableState.DECLARED_EMPTY


def _numbered(items: Iterable[Saying], *, digits: bool = False) -> tuple[Saying, ...]:
    return tuple(
        {"number": Said(str(at) if digits else numeral(at)), **item}
        for at, item in enumerate(items, start=1)
    )


def numeral(number: int) -> str:
    """3 is 三, 16 is 十六, 25 is 二十五."""
    tens, ones = divmod(number, 10)
    head = NUMERALS[tens - 1] if tens > 1 else ""
    return head + ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")

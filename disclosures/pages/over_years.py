"""A question over the years as it is shown: a table, and bars where there are two years."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from disclosures.pages.amounts import LABELS, Show, shown
from disclosures.pages.charts import Chart
from disclosures.queries.across.over_years import Year, over_years
from disclosures.queries.across.question import Asked, Question

FEWEST = 2  # years that make a course of years


@dataclass(frozen=True)
class YearRow:
    """One year: amounts in the chosen unit, "" where nobody tells."""

    year: int
    told: int
    texts: tuple[tuple[str, str], ...]
    median: str
    is_asked: bool


@dataclass(frozen=True)
class OverYears:
    """The years of a question: heads, rows, the latest first, and a chart."""

    heads: tuple[str, ...]
    rows: tuple[YearRow, ...]
    chart: Chart


def course(question: Question, asked: Asked, choice: Show) -> OverYears | None:
    """The course of years of what is asked for; None where fewer than two years tell it."""
    years = [each for each in over_years(question, asked) if each.told]
    if len(years) < FEWEST:
        return None
    labels = {name: gettext(question.column(name).label) for name in question.over_years}
    rows = (_row(each, labels, choice, asked) for each in reversed(years))
    return OverYears(tuple(labels.values()), tuple(rows), _chart(question, years, labels))


def _row(year: Year, labels: dict[str, str], choice: Show, asked: Asked) -> YearRow:
    texts = tuple((label, _text(year.sums[name], choice)) for name, label in labels.items())
    median = _text(year.median, choice)
    return YearRow(year.year, year.told, texts, median, year.year == asked.year)


def _text(yuan: Decimal | None, choice: Show) -> str:
    return "" if yuan is None else shown(yuan, choice)


def _chart(question: Question, years: list[Year], labels: dict[str, str]) -> Chart:
    """The parts side by side, or the one amount that there is; a year not told is a gap."""
    first, *parts = labels
    drawn = {
        "categories": [
            gettext("%(year)s年（%(n)s个部门）") % {"year": each.year, "n": each.told}
            for each in _all(years)
        ],
        "series": [
            {
                "name": labels[name],
                "values": [_number(each, name) for each in _all(years)],
                "texts": [_text(each.sums.get(name), Show.WAN_YUAN) for each in _all(years)],
            }
            for name in parts or [first]
        ],
    }
    title = gettext("%(title)s，历年合计") % {"title": gettext(question.title)}
    source = gettext("本站按各年已公开的部门文件相加，各年的部门不同。")
    return Chart("over-years", "bars", title, LABELS[Show.WAN_YUAN], source, "", drawn)


def _all(years: list[Year]) -> list[Year]:
    """Every year from the first to the last, also those that nobody tells."""
    told = {each.year: each for each in years}
    return [
        told.get(each, Year(each, 0, None, {})) for each in range(years[0].year, years[-1].year + 1)
    ]


def _number(year: Year, name: str) -> float | None:
    yuan = year.sums.get(name)
    return None if yuan is None else float(yuan / 10_000)

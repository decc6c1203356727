"""What a search may be narrowed to, and the addresses that do so: its state is in the address."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from disclosures.queries import published
from disclosures.queries.search import Narrowed, Tally

Value = tuple[Any, str, int | None]  # in an address, as it is called, how often it is met


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its address, and how often it is met, None when not counted."""

    label: str
    url: str
    times: int | None
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """What may be chosen of one kind, all of it first; `is_ours` when the words are the site's."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    is_ours: bool = True


def facets(
    request: HttpRequest,
    kinds: Mapping[str, str],
    kind: str,
    narrowed: Narrowed,
    tally: Tally,
    places: Mapping[str, int],
) -> list[Facet]:
    """The facets that leave a choice; `kinds` are all there are, `places` counts of other hits.

    Where there are too many hits to count, every value is offered, without counts.
    """
    found = tally.by(0, kind, narrowed) + Counter(places)
    years, regions = tally.by(1, kind, narrowed), tally.by(2, kind, narrowed)
    of_kinds: list[Value]
    of_years: list[Value]
    of_regions: list[Value]
    if tally.is_whole:
        of_kinds = [(name, label, found[name]) for name, label in kinds.items() if found[name]]
        of_years = [(year, str(year), years[year]) for year in sorted(years, reverse=True)]
        of_regions = [(each[0], each[1], regions[each]) for each in sorted(regions)]
    else:
        of_kinds = [(name, label, None) for name, label in kinds.items()]
        of_years = [(year, str(year), None) for year in published.years()]
        of_regions = [(each.slug, each.name, None) for each in published.regions()]
    made = (
        Facet("kind", "类别", _choices(request, "kind", kind, of_kinds)),
        Facet("year", "年度", _choices(request, "year", narrowed.year or "", of_years)),
        Facet("region", "地区", _choices(request, "region", narrowed.region, of_regions), False),
    )
    return [each for each in made if len(each.choices) > 2 or any(narrowed_to(each))]


def narrowed_to(facet: Facet) -> Iterable[bool]:
    """Whether each value of a facet, but all of them, is the chosen one."""
    return (each.is_chosen for each in facet.choices[1:])


def changed(request: HttpRequest, **values: object) -> str:
    """This search with something changed; "" takes it out, and its pages begin anew."""
    query = request.GET.copy()
    for name in {*values, "after"}:
        query.pop(name, None)
    for name, value in values.items():
        if value != "":
            query[name] = str(value)
    return f"?{query.urlencode()}"


def _choices(
    request: HttpRequest, name: str, chosen: object, values: Iterable[Value]
) -> tuple[Choice, ...]:
    every = Choice("全部", changed(request, **{name: ""}), None, chosen == "")
    return (
        every,
        *(
            Choice(label, changed(request, **{name: value}), times, value == chosen)
            for value, label, times in values
        ),
    )

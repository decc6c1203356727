"""The divisions that are listed (GB/T 2260), and which of them a publisher's name names."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

REGIONS = Path(__file__).resolve().parents[2] / "fixtures" / "regions.csv"
LEVELS = "省市"  # what a city's or province's name may be printed without


@dataclass(frozen=True)
class Division:
    """A province, city or district: its code, name, slug, and the code of what it lies in."""

    code: str
    name: str
    slug: str = ""
    parent: str = ""

    @property
    def is_city(self) -> bool:
        """Whether it is a city or a province, so that its name alone tells it from others."""
        return self.code.endswith("00")


def divisions_in(path: Path) -> tuple[Division, ...]:
    """The rows of a list, parents first."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(Division(r["code"], r["name"], r["slug"], r["parent"]) for r in rows)


@lru_cache(maxsize=1)
def divisions() -> tuple[Division, ...]:
    """Those that come with the portal."""
    return divisions_in(REGIONS)


def division_named_in(name: str, among: Iterable[Division]) -> str:
    """The code of the innermost division that a publisher's name names, or "" for none.

    上海市普陀区…, 中共苏州市委…. A district counts where its city is named too, or the name begins
    with it.
    """
    listed = {each.code: each for each in among}
    named = [each for each in listed.values() if _is_named(name, each, listed)]
    short = [e for e in listed.values() if e.is_city and name.startswith(e.name.rstrip(LEVELS))]
    best = max(
        named or short,
        key=lambda each: (not each.is_city, len(each.code.rstrip("0"))),
        default=None,
    )
    return best.code if best else ""


def _is_named(name: str, division: Division, listed: dict[str, Division]) -> bool:
    if name.startswith(division.name):
        return True
    city = listed.get(division.parent)
    return division.name in name and (division.is_city or bool(city and city.name in name))

"""What a rule may know beside the document itself: the publisher, its form, last year, the dates.

Everything is optional. A rule that needs what is not given says so (NOT_CHECKED); it never assumes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from disclosures.tables.book import Book


@dataclass(frozen=True)
class Context:
    """The surroundings of one disclosure.

    `form` is the name of the table form of its place and year, `form_titles` the titles that form
    prints, in order; without a form of its place's own (`has_own_form`) nobody can say which
    sections and words it asks for. `is_own_year` is false for a form lent by another place or year,
    whose tables are no measure. `last_year` maps statement keys to what the same publisher
    disclosed the year before: money in 元, counts as they are. `division` is the publisher's
    行政区划代码. `units` are the books that its budget units published for the same year, by name.
    """

    form: str | None = None
    has_own_form: bool = True
    form_titles: tuple[str, ...] = ()
    is_own_year: bool = True
    last_year: Mapping[str, Decimal] | None = None
    department: str = ""
    short_names: tuple[str, ...] = ()
    division: str = ""
    published_on: date | None = None
    approved_on: date | None = None
    units: Mapping[str, Book] = field(default_factory=dict)

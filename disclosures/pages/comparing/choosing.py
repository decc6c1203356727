"""Choosing what is compared, without a script: lists of disclosures to tick, each with its link."""

from dataclasses import dataclass

from disclosures.pages.addresses import address
from disclosures.pages.comparing.asked import Asked
from disclosures.queries import comparing
from disclosures.records.disclosure import Revision

MOST_YEARS = 24  # of the departments that are chosen already


@dataclass(frozen=True)
class Choice:
    """A disclosure that may be added."""

    revision: Revision
    identity: str
    url: str


@dataclass(frozen=True)
class Choices:
    """What may be added: other years of the chosen departments, and what was looked for."""

    years: list[Choice]
    found: list[Choice]
    has_more: bool


def choices(asked: Asked, chosen: list[Revision]) -> Choices:
    """What may be added to what is chosen; two queries."""
    departments = {each.disclosure.department_id for each in chosen}
    years = comparing.offered(department=departments)[:MOST_YEARS] if departments else []
    found = comparing.offered(words=asked.words, region=asked.region, year=asked.year)
    taken = {each.pk for each in chosen}
    page = list(found[: comparing.OFFERED + 1])
    return Choices(
        [_choice(each) for each in years if each.pk not in taken],
        [_choice(each) for each in page[: comparing.OFFERED] if each.pk not in taken],
        len(page) > comparing.OFFERED,
    )


def _choice(revision: Revision) -> Choice:
    return Choice(revision, comparing.identity_of(revision), address(revision))

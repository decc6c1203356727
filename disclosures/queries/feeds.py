"""What feeds tell: publications and corrections, latest first, by the numbers of the ledger."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from disclosures.queries.gate import is_public, was_public
from disclosures.queries.published import Headline, headlines
from disclosures.records.chain import PUBLISH, WITHDRAW
from disclosures.records.code_sum import CodeSum
from disclosures.records.disclosure import Revision
from disclosures.records.ledger import LedgerEntry
from disclosures.records.places import Department
from disclosures.tables.general_budget_by_function import SPEC as BY_FUNCTION
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction

A_PAGE = 20
PLACE = "revision__disclosure__department__region"


@dataclass(frozen=True)
class Told:
    """One entry of a feed. `corrected` is the revision it corrects, as far as anyone may read it.

    `spent` are its rows of a followed code, one a unit where units are told apart, `refusal` why
    they are not to be added up, "" where they may be; `is_new`: what is published of the year
    before has none.
    """

    entry: LedgerEntry
    headline: Headline = field(default_factory=dict)
    corrected: Revision | None = None
    spent: tuple[GeneralBudgetByFunction, ...] = ()
    refusal: str = ""
    is_new: bool = False

    @property
    def at(self) -> datetime:
        """When the revision was published, or taken back."""
        published = self.entry.revision.published_at
        return published if published and not self.is_withdrawal else self.entry.at

    @property
    def is_withdrawal(self) -> bool:
        """Whether it tells that something was taken back."""
        return self.entry.verb == WITHDRAW


def publications(before: int) -> list[Told]:
    """All that was published and may still be read, below an entry's number; five queries.

    One entry more than a page, where there are more.
    """
    return _told(_entries(before))


def publications_of(department: Department, before: int) -> list[Told]:
    """As `publications`, of one department."""
    return _told(_entries(before).filter(revision__disclosure__department=department))


def corrections(before: int) -> list[Told]:
    """Every publication that took the place of one before it, and every withdrawal."""
    return _told(_ordered(before).filter(is_correction()))


def is_correction() -> Q:
    """The condition on entries that took the place of one before, or took something back."""
    earlier = LedgerEntry.objects.filter(
        verb=PUBLISH,
        number__lt=OuterRef("number"),
        revision__disclosure=OuterRef("revision__disclosure"),
    )
    readable = Q(was_public("revision__"), Exists(earlier), verb=PUBLISH)
    return readable | Q(verb=WITHDRAW)


def spending(code: str, before: int) -> list[Told]:
    """Every publication that spends under a 功能科目, with its rows and whether that is new."""
    rows = GeneralBudgetByFunction.objects.filter(function_code=code)
    spenders = rows.filter(revision=OuterRef("revision"))
    told = _told(_entries(before).filter(Exists(spenders)))
    revisions = [each.entry.revision for each in told]
    spent = defaultdict(list)
    for row in rows.filter(revision__in=revisions).order_by("position"):
        spent[row.revision_id].append(row)
    refused = _refused(revisions, code)
    last = _last_years(revisions, code)
    return [
        Told(
            each.entry,
            each.headline,
            each.corrected,
            tuple(spent[each.entry.revision_id]),
            refused.get(each.entry.revision_id, ""),
            last.get(_year_before(each.entry.revision)) is False,
        )
        for each in told
    ]


def _refused(revisions: Iterable[Revision], code: str) -> dict[int, str]:
    """Revision to why its rows of a code are not to be added up; one query."""
    found = CodeSum.objects.filter(
        revision__in=list(revisions), table=BY_FUNCTION.name, column="function_code", code=code
    )
    return dict(found.exclude(refusal="").values_list("revision_id", "refusal"))


def _entries(before: int) -> QuerySet[LedgerEntry]:
    return _ordered(before).filter(was_public("revision__"), verb=PUBLISH)


def _ordered(before: int) -> QuerySet[LedgerEntry]:
    found = LedgerEntry.objects.filter(number__lt=before).select_related(PLACE)
    return found.defer("revision__text").order_by("-number")


def _told(entries: QuerySet[LedgerEntry]) -> list[Told]:
    found = list(entries[: A_PAGE + 1])
    revisions = [each.revision for each in found if each.verb == PUBLISH]
    figures = headlines(revisions)
    corrected = _corrected(revisions)
    return [
        Told(each)
        if each.verb == WITHDRAW
        else Told(each, figures[each.revision_id], corrected.get(each.revision_id))
        for each in found
    ]


def _corrected(revisions: Iterable[Revision]) -> dict[int, Revision]:
    """The revision before each, by the later one's key; one query."""
    later = defaultdict(list)
    for each in revisions:
        later[each.disclosure_id].append(each)
    numbered = Revision.objects.filter(was_public(), disclosure__in=later)
    made: dict[int, Revision] = {}
    for earlier in numbered.defer("text").order_by("number"):
        for each in later[earlier.disclosure_id]:
            if earlier.number < each.number:
                made[each.pk] = earlier
    return made


def _year_before(revision: Revision) -> tuple[int, str, int]:
    disclosure = revision.disclosure
    return disclosure.department_id, disclosure.kind, disclosure.fiscal_year_id - 1


def _last_years(revisions: Iterable[Revision], code: str) -> dict[tuple[int, str, int], bool]:
    """Whether what is published of each year before has a row of the code; one query."""
    wanted = {_year_before(each) for each in revisions}
    rows = GeneralBudgetByFunction.objects.filter(revision=OuterRef("pk"), function_code=code)
    found = Revision.objects.filter(
        is_public(),
        disclosure__department__in={department for department, _, _ in wanted},
        disclosure__fiscal_year__in={year for _, _, year in wanted},
    ).values_list(
        "disclosure__department", "disclosure__kind", "disclosure__fiscal_year", Exists(rows)
    )
    return {(department, kind, year): has for department, kind, year, has in found}

"""When what was approved was published: the twenty days of 预算法第十四条, and what was corrected.

Only what is public counts: publications, approvals that were announced, entries of the ledger. The
database's clock says what day it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.db import connection
from django.db.models import Exists, Max, OuterRef, QuerySet, TextChoices
from django.utils import timezone

from disclosures.queries.feeds import is_correction
from disclosures.queries.gate import published_revisions, was_public
from disclosures.queries.obligations import told_as_of as obliged_as_of
from disclosures.records.approval import Approval
from disclosures.records.disclosure import Revision
from disclosures.records.ledger import LedgerEntry
from disclosures.records.places import Department
from disclosures.rules.structure.dates import DEADLINE

PLACE = ("department__region",)
MOST_CORRECTIONS = 100
NEEDED = (  # of a whole city's revisions, each of which has a dozen columns more
    *("number", "state", "is_history", "printed_date", "published_at"),
    *("disclosure__department", "disclosure__fiscal_year", "disclosure__kind"),
)


class Standing(TextChoices):
    """How a department stands to the twenty days."""

    MISSING = "missing", "逾期未公开"
    LATE = "late", "逾期公开"
    UNKNOWN = "unknown", "未知，不能判断"
    WAITING = "waiting", "期限未到"
    IN_TIME = "in-time", "按时公开"


class Source(TextChoices):
    """What says on which day a department published."""

    PORTAL = "portal", "本站公开"
    PRINTED = "printed", "部门落款"


class Ignorance(TextChoices):
    """Why nobody can tell."""

    NO_APPROVAL = "no-approval", "批复日期没有公布"
    NO_DAY = "no-day", "历史文件没有印出日期"
    BACKWARDS = "backwards", "公开日期早于批复日期，两者之一有误"


@dataclass(frozen=True)
class Timing:
    """One department, year and kind: its first publication and its approval, and the day today."""

    department: Department
    year: int
    kind: str
    first: Revision | None
    approval: Approval | None
    today: date

    @property
    def approved_on(self) -> date | None:
        """批复日期, where it was announced."""
        return self.approval.approved_on if self.approval else None

    @property
    def due_on(self) -> date | None:
        """The last of the twenty days."""
        return self.approved_on + timedelta(days=DEADLINE) if self.approved_on else None

    @property
    def source(self) -> Source | None:
        """What says when it was published: history was published before it came in here."""
        if self.first is None:
            return None
        return Source.PRINTED if self.first.is_history else Source.PORTAL

    @cached_property
    def published_on(self) -> date | None:
        """The day of the first publication, None for none or where history prints none."""
        if self.first is None or self.first.published_at is None:
            return None
        if self.first.is_history:
            return self.first.printed_date
        return timezone.localdate(self.first.published_at)

    @cached_property
    def days(self) -> int | None:
        """Days from approval to publication."""
        if self.approved_on is None or self.published_on is None:
            return None
        return (self.published_on - self.approved_on).days

    @cached_property
    def days_late(self) -> int:
        """Days past the last of the twenty, until publication or today; 0 for none."""
        end = self.published_on if self.first else self.today
        return max((end - self.due_on).days, 0) if end and self.due_on else 0

    @cached_property
    def ignorance(self) -> Ignorance | None:
        """Why it cannot be told, None where it can."""
        if self.approved_on is None:
            return Ignorance.NO_APPROVAL
        if self.first is not None and self.published_on is None:
            return Ignorance.NO_DAY
        return Ignorance.BACKWARDS if self.days is not None and self.days < 0 else None

    @cached_property
    def standing(self) -> Standing:
        """In time, late, not yet, missing, or unknown."""
        if self.ignorance:
            return Standing.UNKNOWN
        if self.first is None:
            return Standing.MISSING if self.days_late else Standing.WAITING
        return Standing.LATE if self.days_late else Standing.IN_TIME


@dataclass(frozen=True)
class Correction:
    """One entry of the ledger that changed what was public: a new version or a withdrawal."""

    entry: LedgerEntry
    is_readable: bool
    has_earlier: bool


def today() -> date:
    """The day by the database's clock, in the portal's time zone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        moment: datetime = cursor.fetchone()[0]
    return timezone.localdate(moment)


def timings(*, region: str = "") -> list[Timing]:
    """Every department, year and kind that was published or has to be; four queries."""
    day = today()
    places = Department.objects.select_related("region").in_bulk()
    firsts = _firsts().order_by("disclosure_id", "number").distinct("disclosure_id")
    approvals = Approval.objects.filter(is_announced=True).select_related(*PLACE)
    if region:
        firsts = firsts.filter(disclosure__department__region__slug=region)
        approvals = approvals.filter(department__region__slug=region)
    known = {(each.department_id, each.fiscal_year_id, each.kind): each for each in approvals}
    found = []
    for first in firsts:
        of = first.disclosure
        of.department = places[of.department_id]  # one for all its years, of which a city has many
        approval = known.pop((of.department_id, of.fiscal_year_id, of.kind), None)
        found.append(Timing(of.department, of.fiscal_year_id, of.kind, first, approval, day))
    for each in known.values():
        found.append(Timing(each.department, each.fiscal_year_id, each.kind, None, each, day))
    return sorted(found, key=lambda each: (-each.year, each.department.sort_key, each.kind))


def _firsts() -> QuerySet[Revision]:
    """The revisions of what is public now, those that were corrected among them."""
    public = published_revisions().values("disclosure")
    found = Revision.objects.filter(was_public(), disclosure__in=public)
    return found.select_related("disclosure").only(*NEEDED)


def corrections(*, region: str = "", year: int | None = None) -> list[Correction]:
    """New versions and withdrawals, the latest first; one query."""
    earlier = Revision.objects.filter(
        was_public(),
        disclosure=OuterRef("revision__disclosure"),
        number__lt=OuterRef("revision__number"),
    )
    readable = Revision.objects.filter(was_public(), pk=OuterRef("revision"))
    found = (
        LedgerEntry.objects.filter(is_correction())
        .annotate(has_earlier=Exists(earlier), is_readable=Exists(readable))
        .select_related("revision__disclosure__department__region")
        .defer("revision__text")
        .order_by("-number")
    )
    if region:
        found = found.filter(revision__disclosure__department__region__slug=region)
    if year is not None:
        found = found.filter(revision__disclosure__fiscal_year=year)
    return [
        Correction(each, each.is_readable, each.has_earlier) for each in found[:MOST_CORRECTIONS]
    ]


def told_as_of() -> str:
    """What timeliness is told from, in a word: another word as soon as anything of it changes."""
    announced: Iterable[Any] = Approval.objects.filter(is_announced=True).values_list(
        "department_id", "fiscal_year_id", "kind", "approved_on", "document"
    )
    last = LedgerEntry.objects.aggregate(last=Max("number"))["last"]
    said = (obliged_as_of(), sorted(announced), last, today())
    return sha256(repr(said).encode()).hexdigest()[:16]

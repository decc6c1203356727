"""How the rules came out over what is published: how often each failed, and where."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from disclosures.queries.as_of import as_of
from disclosures.queries.gate import is_public
from disclosures.records.finding import Finding, Outcome

MOST = 100
FIRST = (Outcome.FAILS, Outcome.ROUNDING, Outcome.HOLDS, Outcome.NOT_CHECKED)


@dataclass(frozen=True)
class Came:
    """In how many disclosures a rule was checked, failed, and was off by rounding."""

    checked: int = 0
    fails: int = 0
    rounding: int = 0


def by_rule() -> dict[str, Came]:
    """Every rule that was ever checked, counted once for each state of what is published."""
    return _by_rule(as_of())


@lru_cache(maxsize=2)
def _by_rule(now: str) -> dict[str, Came]:
    findings = Finding.objects.filter(is_public("revision__")).exclude(outcome=Outcome.NOT_CHECKED)
    counted = (
        findings.order_by()
        .values_list("rule")
        .annotate(
            checked=Count("revision", distinct=True),
            fails=_disclosures(Outcome.FAILS),
            rounding=_disclosures(Outcome.ROUNDING),
        )
    )
    return {rule: Came(*times) for rule, *times in counted}


def _disclosures(outcome: Outcome) -> Count:
    return Count("revision", distinct=True, filter=Q(outcome=outcome))


def findings_of_rule(code: str) -> QuerySet[Finding]:
    """What a rule came to in what is published: failures first, the newest of them first."""
    rank = Case(
        *(When(outcome=each, then=Value(number)) for number, each in enumerate(FIRST)),
        output_field=IntegerField(),
    )
    return (
        Finding.objects.filter(is_public("revision__"), rule=code)
        .annotate(rank=rank)
        .select_related("revision__disclosure__department__region")
        .defer("revision__text", "inputs")
        .order_by("rank", "-revision__disclosure__fiscal_year_id", "pk")[:MOST]
    )

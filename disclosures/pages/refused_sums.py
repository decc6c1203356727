"""A sum of ours that is not told, as a list says it: why, and what would have been added up."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.pages.amounts import LABELS, Show, shown
from disclosures.queries.across.question import Question
from disclosures.queries.api_listing import Row
from disclosures.records.code_sum import Refusal


@dataclass(frozen=True)
class RefusedSum:
    """Why there is no sum, in words, and where the table stands.

    `printed` and `added_up` are its printed total and what its rows come to, with `unit`; "" where
    they are not what is wrong.
    """

    why: str
    url: str
    printed: str = ""
    added_up: str = ""
    unit: str = ""


def refused_sum(question: Question, row: Row, choice: Show) -> RefusedSum | None:
    """Why a row's sum is not told; None where it is."""
    if question.refused is None or not row[question.refused.why.name]:
        return None
    why = Refusal(row[question.refused.why.name])
    said = RefusedSum(str(why.label), row[question.refused.page.name])
    if why is not Refusal.ROWS_DIFFER:
        return said
    amounts: list[Decimal] = [row[each.name] for each in question.refused.amounts]
    printed, added_up = (shown(each, choice) for each in amounts)
    return RefusedSum(said.why, said.url, printed, added_up, LABELS[choice])

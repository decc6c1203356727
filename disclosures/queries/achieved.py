"""What became of a budget's targets: the self-evaluation that its year's final account prints."""

from disclosures.tables.book import Row
from disclosures.tables.project_self_evaluation import SPEC
from disclosures.tables.stored import rows_of


def evaluated(account: int) -> tuple[Row, ...]:
    """The rows of a self-evaluation by its revision's key, none where it prints none; one query.

    The caller has the key from the gate (`published.with_account`).
    """
    return rows_of(SPEC, account)

"""The checks that need the year before find it where it was published, and only there."""

from disclosures.models import Revision
from disclosures.publishing.intake import take_in_document
from tests.publishing.conftest import People


def next_year(seed: bytes, people: People) -> Revision:
    """The seed as if it were written a year later."""
    text = (
        seed.decode().replace("2021", "2022#").replace("2022年", "2023年").replace("2022#", "2022")
    )
    return take_in_document(data=text.encode(), filename="next.txt", by=people.officer).revision


def outcomes(revision: Revision, rule: str) -> set[str]:
    return set(revision.finding_set.filter(rule=rule).values_list("outcome", flat=True))


def test_a_published_year_before_is_compared(
    people: People, published: Revision, seed: bytes
) -> None:
    later = next_year(seed, people)
    assert later.disclosure.fiscal_year.year == 2023
    assert later.disclosure.department == published.disclosure.department
    # The same totals again, and yet less than the year before by 20.82万元: E01 cannot hold.
    assert "fails" in outcomes(later, "E01")


def test_a_draft_of_the_year_before_is_not(people: People, draft: Revision, seed: bytes) -> None:
    assert outcomes(next_year(seed, people), "E01") == {"not_checked"}

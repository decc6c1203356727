"""What the tests of the queries share."""

import pytest

from disclosures.records.disclosure import Revision
from tests.pages.published import publish_seed


@pytest.fixture
def published(db: None) -> Revision:
    """The seed, published."""
    return publish_seed()

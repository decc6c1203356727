"""What the tests of the public pages share."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from disclosures.records.disclosure import Revision
from tests.pages.published import publish_seed


@pytest.fixture(scope="module")
def published_key(stored_for_all: Path) -> int:
    """The seed, published once for a module's tests."""
    return publish_seed().pk


@pytest.fixture
def published(published_key: int, stored_for_all: Path, db: None, settings: Any) -> Revision:
    """The seed, published, with its files; each test has its own."""
    shutil.copytree(stored_for_all, settings.MEDIA_ROOT)
    return Revision.objects.get(pk=published_key)

"""Fixtures that every room's tests may use."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

ROOT = Path(__file__).resolve().parent.parent


# Made to be quick: what a password costs to guess is not what the tests are about.
HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _files_stay_in_the_test(settings: Any, tmp_path: Path) -> None:
    """Uploads of a test go to its own folder; pages need no manifest, and are made each time."""
    settings.HELD_BYTES = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.PASSWORD_HASHERS = HASHERS


@pytest.fixture(scope="module")
def stored_for_all(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """What is stored on top of this once stands for each test of a module, and goes with the last.

    Each test runs in a savepoint of this transaction, so none sees what another one stored. A
    module that uses it has no test that commits. Yields the folder of the files stored so.
    """
    media = tmp_path_factory.mktemp("media")
    stays = override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=HASHERS)
    with django_db_blocker.unblock(), stays, transaction.atomic():
        yield media
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def seed() -> bytes:
    """The Kunming 2022 disclosure, as published."""
    return (ROOT / "fixtures/disclosures/kunming-wanggezhongxin-2022.txt").read_bytes()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real disclosures; skips where it is absent."""
    folder = ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real disclosures (../shared/corpus) is not here")
    return folder

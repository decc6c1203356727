"""Fixtures that every room's tests may use."""

from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _files_stay_in_the_test(settings: Any, tmp_path: Path) -> None:
    """Uploads of a test go to its own folder; pages need no manifest of collected files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


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

"""Clusters in folders that PostgreSQL's account can reach, and proof that they leave nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from budget_portal.embedded import placement, processes
from budget_portal.embedded.cluster import Cluster

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another user")


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder like `tmp_path`; pytest's own is closed to the account root must switch to."""
    folder = Path(tempfile.mkdtemp(prefix="portal-", dir=placement.temporary_parent()))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def cluster(reachable: Path) -> Iterator[Cluster]:
    """A cluster that is not running yet; stopped afterwards, leaving no process."""
    made = Cluster(reachable / "postgres")
    yield made
    made.stop()
    assert processes.working_in(made.data, "postgres") == []

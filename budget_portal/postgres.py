"""PostgreSQL without installing PostgreSQL: the served cluster and the throw-away ones.

Everything else is in `budget_portal.embedded`. Whoever sets `DATABASE_URL` needs none of it.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from budget_portal import roles
from budget_portal.embedded import placement
from budget_portal.embedded.cluster import Cluster
from budget_portal.embedded.lock import InUseError

SUPERUSER = "postgres"
THROWAWAY_PREFIX = "budget-portal-throwaway-"


def served(var: Path) -> Cluster:
    """The cluster behind the site, kept under `var` (see `placement.served_home`)."""
    return Cluster(placement.served_home(var))


def start(cluster: Cluster) -> None:
    """Start the cluster and see to its roles and database."""
    cluster.start()
    roles.prepare(partial(cluster.url, SUPERUSER))


def owner_url(cluster: Cluster) -> str:
    """For migrations and loading: the role that owns the tables."""
    return cluster.url(roles.OWNER, roles.DATABASE)


def web_url(cluster: Cluster) -> str:
    """For serving: the role that owns nothing."""
    return cluster.url(roles.WEB, roles.DATABASE)


@contextmanager
def throwaway() -> Iterator[str]:
    """A fresh cluster for tests, gone afterwards; yields the owner's `DATABASE_URL`.

    The owner may create databases, as Django's test runner must. A cluster whose test run was
    killed is removed by the next run.
    """
    parent = placement.temporary_parent()
    sweep(parent)
    cluster = Cluster(Path(tempfile.mkdtemp(prefix=THROWAWAY_PREFIX, dir=parent)), durable=False)
    try:
        cluster.start()
        roles.prepare(partial(cluster.url, SUPERUSER), may_create_databases=True)
        yield owner_url(cluster)
    finally:
        cluster.destroy()


def sweep(parent: Path) -> None:
    """Remove throw-away clusters whose owner is gone: nobody holds their lock any more."""
    for home in parent.glob(f"{THROWAWAY_PREFIX}*"):
        try:
            _remove_abandoned(home)
        except FileNotFoundError:
            continue  # another test run that starts now was quicker


def _remove_abandoned(home: Path) -> None:
    if home.stat().st_uid != os.geteuid() or not (home / "lock").exists():
        return
    abandoned = Cluster(home, durable=False)
    try:
        abandoned.reclaim()
    except InUseError:
        return  # a living test run
    abandoned.destroy()

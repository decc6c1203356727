"""`./run manage`: a management command on the database of this checkout, served or not."""

import os
import subprocess
import sys

from budget_portal import postgres
from budget_portal.console import ROOT, environment, var_dir
from budget_portal.embedded.lock import InUseError


def main(arguments: list[str]) -> int:
    """Run the command as the role that owns the tables, starting PostgreSQL if nobody has."""
    given = os.environ.get("MIGRATION_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if given:
        return run(arguments, given)
    cluster = postgres.served(var_dir())
    try:
        postgres.start(cluster)
    except InUseError:
        return run(arguments, postgres.owner_url(cluster))
    try:
        return run(arguments, postgres.owner_url(cluster))
    finally:
        cluster.stop()


def run(arguments: list[str], url: str) -> int:
    """Run `manage.py` in the folder of the caller, whose file names may be relative."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=environment(url)).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

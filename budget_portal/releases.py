"""The clock that carries out publication plans, as a child of the supervisor."""

import subprocess
import sys
from pathlib import Path

from budget_portal.console import ROOT
from budget_portal.embedded import logfile, processes
from budget_portal.web import STOP

MARK = "BUDGET_PORTAL_RELEASES_OF"
EVERY_SECONDS = 15


class Releases:
    """`manage.py publish_due --every …` for the site of one `var` folder."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.log = var / "log" / "releases.log"
        self.environment: dict[str, str] = {}
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in its own session, after ending what a killed supervisor left."""
        self.clear()
        with logfile.open_for_child(self.log) as log:
            self.child = subprocess.Popen(
                [sys.executable, "-P", "manage.py", "publish_due", f"--every={EVERY_SECONDS}"],
                cwd=ROOT,
                env=self.environment | {MARK: str(self.var)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Whether it lives; asking also lets the kernel forget a dead one."""
        return self.child is not None and self.child.poll() is None

    def clear(self) -> None:
        """End every such process of this site; a plan is one transaction, so nothing is halved."""
        processes.end(lambda: processes.carrying(MARK, str(self.var)), STOP)

    def stop(self) -> None:
        """End it."""
        self.clear()
        if self.child is not None:
            self.child.wait()

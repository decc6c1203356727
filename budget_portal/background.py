"""Commands that run beside the site for as long as it does, as children of the supervisor."""

import subprocess
import sys
from pathlib import Path

from budget_portal.console import ROOT
from budget_portal.embedded import logfile, processes
from budget_portal.web import STOP

MARK = "BUDGET_PORTAL_BESIDE"
EVERY_SECONDS = 15


class Background:
    """`manage.py COMMAND --every …` for the site of one `var` folder.

    Whatever moment it is ended at, it leaves nothing half done: a publication plan is one
    transaction, a page made ahead one file.
    """

    def __init__(self, var: Path, command: str, log: str) -> None:
        self.mark = f"{command} {var}"
        self.command = command
        self.log = var / "log" / f"{log}.log"
        self.environment: dict[str, str] = {}
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in its own session, after ending what a killed supervisor left."""
        self.clear()
        with logfile.open_for_child(self.log) as log:
            self.child = subprocess.Popen(
                [sys.executable, "-P", "manage.py", self.command, f"--every={EVERY_SECONDS}"],
                cwd=ROOT,
                env=self.environment | {MARK: self.mark},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Whether it lives; asking also lets the kernel forget a dead one."""
        return self.child is not None and self.child.poll() is None

    def clear(self) -> None:
        """End every such process of this site."""
        processes.end(lambda: processes.carrying(MARK, self.mark), STOP)

    def stop(self) -> None:
        """End it."""
        self.clear()
        if self.child is not None:
            self.child.wait()

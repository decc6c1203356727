"""One PostgreSQL cluster that this program makes, starts, watches, heals and stops.

`pg_ctl` is not used: it takes a zombie for a living server. The postmaster is our own child, so
the kernel tells at once when it dies, and `postmaster.pid` itself says when it is ready.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from urllib.parse import quote

from budget_portal.embedded import logfile, placement, processes
from budget_portal.embedded.lock import Lock

SOCKET = ".s.PGSQL.5432"
STATUS_LINE = 7  # of postmaster.pid: starting, ready or stopping
READY_SECONDS = 300  # recovery after a crash may take long; a dead server is noticed at once
FAST, IMMEDIATE = signal.SIGINT, signal.SIGQUIT
# What is safe to lose when the cluster is thrown away anyway.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class ClusterError(RuntimeError):
    """PostgreSQL could not be made, started or stopped; the message carries its own words."""


class Cluster:
    """A cluster in `home`: `data`, `socket`, `lock` and `postgres.log`."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.home = home.resolve()
        self.data = self.home / "data"
        self.log = self.home / "postgres.log"
        self.durable = durable
        self.account = placement.account_for(self.data)
        self.socket = placement.socket_directory(self.home, self.account)
        self.lock = Lock(self.home / "lock")
        self.server: subprocess.Popen[bytes] | None = None

    def url(self, role: str, database: str) -> str:
        """The address of a database, understood by libpq and by Django's settings alike."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket))}"

    def start(self) -> None:
        """Take the cluster over from whatever was left of an earlier start, and run it."""
        self.reclaim()
        try:
            self.binaries = placement.binaries(self.account)
            placement.make_private(self.socket, self.account)
            if not self.data.exists():
                self._initialise()
            self._launch()
        except BaseException:
            self.stop()
            raise

    def reclaim(self) -> None:
        """Lock the cluster and end what a killed holder of the lock left running."""
        placement.make_directory(self.home, 0o711 if self.account.switch else 0o700)
        self.lock.take()
        self._evict()

    def is_running(self) -> bool:
        """Whether our postmaster lives; asking also lets the kernel forget a dead one."""
        return self.server is not None and self.server.poll() is None

    def heal(self) -> None:
        """Start the postmaster again after its death; PostgreSQL recovers from its log."""
        self._evict()
        self._launch()

    def stop(self) -> None:
        """Stop with a fast shutdown, firmly if need be, and let the next one in."""
        if not self.lock.is_held:
            return
        try:
            self._evict()
            if self.server is not None:
                self.server.wait()
                self.server = None
            if self.socket.parent != self.home and self.socket.exists():
                self.socket.rmdir()
        finally:
            self.lock.release()

    def destroy(self) -> None:
        """Stop and remove every file."""
        self.stop()
        shutil.rmtree(self.home)

    def _here(self) -> list[int]:
        """Every PostgreSQL process on this data folder, with or without a postmaster."""
        return processes.working_in(self.data, "postgres")

    def _postmaster(self) -> list[int]:
        """Our child, or the one that `postmaster.pid` names if it really is on this folder."""
        if self.server is not None and self.is_running():
            return [self.server.pid]
        recorded = self._pid_file()[:1]
        return [pid for pid in self._here() if [str(pid)] == recorded]

    def _evict(self) -> None:
        """Leave no process and no stale file of an earlier postmaster on the data folder.

        The files go only when no process is left: `postmaster.pid` is what keeps two servers off
        one folder, but it also blocks a start when its number now belongs to somebody else or
        to a zombie. The same goes for the socket's lock file.
        """
        processes.end(self._postmaster, [(FAST, 30)])
        # Backends that lost their postmaster end by themselves; a busy one has to be told.
        processes.wait_until(lambda: not self._here(), 2)
        left = processes.end(self._here, [(IMMEDIATE, 3), (signal.SIGKILL, 5)])
        if left:
            raise ClusterError(f"PostgreSQL processes {left} do not end.")
        for stale in (self.data / "postmaster.pid", self.socket / f"{SOCKET}.lock"):
            stale.unlink(missing_ok=True)
        (self.socket / SOCKET).unlink(missing_ok=True)

    def _initialise(self) -> None:
        """Make the cluster beside its place and move it there when it is whole."""
        fresh = self.home / "data.new"
        if fresh.exists():
            shutil.rmtree(fresh)
        placement.make_private(fresh, self.account)
        command = [str(self.binaries / "initdb"), f"--pgdata={fresh}", "--username=postgres"]
        command += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"]
        command += ["--builtin-locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject"]
        command += ["--no-instructions"] if self.durable else ["--no-instructions", "--no-sync"]
        done = subprocess.run(
            command, cwd="/", env=self._environment(), capture_output=True, **self.account.run_as
        )
        if done.returncode:
            raise ClusterError(f"initdb: {done.stderr.decode(errors='replace').strip()}")
        fresh.rename(self.data)

    def _launch(self) -> None:
        """Start the postmaster in its own session: Ctrl-C reaches it through us only."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket),
            "unix_socket_permissions": "0700",
        } | ({} if self.durable else CARELESS)
        command = [str(self.binaries / "postgres"), "-D", str(self.data)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        with logfile.open_for_child(self.log) as log:
            self.server = subprocess.Popen(
                command,
                cwd="/",
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self.account.run_as,
            )
        processes.wait_until(lambda: self._is_ready() or not self.is_running(), READY_SECONDS)
        if not self._is_ready():
            words = logfile.tail(self.log)
            raise ClusterError(f"PostgreSQL did not start. Its log {self.log}:\n{words}")

    def _is_ready(self) -> bool:
        lines = self._pid_file()
        return (
            self.is_running()
            and self.server is not None
            and lines[:1] == [str(self.server.pid)]
            and lines[STATUS_LINE:] == ["ready"]
        )

    def _pid_file(self) -> list[str]:
        try:
            text = (self.data / "postmaster.pid").read_text()
        except FileNotFoundError:
            return []
        return [line.strip() for line in text.splitlines()]

    def _environment(self) -> dict[str, str]:
        """Nothing of the caller's `PG...` variables or locale reaches the server."""
        return {"PATH": os.defpath, "LC_ALL": "C"}

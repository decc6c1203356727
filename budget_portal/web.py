"""gunicorn as a child of the supervisor: started on a socket it is given, watched and stopped."""

import errno
import signal
import socket
import subprocess
import sys
from pathlib import Path

from budget_portal import healthcheck
from budget_portal.console import ROOT
from budget_portal.embedded import logfile, processes

# Every process of the site carries it, so that those a killed supervisor left can be found.
MARK = "BUDGET_PORTAL_SERVED_FROM"
STOP = [(signal.SIGTERM, 25.0), (signal.SIGKILL, 5.0)]
ANSWER_SECONDS = 60


class WebError(RuntimeError):
    """The site could not be served; the message says why."""


def listen(host: str, port: int) -> socket.socket:
    """Bind the address. The supervisor keeps it, so it outlives any death of gunicorn."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise WebError(
                f"端口 {port} 已被占用;请换一个:PORT={port + 1} ./run serve\n"
                f"Port {port} is in use. Choose another: PORT={port + 1} ./run serve"
            ) from error
        raise WebError(f"无法使用地址 Cannot use the address {host}:{port}: {error}") from error
    listener.listen(1024)
    return listener


class Web:
    """The gunicorn master that serves the site of one `var` folder."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.log = var / "log" / "web.log"
        self.mark = {MARK: str(var)}
        self.environment: dict[str, str] = {}
        self.master: subprocess.Popen[bytes] | None = None
        self.listener: socket.socket

    def listen(self, host: str, port: int) -> None:
        """End what a killed supervisor left, which may hold the port, and take the port."""
        self.clear()
        self.listener = listen(host, port)

    def clear(self) -> None:
        """End every process of this site, whoever started it."""
        left = processes.end(lambda: processes.carrying(MARK, str(self.var)), STOP)
        if left:
            raise WebError(f"Processes {left} of an earlier start do not end.")

    def start(self) -> None:
        """Start gunicorn in its own session: Ctrl-C reaches it through us only."""
        self.clear()
        descriptor = self.listener.fileno()
        command = [sys.executable, "-P", "-m", "gunicorn"]
        command += ["--config", "python:budget_portal.gunicorn", "--bind", f"fd://{descriptor}"]
        with logfile.open_for_child(self.log) as log:
            self.master = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[descriptor],
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Whether the master lives; asking also lets the kernel forget a dead one."""
        return self.master is not None and self.master.poll() is None

    def local_address(self) -> tuple[str, int]:
        """Where a program or a browser on this machine reaches the site."""
        host, port = self.listener.getsockname()[:2]
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host), port

    def url(self) -> str:
        """The address of the home page for a browser on this machine."""
        host, port = self.local_address()
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def wait_for_answer(self) -> None:
        """Return when the site answers; raise when gunicorn dies before it does."""

        def answers() -> bool:
            return healthcheck.status(*self.local_address()) == 200

        processes.wait_until(lambda: not self.is_running() or answers(), ANSWER_SECONDS)
        if not answers():
            raise WebError(
                f"网站没有启动,日志 {self.log}:\n"
                f"The site did not start. Its log:\n{logfile.tail(self.log)}"
            )

    def stop(self) -> None:
        """Let running requests finish, then end all."""
        if self.master is not None and self.is_running():
            self.master.terminate()
            processes.wait_until(lambda: not self.is_running(), STOP[0][1])
        self.clear()
        if self.master is not None:
            self.master.wait()

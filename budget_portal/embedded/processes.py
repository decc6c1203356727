"""What runs on this machine, asked of the kernel: a process id in a file proves nothing."""

import os
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil  # type: ignore[import-untyped]

POLL_SECONDS = 0.05


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Poll `condition` until it holds or the time is up, and say which it was."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def is_alive(pid: int) -> bool:
    """Whether the process runs. A zombie does not, though `kill(pid, 0)` says it does."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def working_in(directory: Path, name: str) -> list[int]:
    """Living processes called `name` whose working directory is `directory`.

    Every PostgreSQL process stands in its data directory, so this finds the ones that a killed
    postmaster or supervisor left behind, also when no file names them.
    """
    wanted = os.path.realpath(directory)
    named = [each for each in psutil.process_iter(["name"]) if each.info["name"] == name]
    return [each.pid for each in named if working_directory(each) == wanted and is_alive(each.pid)]


def working_directory(process: psutil.Process) -> str | None:
    """Where the process stands; nowhere when it has ended or belongs to somebody else."""
    try:
        return str(process.cwd())
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None


def carrying(variable: str, value: str) -> list[int]:
    """Living processes, other than this one, started with `variable=value` in their environment."""
    return [
        each.pid
        for each in psutil.process_iter(["environ"])
        if (each.info["environ"] or {}).get(variable) == value
        and each.pid != os.getpid()
        and is_alive(each.pid)
    ]


def send(pids: Iterable[int], number: signal.Signals) -> None:
    """Signal each process; one that has just ended needs no signal."""
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def end(find: Callable[[], list[int]], steps: Iterable[tuple[signal.Signals, float]]) -> list[int]:
    """Signal what `find` finds, ever more firmly, until nothing is left. Returns what is left."""
    for number, seconds in steps:
        send(find(), number)
        if wait_until(lambda: not find(), seconds):
            return []
    return find()

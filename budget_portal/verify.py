"""`./run test`: every check and every test, on a PostgreSQL of its own.

All of them run even when one fails; the summary at the end and the exit status say what failed.
"""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import NoReturn

from budget_portal import browser, office
from budget_portal.console import ROOT, say
from budget_portal.postgres import throwaway

PYTHON = [sys.executable, "-P", "-m"]
MANAGE = [sys.executable, str(ROOT / "manage.py")]
# The tests of a file share what is costly to start, and so one worker.
PARALLEL = ["-n", "auto", "--dist", "loadfile"]


def steps(pytest_arguments: list[str]) -> dict[str, list[str]]:
    """What is run, in this order: what fails fastest comes first."""
    return {
        "代码风格 ruff check": [*PYTHON, "ruff", "check", "."],
        "代码排版 ruff format": [*PYTHON, "ruff", "format", "--check", "."],
        "分层约定 lint-imports": [str(Path(sys.executable).with_name("lint-imports"))],
        "类型 mypy": [*PYTHON, "mypy"],
        "系统检查 manage.py check": [*MANAGE, "check", "--fail-level", "WARNING"],
        "迁移齐全 makemigrations --check": [*MANAGE, "makemigrations", "--check", "--dry-run"],
        "静态文件 collectstatic": [*PYTHON, "budget_portal.static"],
        "测试 pytest": [*PYTHON, "pytest", *PARALLEL, *pytest_arguments],
    }


def main(arguments: list[str]) -> int:
    """Run every step, then say how each ended."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    started = time.monotonic()
    missing = browser.provide()
    left_out = office.provide()
    results = {"浏览器与字体 Chromium, CJK font": (not missing, time.monotonic() - started)}
    try:
        results |= run_all(steps(arguments))
    except KeyboardInterrupt:
        say("已中断 Interrupted")
        return 130
    summarise(results, "\n".join(filter(None, (missing, left_out))))
    return 0 if all(passed for passed, _ in results.values()) else 1


def run_all(commands: dict[str, list[str]]) -> dict[str, tuple[bool, float]]:
    """Run the steps on a fresh PostgreSQL and a fresh `var`, both gone afterwards."""
    with ExitStack() as stack:
        var = stack.enter_context(tempfile.TemporaryDirectory(prefix="budget-portal-test-"))
        url = os.environ.get("DATABASE_URL") or stack.enter_context(throwaway())
        environment = os.environ | {
            "DATABASE_URL": url,
            "VAR_DIR": var,
            # Named, so that a site started by a test finds the files collected here.
            "STATIC_ROOT": f"{var}/static",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "PYTHONPATH": str(ROOT),
        }
        return {name: run(name, command, environment) for name, command in commands.items()}


def run(name: str, command: list[str], environment: dict[str, str]) -> tuple[bool, float]:
    """Run one step in sight of the user; how it ended and how long it took.

    In a session of its own: an interrupted pytest gets one signal, and the time to clean up.
    """
    say(f"\n== {name}")
    started = time.monotonic()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
    ) as step:
        try:
            step.wait()
        except KeyboardInterrupt:
            step.send_signal(signal.SIGINT)
            raise
    return step.returncode == 0, time.monotonic() - started


def summarise(results: dict[str, tuple[bool, float]], missing: str) -> None:
    """One line a step, what is missing, and the verdict last."""
    say("\n== 总结 Summary")
    for name, (passed, seconds) in results.items():
        say(f"{'通过 ok    ' if passed else '失败 FAILED'} {seconds:6.1f} s  {name}")
    if missing:
        say(missing)
    failed = sum(not passed for passed, _ in results.values())
    say(f"{failed} 项失败 failed" if failed else "全部通过 All passed")


def interrupt(number: int, frame: FrameType | None) -> NoReturn:
    """Leave as Ctrl-C does, so that the throw-away PostgreSQL is stopped."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

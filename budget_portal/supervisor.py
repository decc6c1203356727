"""`./run serve`: start everything, keep it running, stop everything.

PostgreSQL and gunicorn are children of this one process. Each has a session of its own, so that a
signal at the terminal reaches them only through here and in order: the site first, then the
database.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from ipaddress import ip_address
from types import FrameType
from typing import NoReturn

from budget_portal import postgres
from budget_portal.background import Background
from budget_portal.console import ROOT, environment, say, var_dir
from budget_portal.embedded.cluster import ClusterError
from budget_portal.embedded.lock import InUseError, Lock
from budget_portal.embedded.placement import PlacementError
from budget_portal.web import Web, WebError

WATCH_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 10.0
STEADY_SECONDS = 30.0
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class PrepareError(RuntimeError):
    """A command before serving failed; it has printed why."""


def main() -> None:
    """Serve until told to stop; a failure is one clear message and a non-zero status."""
    for number in STOP_SIGNALS:
        # Under nohup a closed terminal is meant to stop nothing.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, interrupt)
    lock = Lock(var_dir() / "serve.lock")
    try:
        var_dir().mkdir(parents=True, exist_ok=True)
        lock.take()
        serve()
    except KeyboardInterrupt:
        say("已停止 Stopped")
    except InUseError:
        sys.exit(
            f"另一个 ./run serve(或 ./run manage)正在使用 {var_dir()};请先停止它。\n"
            f"Another ./run serve (or ./run manage) is using {var_dir()}; stop it first."
        )
    except (ClusterError, PlacementError, PrepareError, WebError) as error:
        sys.exit(str(error))


def interrupt(number: int, frame: FrameType | None) -> NoReturn:
    """Turn the first stop signal into an exception, and let nothing disturb the way out."""
    ignore_signals()
    raise KeyboardInterrupt


def ignore_signals() -> None:
    """From here on, every child is ended in order, whatever key is pressed again."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def serve() -> None:
    """Start the parts in order, watch them, and stop them in the opposite order."""
    with ExitStack() as started:
        web = Web(var_dir())
        web.listen(os.environ.get("HOST", "127.0.0.1"), port())
        releases = Background(var_dir(), "publish_due", "releases")
        pages = Background(var_dir(), "make_pages", "pages")
        parts = [
            Part("网站 The site", web.is_running, web.start),
            Part("公开计划 The release clock", releases.is_running, releases.start),
            Part("页面 The maker of pages", pages.is_running, pages.start),
        ]
        serving = os.environ.get("DATABASE_URL")
        if serving:
            say("[2/6] 数据库 Database: DATABASE_URL")
            owning = os.environ.get("MIGRATION_DATABASE_URL") or serving
        else:
            cluster = postgres.served(var_dir())
            say(f"[2/6] 数据库 PostgreSQL: {cluster.home}")
            started.callback(cluster.stop)
            postgres.start(cluster)
            serving, owning = postgres.web_url(cluster), postgres.owner_url(cluster)
            parts.insert(0, Part("数据库 PostgreSQL", cluster.is_running, cluster.heal))
        started.callback(web.stop)
        started.callback(releases.stop)
        started.callback(pages.stop)
        started.callback(ignore_signals)  # called first: the way out is never interrupted
        prepare(environment(owning) | web.mark)
        say(f"[6/6] 网站 Web server: {web.log}")
        shared = environment(serving) | public_url(web)
        web.environment = shared | web.mark
        releases.environment = pages.environment = shared
        web.start()
        web.wait_for_answer()
        releases.start()
        pages.start()
        say(f"请打开 Open {web.url()}")
        watch(parts)


def public_url(web: Web) -> dict[str, str]:
    """PUBLIC_URL, which a site that only this machine reaches need not be told.

    Reached by other names too, full addresses are as each reader asked.
    """
    is_told = os.environ.get("PUBLIC_URL")
    is_inside = ip_address(web.listener.getsockname()[0]).is_loopback
    return {"PUBLIC_URL": web.url()} if is_inside and not is_told else {}


def port() -> int:
    """The port to serve on."""
    text = os.environ.get("PORT", "8000")
    if not text.isdecimal() or int(text) > 65535:
        raise WebError(f"PORT={text} 不是端口号。PORT={text} is no port number.")
    return int(text)


def prepare(environment: dict[str, str]) -> None:
    """Run `budget_portal.prepare` as the role that owns the tables."""
    command = [sys.executable, "-P", "-m", "budget_portal.prepare", "--static", "--demo"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
    )
    if done.returncode:
        raise PrepareError("准备工作失败,原因见上。Preparing the site failed; see above.")


@dataclass
class Part:
    """A child that must run, and when it may be started again."""

    name: str
    is_running: Callable[[], bool]
    start: Callable[[], None]
    pause: float = 0.0
    not_before: float = 0.0

    def keep(self) -> None:
        """Start the child again if it died: at once the first time, then ever more slowly."""
        now = time.monotonic()
        if self.is_running():
            if now > self.not_before + STEADY_SECONDS:
                self.pause = 0.0
            return
        if now < self.not_before:
            return
        say(f"{self.name} 意外退出,正在重新启动 has died and is being started again")
        self.pause = min(self.pause * 2 or 0.5, LONGEST_PAUSE_SECONDS)
        self.not_before = now + self.pause
        try:
            self.start()
        except (ClusterError, WebError) as error:
            say(str(error))
        else:
            say(f"{self.name} 已重新启动 has been started again")


def watch(parts: list[Part]) -> NoReturn:
    """Keep every part running until a stop signal comes; then leave as Ctrl-C does.

    The signal is noted, and obeyed between rounds: an exception in the middle of asking after a
    child can leave that child's lock taken, and waiting for its end would never end.
    """
    told: list[int] = []
    for number in STOP_SIGNALS:
        if signal.getsignal(number) is interrupt:
            signal.signal(number, lambda number, _: told.append(number))
    while not told:
        for part in parts:
            part.keep()
        time.sleep(WATCH_SECONDS)
    ignore_signals()
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()

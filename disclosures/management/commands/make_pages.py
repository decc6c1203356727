"""`manage.py make_pages [--every SECONDS] [--site URL]`: makes public pages before anyone asks."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from disclosures.pages import ahead
from disclosures.pages.ahead import Made
from disclosures.pages.warm import warm

BEHIND = 10  # niceness: readers' requests go first


def _answered_to() -> str:
    """The first name that the site answers to, for one that was not told its address."""
    name = next((each for each in settings.ALLOWED_HOSTS if each != "*"), "localhost")
    return f"{'https' if settings.SECURE_SSL_REDIRECT else 'http'}://{name.removeprefix('.')}"


class Command(BaseCommand):
    """Once, or again whenever something was published, until it is stopped."""

    help = "把公开页面预先做好。Make the public pages before anyone asks for them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often to look, and whose pages."""
        parser.add_argument("--every", type=int, metavar="SECONDS", help="每隔几秒查看一次，不停止")
        parser.add_argument(
            "--site",
            metavar="URL",
            default=settings.PUBLIC_URL or _answered_to(),
            help="读者所用的网址（默认为 PUBLIC_URL）the site's address as readers have it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how far each round has come, and what could not be made."""
        os.nice(BEHIND)
        warm()
        made_from = self._round(options["site"], "")
        while options["every"]:
            time.sleep(options["every"])
            close_old_connections()
            made_from = self._round(options["site"], made_from)

    def _round(self, site: str, before: str) -> str:
        """Make what is not made of what is published now; what it was, once all of it is there."""
        if (now := ahead.made_from()) == before:
            return before
        begun = time.monotonic()
        done = ahead.make(site, ahead.paths(), self._say)
        self._say(done)
        for path in done.failed:
            self.stderr.write(f"    没有做成 Not made: {path}")
        self.stdout.write(f"    用时 {time.monotonic() - begun:.1f} 秒 seconds")
        self.stdout.flush()
        return now if done.is_whole else ""

    def _say(self, done: Made) -> None:
        whole = "，已全部备好 all of them" if done.is_whole else ""
        self.stdout.write(f"    页面 {done.pages} pages{whole}")
        self.stdout.flush()

"""`manage.py publish_due [--every SECONDS]`: carries out the plans whose time has come."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from disclosures.publishing.releases import publish_due


class Command(BaseCommand):
    """Once, or again and again until it is stopped."""

    help = "执行到时的公开计划。Carry out due publication plans."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often."""
        parser.add_argument("--every", type=int, metavar="SECONDS", help="每隔几秒执行一次，不停止")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what became of each plan."""
        publish_due(self.stdout.write)
        while options["every"]:
            time.sleep(options["every"])
            close_old_connections()
            publish_due(self.stdout.write)

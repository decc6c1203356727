"""`manage.py load_demo`: the demonstration disclosure and accounts."""

from typing import Any

from django.core.management.base import BaseCommand

from disclosures.publishing.demo import load_cities, load_demo


class Command(BaseCommand):
    """Take in and publish the seed disclosure; passwords are printed once, when made."""

    help = "载入示例公开与演示账号。Load the demonstration disclosure and accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what was done."""
        load_demo(self.stdout.write)
        load_cities(self.stdout.write)

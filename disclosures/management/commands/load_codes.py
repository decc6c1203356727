"""`manage.py load_codes`: regions and code lists into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from disclosures.classification.loading import BadRowsError, load_codes
from disclosures.publishing.places import load_regions


class Command(BaseCommand):
    """Load everything or nothing; every bad row is named."""

    help = "载入地区与科目（全部成功或全部不变）。Load regions and code lists, all or nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what changed."""
        try:
            counts = load_codes()
        except BadRowsError as error:
            raise CommandError(str(error)) from error
        regions = load_regions()
        self.stdout.write(f"    地区 {regions}")
        for each in counts:
            self.stdout.write(
                f"    {each.name}：新增 {each.added}，更新 {each.changed}，不变 {each.unchanged}"
            )

"""`manage.py verify_archive FILE`: check a downloaded archive of the ledger, without a database."""

from typing import Any
from zipfile import BadZipFile

from django.core.management.base import BaseCommand, CommandError, CommandParser

from disclosures.records.chain import broken_archive


class Command(BaseCommand):
    """Say every place where the chain is broken."""

    help = "离线核验公开账本的归档 Verify an archive of the ledger offline"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check it; a broken chain is an error."""
        try:
            count, wrong = broken_archive(options["file"])
        except (OSError, KeyError, ValueError, BadZipFile) as error:
            raise CommandError(f"无法读取 cannot read {options['file']}：{error}") from error
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write(f"{count} 条，完好。{count} entries, intact.")

"""`manage.py document_api`: write the API's OpenAPI document into the documentation."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from disclosures.api.schema import document_bytes

FILE = Path(__file__).resolve().parents[3] / "docs" / "generated" / "openapi.json"


class Command(BaseCommand):
    """One file, the same bytes on every machine."""

    help = "写出接口的 OpenAPI 文件 Write docs/generated/openapi.json"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        FILE.parent.mkdir(parents=True, exist_ok=True)
        FILE.write_bytes(document_bytes())
        self.stdout.write(f"{FILE}: {FILE.stat().st_size} bytes")

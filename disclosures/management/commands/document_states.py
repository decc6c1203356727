"""Write docs/generated/states.md from the states and their moves."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from disclosures.publishing.state_document import states_document

DEFAULT = Path(__file__).resolve().parents[3] / "docs" / "generated" / "states.md"


class Command(BaseCommand):
    """Writes the generated page of states."""

    help = "生成状态文档 docs/generated/states.md"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write it."""
        parser.add_argument("--output", type=Path, default=DEFAULT)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the page and say where."""
        output: Path = options["output"]
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(states_document(), encoding="utf-8")
        self.stdout.write(f"已写入 {output}")

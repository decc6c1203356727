"""`manage.py extract_figures FILE... --into FOLDER`: figures without prose."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pypinyin import lazy_pinyin

from disclosures.documents.figures_only import figures_of
from disclosures.publishing.joining import joined
from disclosures.publishing.reading import read_file


class Command(BaseCommand):
    """Needs no database; tables published apart are joined to their narrative."""

    help = "从公开文件提取数据（不含文字）。Extract figures, without their prose."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The documents, and where the files of figures go."""
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--into", type=Path, required=True, metavar="FOLDER")

    def handle(self, *args: Any, **options: Any) -> None:
        """One file a disclosure; one that is refused is said and stops nothing."""
        readings = [read_file(name) for name in options["files"]]
        for each in readings:
            if each.refusal:
                self.stderr.write(f"{each.filename}：{each.refusal.reason}")
        options["into"].mkdir(parents=True, exist_ok=True)
        for whole in joined(each for each in readings if not each.refusal):
            narrative = whole.reading.narrative
            if narrative is None or not narrative.department:
                raise CommandError(f"{whole.reading.filename}：没有读出部门名称。")
            slug = "-".join(lazy_pinyin(narrative.department, errors="ignore"))
            path = options["into"] / f"{slug}-{narrative.year}-{narrative.kind}.json"
            path.write_bytes(figures_of(narrative, whole.reading.book) + b"\n")
            self.stdout.write(f"{path}: {path.stat().st_size} bytes")

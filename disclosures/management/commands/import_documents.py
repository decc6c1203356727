"""`manage.py import_documents FOLDER|FILE...`: a city's published history in one go."""

import os
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from disclosures.publishing.history import Fate, Line, People, files_in, take_in_history
from disclosures.publishing.intake import Manner
from disclosures.records.places import Region

WIDTH = 24


class Command(BaseCommand):
    """Read in several processes, store whole or not at all, say what became of each file."""

    help = "批量收入已公开的文件，可随时中断后续传。Take in published documents; resumable."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files are, who takes them in, and whether they are published."""
        parser.add_argument("places", nargs="+", metavar="FOLDER|FILE")
        parser.add_argument("--region", help="地区（拼音名）：名称中看不出地区的部门归于此")
        parser.add_argument("--by", default="administrator", help="收入人的账号")
        parser.add_argument("--approved-by", default="reviewer", help="审核人的账号，须是另一人")
        parser.add_argument("--publish-as-history", action="store_true", help="按原公开内容公开")
        parser.add_argument("--processes", type=int, default=max((os.cpu_count() or 2) - 1, 1))
        parser.add_argument("--report", type=Path, metavar="FILE", help="报告另存为 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take everything in; the report says what was and what was not."""
        files = files_in(options["places"])
        if not files:
            raise CommandError("没有找到文件。No files found.")
        lines = take_in_history(
            files=files,
            people=People(self._person(options["by"]), self._person(options["approved_by"])),
            manner=Manner(is_history=True, home=self._region(options["region"])),
            publish=options["publish_as_history"],
            processes=options["processes"],
            say=self._progress,
        )
        self.stderr.write("")
        for line in lines:
            self.stdout.write(_told(line))
        self.stdout.write(_summary(lines))
        if options["report"]:
            options["report"].write_bytes(
                orjson.dumps([asdict(each) for each in lines], option=orjson.OPT_INDENT_2)
            )

    def _progress(self, done: int, of: int, name: str) -> None:
        filled = WIDTH * done // of
        bar = "█" * filled + "░" * (WIDTH - filled)
        self.stderr.write(f"\r{bar} {done}/{of} {Path(name).name[:40]:40}", ending="")
        self.stderr.flush()

    def _person(self, name: str) -> Any:
        found = get_user_model().objects.filter(username=name).first()
        if found is None:
            raise CommandError(f"没有账号“{name}”。请先建立，或用 --by、--approved-by 指定。")
        return found

    def _region(self, slug: str | None) -> Region | None:
        if slug is None:
            return None
        found = Region.objects.filter(slug=slug).first()
        if found is None:
            raise CommandError(f"没有地区“{slug}”。请先在后台“地区”中添加。")
        return found


def _told(line: Line) -> str:
    what = f"{line.department} {line.year or ''}".strip()
    if line.fate is Fate.REFUSED:
        return f"{line.fate}  {Path(line.file).name}  {what}  {line.reason}"
    return (
        f"{line.fate}  {Path(line.file).name}  {what}  表 {line.tables}，行 {line.rows}，"
        f"存疑 {line.doubts}，核对提示 {line.findings}，{line.seconds} 秒  {line.reason}".rstrip()
    )


def _summary(lines: list[Line]) -> str:
    counts = [f"{fate} {sum(each.fate is fate for each in lines)}" for fate in Fate]
    return f"共 {len(lines)} 份：{'，'.join(counts)}"

"""`manage.py import_documents FOLDER|FILE...`: a city's published history in one go."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import orjson
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from disclosures.publishing.history import Fate, Line, People, files_in, take_in_history
from disclosures.publishing.intake import Manner
from disclosures.publishing.proposing import BadListError, propose_from_list
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
        parser.add_argument(
            "--successions",
            type=Path,
            metavar="CSV",
            help="部门沿革提议，列名见操作手册",
        )
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
        for row in _rows(lines):
            self.stdout.write(row)
        self.stdout.write(_summary(lines))
        if options["successions"]:
            self._propose(options["successions"])
        if options["report"]:
            options["report"].write_bytes(
                orjson.dumps([asdict(each) for each in lines], option=orjson.OPT_INDENT_2)
            )

    def _propose(self, path: Path) -> None:
        try:
            count = propose_from_list(path)
        except BadListError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"部门沿革：{count} 条新提议，请在后台“沿革提议”中确认。")

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


HEADS = ("结果", "文件", "部门", "年度", "表", "行", "存疑", "提示", "秒", "说明")


def _rows(lines: list[Line]) -> Iterator[str]:
    """The report as a table: a line of heads, then one a file, in columns."""
    told = [HEADS, *map(_cells, lines)]
    widths = [max(map(_width, column)) for column in zip(*told, strict=True)]
    for cells in told:
        padded = (c + " " * (w - _width(c)) for c, w in zip(cells, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _cells(line: Line) -> tuple[str, ...]:
    counts = (line.year, line.tables, line.rows, line.doubts, line.findings, line.seconds)
    numbers = ("—" if each is None else str(each) for each in counts)
    return (line.fate, Path(line.file).name, line.department, *numbers, line.reason)


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: two for a Chinese character."""
    return sum(1 + (east_asian_width(each) in "WF") for each in text)


def _summary(lines: list[Line]) -> str:
    counts = [f"{fate} {sum(each.fate is fate for each in lines)}" for fate in Fate]
    return f"共 {len(lines)} 份：{'，'.join(counts)}"

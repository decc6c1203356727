"""`manage.py read_document FILE... --format json`: read disclosures without a database."""

from argparse import ArgumentParser
from typing import Any

import orjson
from django.core.management.base import BaseCommand

from disclosures.publishing.contract import contract_of
from disclosures.publishing.reading import read_file


class Command(BaseCommand):
    """Print what each file says; exit status 2 when one was not recognised."""

    help = "读取部门预算公开文件，不需要数据库。Read disclosures without a database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, and the format of the answer."""
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--format", choices=("json", "text"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read every file; one that cannot be read never stops the others."""
        found = [contract_of(read_file(name)) for name in options["files"]]
        if options["format"] == "json":
            self.stdout.write(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
        else:
            for each in found:
                self.stdout.write(_summary(each))
        if not all(each["recognised"] for each in found):
            raise SystemExit(2)


def _summary(found: dict[str, Any]) -> str:
    if not found["recognised"]:
        return f"{found['file']}  未受理：{found['reason']}"
    lines = [
        f"{found['file']}  {found['department']} {found['year']}年 {found['printed_unit']}",
        f"  数据 {len(found['statements'])} 项，公开表 {len(found['tables'])} 张，"
        f"核对提示 {len(found['findings'])} 条，存疑 {len(found['doubts'])} 处",
    ]
    lines += [f"  {name}: {value or '未公开'}" for name, value in found["headline"].items()]
    lines += [
        f"  [{each['severity']}] {each['rule']} {each['message']}" for each in found["findings"]
    ]
    lines += [f"  [存疑] {each['message']}" for each in found["doubts"]]
    return "\n".join(lines)

"""`manage.py write_template 530100 某局 2026 --output 模板.xlsx`: the official workbook."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from disclosures.documents.forms.registry import forms_of
from disclosures.exports.workbook.official import official_template
from disclosures.records.disclosure import EARLIEST, LATEST, Kind
from disclosures.records.places import Department


class Command(BaseCommand):
    """Writes one template and says which form it is."""

    help = "生成官方模板：空白，或附有上年公布数（--last-year）。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose, of which year, in which form, and where to."""
        parser.add_argument("region", help="行政区划代码，如 530100")
        parser.add_argument("department", help="部门名称")
        parser.add_argument(
            "year", type=int, choices=range(EARLIEST + 1, LATEST + 1), metavar="年度"
        )
        parser.add_argument("--kind", choices=Kind.values, default=Kind.BUDGET)
        parser.add_argument("--form", help="表式；不写时按地区和年度确定")
        parser.add_argument("--last-year", action="store_true", help="附上年公布数")
        parser.add_argument("--output", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file. Raises CommandError naming what is not known."""
        region, name, year = options["region"], options["department"], options["year"]
        department = Department.objects.filter(region__code=region, name=name).first()
        if department is None:
            raise CommandError(f"地区 {region} 没有名为“{name}”的部门。")
        choices = forms_of(region, year, Kind(options["kind"]))
        wanted = options["form"] or (choices[0].form.name if choices else "")
        form = next((each.form for each in choices if each.form.name == wanted), None)
        if form is None:
            known = "、".join(each.form.name for each in choices) or "无"
            raise CommandError(f"没有表式“{wanted}”。{region} {year} 年可用的表式：{known}。")
        data = official_template(department, year, form, with_last_year=options["last_year"])
        options["output"].write_bytes(data)
        self.stdout.write(f"已写入 {options['output']}：{form.label}")

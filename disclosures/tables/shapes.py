"""Abstract shapes: the columns that several official tables share, written once."""

from django.db import models

from disclosures.records.disclosure import Revision
from disclosures.records.fields import MoneyField
from disclosures.tables.book import Origin, RowKind


class TableRow(models.Model):
    """A printed row of an official table.

    `printed` keeps each column's text as printed; `where` each column's place in the source.
    """

    revision = models.ForeignKey(
        Revision, models.CASCADE, verbose_name="公开版本", related_name="+"
    )
    position = models.PositiveIntegerField("行序")
    row_kind = models.CharField("行别", max_length=8, choices=RowKind, default=RowKind.DETAIL)
    origin = models.CharField("数据来源", max_length=10, choices=Origin, default=Origin.TABLE)
    printed = models.JSONField("原文", default=dict, blank=True)
    where = models.JSONField("位置", default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ("revision", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("revision", "position"), name="%(class)s_position_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} 第{self.position}行"


class ByFunction(TableRow):
    """A row for a function code: 类, 款 or 项."""

    function_code = models.CharField("功能科目编码", max_length=7, blank=True)
    function_name = models.CharField("功能科目名称", max_length=200, blank=True)
    total = MoneyField("合计")

    class Meta(TableRow.Meta):
        abstract = True

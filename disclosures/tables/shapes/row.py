"""What every printed row of every official table has."""

from typing import ClassVar

from django.db import models

from disclosures.records.disclosure import Revision
from disclosures.tables.book import Origin, RowKind


class TableRow(models.Model):
    """A printed row of an official table, in the order of print.

    `printed` keeps the text of each printed cell, `where` its place in the source (the row's own
    place under the empty name). A column missing from `printed` was not printed at all; one that is
    there and has no value is blank or 不适用, as its text says. `position` counts from 0, as
    `Sheet.rows` does.
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
        ordering = ("revision_id", "position")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("revision", "position"), name="%(class)s_position_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} 第{self.position + 1}行"

"""A table of the disclosure as an object: whether it was filled, declared empty, or what else."""

from django.db import models

from disclosures.records.narration import OfRevision


class TableState(models.TextChoices):
    """Why a table has rows or none; none of these is a zero."""

    FILLED = "filled", "有数据"
    FROM_NARRATIVE = "from_narrative", "取自编制说明"
    DECLARED_EMPTY = "declared_empty", "空表"
    NOT_ATTACHED = "not_attached", "原文件未附表"
    AS_PRINTED = "as_printed", "按原样保留"


class PrintedTable(OfRevision):
    """One table in the order and under the title that the document's form prints.

    `cells` are those of a table that no form knows: [text, row, column, rows, columns, where].
    """

    table = models.SlugField("表", max_length=60)
    position = models.PositiveSmallIntegerField("表号")
    title = models.CharField("表名", max_length=200)
    state = models.CharField("状态", max_length=16, choices=TableState)
    printed_unit = models.CharField("金额单位", max_length=4, blank=True)
    statement = models.TextField("空表说明", blank=True)
    where = models.JSONField("位置", default=dict, blank=True)
    cells = models.JSONField("原样单元格", default=list, blank=True, editable=False)

    class Meta:
        verbose_name = "公开表"
        verbose_name_plural = "公开表"
        ordering = ("revision_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("revision", "table"), name="printed_table_once"),
        )

    def __str__(self) -> str:
        return self.title

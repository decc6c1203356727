"""A headline figure that the narrative does not state and a table prints, or says 不适用 of."""

from django.db import models

from disclosures.classification.figures import figure_of
from disclosures.records.fields import MoneyField
from disclosures.records.narration import OfRevision


class TableFigure(OfRevision):
    """表内数据: an amount of a total row or a line of a balance, in 元, with its cell's place.

    Without an amount, its cell prints that it is not applicable.
    """

    key = models.CharField("指标", max_length=60)
    yuan = MoneyField("金额（元）")
    printed = models.CharField("原文", max_length=60)
    unit = models.CharField("单位", max_length=4)
    table = models.CharField("表", max_length=60)
    row = models.PositiveIntegerField("行")
    column = models.CharField("栏目", max_length=60)

    class Meta:
        verbose_name = "表内数据"
        verbose_name_plural = "表内数据"
        ordering = ("revision_id", "key")
        constraints = (
            models.UniqueConstraint(fields=("revision", "key"), name="table_figure_key_once"),
        )

    def __str__(self) -> str:
        return f"{self.label} {self.printed}{self.unit}"

    @property
    def label(self) -> str:
        """The official name of the figure."""
        return figure_of(self.key).label

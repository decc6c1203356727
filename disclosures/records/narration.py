"""The narrative as stored: sections whole, figures quoted from them, terms explained.

Positions are character offsets into `Revision.text`, the same that the reader used.
"""

from django.db import models

from disclosures.classification.figures import figure_of
from disclosures.records.disclosure import Revision
from disclosures.records.fields import MoneyField


class OfRevision(models.Model):
    """Belongs to a revision and is sealed with it."""

    revision = models.ForeignKey(Revision, models.CASCADE, verbose_name="公开版本")

    class Meta:
        abstract = True


class NarrativeSection(OfRevision):
    """One part of the narrative, whole: 0 cover, 1-9 the nine sections, 10 signature."""

    number = models.PositiveSmallIntegerField("序号")
    heading = models.CharField("标题", max_length=200, blank=True)
    start = models.PositiveIntegerField("起始字符")
    end = models.PositiveIntegerField("结束字符")

    class Meta:
        verbose_name = "编制说明章节"
        verbose_name_plural = "编制说明章节"
        ordering = ("revision_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("revision", "number"), name="section_number_once"),
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="section_span_is_forward"
            ),
        )

    def __str__(self) -> str:
        return self.heading or f"第{self.number}部分"

    @property
    def text(self) -> str:
        """The section's words, exactly as printed."""
        return self.revision.text[self.start : self.end]


class QuotedFigure(OfRevision):
    """A figure or fact quoted from the narrative, with the place where it is printed.

    `value` is in the printed unit (signed), `yuan` in 元 for money, `words` for what is no number.
    """

    key = models.CharField("指标", max_length=60)
    position = models.PositiveIntegerField("次序")
    value = models.DecimalField("数值", max_digits=24, decimal_places=6, null=True, blank=True)
    yuan = MoneyField("金额（元）")
    unit = models.CharField("单位", max_length=10, blank=True)
    words = models.TextField("文字", blank=True)
    items = models.JSONField("列举", default=list, blank=True)
    printed = models.TextField("原文")
    section = models.CharField("所在章节", max_length=12)
    start = models.PositiveIntegerField("起始字符")
    end = models.PositiveIntegerField("结束字符")
    sentence_start = models.PositiveIntegerField("句子起始字符")
    sentence_end = models.PositiveIntegerField("句子结束字符")

    class Meta:
        verbose_name = "引用数据"
        verbose_name_plural = "引用数据"
        ordering = ("revision_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("revision", "key"), name="figure_key_once_a_revision"),
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="figure_span_is_forward"
            ),
        )
        indexes = (models.Index(fields=("key", "yuan"), name="figure_by_key_and_amount"),)

    def __str__(self) -> str:
        return f"{self.label} {self.printed}"

    @property
    def label(self) -> str:
        """The official name of what is stated."""
        return figure_of(self.key).label


class GlossaryTerm(OfRevision):
    """A term explained in 专业名词解释."""

    position = models.PositiveIntegerField("次序")
    term = models.CharField("名词", max_length=200)
    definition = models.TextField("解释")
    start = models.PositiveIntegerField("起始字符")
    end = models.PositiveIntegerField("结束字符")

    class Meta:
        verbose_name = "专业名词解释"
        verbose_name_plural = "专业名词解释"
        ordering = ("revision_id", "position")

    def __str__(self) -> str:
        return self.term

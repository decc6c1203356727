"""What a reviewer pins to a cell or sentence of a draft; for the desk, never for the public."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from disclosures.records.narration import OfRevision


class Remark(OfRevision):
    """批注: words on one cell (`table`, `row`, `column`), one section, or the whole revision.

    `quote` is what stands there: the cell's printed text, or the sentence of the section.
    """

    table = models.SlugField("表", max_length=60, blank=True)
    row = models.PositiveIntegerField("行", null=True, blank=True)
    column = models.CharField("列", max_length=60, blank=True)
    section = models.PositiveSmallIntegerField("章节", null=True, blank=True)
    quote = models.TextField("所指原文", blank=True)
    text = models.TextField("批注")
    at = models.DateTimeField("时间", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="批注人", related_name="+"
    )
    settled_at = models.DateTimeField("处理时间", null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="处理人",
        related_name="+",
    )

    class Meta:
        verbose_name = "批注"
        verbose_name_plural = "批注"
        ordering = ("revision_id", "pk")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """A remark says something. Raises ValidationError in Chinese."""
        if not self.text.strip():
            raise ValidationError({"text": "请写明批注内容。"})

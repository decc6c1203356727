"""What a reviewer pins to a cell or sentence of a draft; for the desk, never for the public."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from disclosures.records.narration import OfRevision


class Remark(OfRevision):
    """批注: words on one cell (`table`, `row`, `column`), one section, or the whole revision."""

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
        ordering = ("revision", "pk")

    def __str__(self) -> str:
        return self.text

    @property
    def place(self) -> str:
        """Where it is pinned, in words; empty for the whole revision."""
        if self.section is not None:
            return f"第{self.section}部分"
        if not self.table:
            return ""
        printed = self.revision.printedtable_set.filter(table=self.table).first()
        title = printed.title if printed else self.table
        return title if self.row is None else f"{title} 第{self.row + 1}行"

    def clean(self) -> None:
        """A remark says something. Raises ValidationError in Chinese."""
        if not self.text.strip():
            raise ValidationError({"text": "请写明批注内容。"})

"""What the reader could not read surely, kept beside what it read and shown to everyone."""

from django.conf import settings
from django.db import models

from disclosures.records.narration import OfRevision


class Doubt(OfRevision):
    """存疑之处: one place of a source that a person has to look at.

    `where` is {"section", "start", "end"} in the narrative, {"sheet", "cell"} in a workbook or
    {"page", "box"} in a PDF; `printed` is what stands there. Once a person has compared the draft
    with the source there, the doubt says so; it is never taken away.
    """

    position = models.PositiveIntegerField("次序")
    message = models.TextField("说明")
    printed = models.TextField("原文", blank=True)
    where = models.JSONField("位置", default=dict, blank=True)
    settled_at = models.DateTimeField("核对时间", null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="核对人",
        related_name="+",
    )

    class Meta:
        verbose_name = "存疑之处"
        verbose_name_plural = "存疑之处"
        ordering = ("revision_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("revision", "position"), name="doubt_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.message} {self.printed}".strip()

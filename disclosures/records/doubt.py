"""What the reader could not read surely, kept beside what it read and shown to everyone."""

from django.db import models

from disclosures.records.narration import OfRevision


class Doubt(OfRevision):
    """存疑之处: one place of a source that a person has to look at.

    `where` is {"section", "start", "end"} in the narrative, {"sheet", "cell"} in a workbook or
    {"page", "box"} in a PDF; `printed` is what stands there.
    """

    position = models.PositiveIntegerField("次序")
    message = models.TextField("说明")
    printed = models.TextField("原文", blank=True)
    where = models.JSONField("位置", default=dict, blank=True)

    class Meta:
        verbose_name = "存疑之处"
        verbose_name_plural = "存疑之处"
        ordering = ("revision", "position")
        constraints = (
            models.UniqueConstraint(fields=("revision", "position"), name="doubt_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.message} {self.printed}".strip()

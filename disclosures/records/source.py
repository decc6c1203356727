"""Further files of a revision: the workbook its tables came from, beside the narrative's own."""

from django.db import models

from disclosures.records.narration import OfRevision
from disclosures.records.upload import Upload


class Source(OfRevision):
    """One file that a revision was made from; the narrative's is `Revision.upload`."""

    upload = models.ForeignKey(
        Upload, models.PROTECT, verbose_name="来源文件", related_name="sources"
    )
    tables = models.JSONField("取用的表", default=list)

    class Meta:
        verbose_name = "工作簿来源"
        verbose_name_plural = "工作簿来源"
        ordering = ("revision_id", "pk")
        constraints = (
            models.UniqueConstraint(fields=("revision", "upload"), name="source_upload_once"),
        )

    def __str__(self) -> str:
        return f"{self.revision}：{self.upload}"

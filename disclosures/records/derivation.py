"""With which edition of our reckoning what a revision's rows come to was worked out."""

from django.db import models

from disclosures.records.narration import OfRevision


class Derivation(OfRevision):
    """推算: made with a publication, or later by the tables' owner where an edition is new."""

    edition = models.PositiveSmallIntegerField("推算版次")

    class Meta:
        verbose_name = "推算"
        verbose_name_plural = "推算"
        ordering = ("revision_id",)
        constraints = (
            models.UniqueConstraint(fields=("revision", "edition"), name="derivation_once"),
        )

    def __str__(self) -> str:
        return f"第{self.edition}版"

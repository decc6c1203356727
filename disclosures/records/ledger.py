"""The ledger of publications: each entry holds the hash of the one before it."""

from typing import Any

from django.db import models

from disclosures.records.chain import PUBLISH, WITHDRAW
from disclosures.records.disclosure import Revision


class LedgerEntry(models.Model):
    """账本条目: that a revision was published or withdrawn, never changed nor removed.

    `content` is the SHA-256 of the canonical content of the revision, `previous` the seal of the
    entry before, `seal` that of this one (see `chain`). One entry only can follow another.
    """

    class Verb(models.TextChoices):
        """What was done."""

        PUBLISH = PUBLISH, "公开"
        WITHDRAW = WITHDRAW, "撤回"

    number = models.PositiveBigIntegerField("序号", primary_key=True)
    verb = models.CharField("动作", max_length=10, choices=Verb)
    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name="公开版本", related_name="ledger_entries"
    )
    name = models.CharField("版本标识", max_length=200)
    content = models.CharField("内容 SHA-256", max_length=64)
    previous = models.CharField("前一条", max_length=64, unique=True)
    seal = models.CharField("本条", max_length=64, unique=True)
    at = models.DateTimeField("时间")
    by = models.CharField("经办人", max_length=150)
    reason = models.TextField("原因", blank=True)

    class Meta:
        verbose_name = "账本条目"
        verbose_name_plural = "公开账本"
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.number} {self.get_verb_display()} {self.name}"

    def as_entry(self) -> dict[str, Any]:
        """The entry as an archive prints it."""
        return {
            "number": self.number,
            "verb": self.verb,
            "revision": self.name,
            "content": self.content,
            "previous": self.previous,
            "at": self.at.isoformat(),
            "by": self.by,
            "reason": self.reason,
            "seal": self.seal,
        }

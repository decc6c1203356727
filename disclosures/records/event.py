"""What happened to a disclosure: one row a deed, never changed."""

from django.conf import settings
from django.db import models

from disclosures.records.disclosure import Revision


class Event(models.Model):
    """One deed on a revision: who did what, when, and from which state to which."""

    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name="公开版本", related_name="events"
    )
    verb = models.CharField("动作", max_length=30)
    state_before = models.CharField("原状态", max_length=12, blank=True)
    state_after = models.CharField("新状态", max_length=12, blank=True)
    note = models.TextField("说明", blank=True)
    at = models.DateTimeField("时间", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="操作人", related_name="+"
    )

    class Meta:
        verbose_name = "操作记录"
        verbose_name_plural = "操作记录"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.revision} {self.verb}"

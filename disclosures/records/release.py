"""A plan to publish: one or many approved revisions at one moment, all of them or none."""

from django.conf import settings
from django.db import models

from disclosures.records.disclosure import Revision


class ReleaseState(models.TextChoices):
    """What became of a plan."""

    WAITING = "waiting", "等待公开"
    DONE = "done", "已公开"
    FAILED = "failed", "未能公开"
    CANCELLED = "cancelled", "已取消"


class Release(models.Model):
    """公开计划: the revisions it names become public together, not before `due_at`."""

    due_at = models.DateTimeField("公开时间", db_index=True)
    revisions = models.ManyToManyField(Revision, verbose_name="公开版本", related_name="releases")
    note = models.TextField("说明", blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=ReleaseState, default=ReleaseState.WAITING
    )
    outcome = models.TextField("结果", blank=True)
    made_at = models.DateTimeField("建立时间", auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="建立人", related_name="+"
    )
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        verbose_name = "公开计划"
        verbose_name_plural = "公开计划"
        ordering = ("-due_at", "-pk")

    def __str__(self) -> str:
        return f"{self.due_at:%Y-%m-%d %H:%M} {self.get_state_display()}"

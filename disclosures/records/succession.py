"""Which department went on with another's work: a series over years survives a reform."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from disclosures.records.disclosure import EARLIEST, LATEST
from disclosures.records.places import Department


class Reform(models.TextChoices):
    """How a department came after another, and so whether their figures are of the same scope."""

    RENAMED = "renamed", "更名"
    MERGED = "merged", "合并"
    SPLIT = "split", "分立"
    TRANSFERRED = "transferred", "职能划转"


class Succession(models.Model):
    """`successor` went on with the work of `predecessor` from `year` on."""

    predecessor = models.ForeignKey(
        Department, models.PROTECT, verbose_name="前身", related_name="successions"
    )
    successor = models.ForeignKey(
        Department, models.PROTECT, verbose_name="后续部门", related_name="origins"
    )
    reform = models.CharField("改革方式", max_length=12, choices=Reform)
    year = models.PositiveSmallIntegerField("起始年度")
    note = models.CharField("依据或说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "部门沿革"
        verbose_name_plural = "部门沿革"
        ordering = ("-year", "pk")
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor"), name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="no_department_succeeds_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(year__range=(EARLIEST, LATEST)),
                name="succession_year_is_plausible",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}（{self.year}年{self.get_reform_display()}）"

    @property
    def is_same_scope(self) -> bool:
        """Whether the figures before and after are of the same work: a new name alone."""
        return self.reform == Reform.RENAMED

    def clean(self) -> None:
        """A department may not come before itself by way of others. Raises ValidationError."""
        waiting, met = [self.predecessor_id], set()
        while waiting:
            now = waiting.pop()
            if now == self.successor_id:
                raise ValidationError("沿革成环：前身不能同时是后续部门的后续。请核对先后。")
            if now not in met:
                met.add(now)
                before = Succession.objects.filter(successor=now).exclude(pk=self.pk)
                waiting += before.values_list("predecessor_id", flat=True)


class Decision(models.TextChoices):
    """What a person made of a proposal."""

    OPEN = "open", "待确认"
    CONFIRMED = "confirmed", "已确认"
    DISMISSED = "dismissed", "不采纳"


class SuccessionProposal(models.Model):
    """A reform that a document or a list speaks of; a line of departments only once confirmed.

    `predecessor_name` is as printed; which department that is, a person says.
    """

    predecessor_name = models.CharField("所称前身", max_length=120)
    predecessor = models.ForeignKey(
        Department,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name="前身",
        related_name="proposals_away",
    )
    successor = models.ForeignKey(
        Department, models.CASCADE, verbose_name="后续部门", related_name="proposals"
    )
    reform = models.CharField("改革方式", max_length=12, choices=Reform)
    year = models.PositiveSmallIntegerField("起始年度", null=True, blank=True)
    evidence = models.CharField("出处", max_length=500)
    decision = models.CharField("处理", max_length=12, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="处理人"
    )
    decided_at = models.DateTimeField("处理时间", null=True, blank=True)

    class Meta:
        verbose_name = "沿革提议"
        verbose_name_plural = "沿革提议"
        ordering = ("-decision", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("predecessor_name", "successor"), name="succession_proposed_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_name} → {self.successor}（{self.get_reform_display()}）"

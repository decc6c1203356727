"""Check results as stored: what was compared, and whether it held."""

from decimal import Decimal

from django.db import models

from disclosures.records.narration import OfRevision


class Severity(models.TextChoices):
    """How much a failed check weighs."""

    ERROR = "error", "错误"
    WARNING = "warning", "提醒"
    INFO = "info", "提示"


class Outcome(models.TextChoices):
    """What a check came to."""

    HOLDS = "holds", "通过"
    ROUNDING = "rounding", "尾差"
    FAILS = "fails", "不符"
    NOT_CHECKED = "not_checked", "未核对"


class Finding(OfRevision):
    """核对结果: one evaluated rule.

    Numbers in `expected`, `actual`, `difference` and `tolerance` are exact decimal text in `unit`
    (money always in 元; empty for words); `inputs` lists what was compared, with key or cell.
    """

    position = models.PositiveIntegerField("次序")
    rule = models.CharField("规则", max_length=10)
    severity = models.CharField("级别", max_length=10, choices=Severity)
    outcome = models.CharField("结果", max_length=12, choices=Outcome)
    message = models.TextField("说明")
    expected = models.CharField("应为", max_length=200, blank=True)
    actual = models.CharField("实为", max_length=200, blank=True)
    difference = models.CharField("差额", max_length=60, blank=True)
    tolerance = models.CharField("容差", max_length=60, blank=True)
    unit = models.CharField("单位", max_length=10, blank=True)
    inputs = models.JSONField("参与核对的数据", default=list, blank=True)
    where = models.JSONField("位置", default=dict, blank=True)

    reason = ""  # what the department says of it, where a page has looked that up

    class Meta:
        verbose_name = "核对结果"
        verbose_name_plural = "核对结果"
        ordering = ("revision_id", "position")
        indexes = (models.Index(fields=("rule", "outcome", "revision"), name="finding_by_rule"),)

    @property
    def stands_out(self) -> bool:
        """Whether a reader should be told: it failed, was rounded, or held with a remainder."""
        if self.outcome == Outcome.HOLDS:
            return Decimal(self.difference or 0) != 0
        return self.outcome in (Outcome.FAILS, Outcome.ROUNDING)

    def __str__(self) -> str:
        return f"{self.rule} {self.get_outcome_display()}"

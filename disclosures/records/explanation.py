"""What the department says of a warning: published beside the check it answers."""

from django.conf import settings
from django.db import models

from disclosures.records.finding import Finding
from disclosures.records.narration import OfRevision


class Explanation(OfRevision):
    """情况说明: the stated reason of one warning, found again by rule and message.

    Findings are made anew whenever the draft changes; a warning with other figures says another
    message and needs its reason anew.
    """

    rule = models.CharField("规则", max_length=10)
    message = models.TextField("核对结果")
    reason = models.TextField("情况说明")
    at = models.DateTimeField("时间", auto_now=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="填写人", related_name="+"
    )

    class Meta:
        verbose_name = "情况说明"
        verbose_name_plural = "情况说明"
        ordering = ("revision_id", "rule", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("revision", "rule", "message"), name="explanation_once_a_finding"
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule}：{self.reason}"

    def answers(self, finding: Finding) -> bool:
        """Whether it is about this finding."""
        return (self.rule, self.message) == (finding.rule, finding.message)

"""When the finance department approved a department's budget or final account.

A fact about the approval, not about any document: it stands beside the sealed revisions, may be
entered before or after them, and may be put right (docs/decisions).
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.records.disclosure import FiscalYear, Kind
from disclosures.records.places import Department

BEFORE, AFTER = 1, 2  # years that an approval may be before and after the fiscal year


class Approval(models.Model):
    """批复: from its day on the department has twenty days to publish (预算法第十四条).

    What is announced is public, and names a department as one that has to publish.
    """

    department = models.ForeignKey(
        Department, models.PROTECT, verbose_name="部门", related_name="approvals"
    )
    fiscal_year = models.ForeignKey(
        FiscalYear, models.PROTECT, verbose_name="年度", related_name="approvals"
    )
    kind = models.CharField("类别", max_length=10, choices=Kind, default=Kind.BUDGET)
    approved_on = models.DateField("批复日期")
    document = models.CharField("批复文号", max_length=60, blank=True)
    is_announced = models.BooleanField(
        "对外公布",
        default=False,
        help_text="公布后，公众可以看到批复日期；满二十日仍未公开的部门会列为“逾期未公开”。",
    )

    class Meta:
        verbose_name = "批复"
        verbose_name_plural = "批复"
        ordering = ("-fiscal_year", "department__sort_key", "kind", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("department", "fiscal_year", "kind"), name="approval_once_a_year_and_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.department}{self.fiscal_year_id}年部门{self.get_kind_display()}批复"

    def clean(self) -> None:
        """The day fits the year. Raises ValidationError in Chinese."""
        if not isinstance(self.approved_on, date) or self.fiscal_year_id is None:
            return
        first, last = self.fiscal_year_id - BEFORE, self.fiscal_year_id + AFTER
        if not first <= self.approved_on.year <= last:
            raise ValidationError(
                {
                    "approved_on": f"{self.fiscal_year_id}年度的批复日期应在"
                    f"{first}年至{last}年之间，请核对日期或年度。"
                }
            )

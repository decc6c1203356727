"""Which departments have to publish for a year: a list that the finance bureau makes.

A fact beside the sealed revisions, as approvals are. Names stand in it as the bureau writes them:
a department that has never published has no record of its own here.
"""

from django.db import models

from disclosures.records.disclosure import FiscalYear
from disclosures.records.places import Region


class Obligation(models.Model):
    """应公开部门: one line of a region's list for a year; it is public as soon as it is entered."""

    region = models.ForeignKey(
        Region, models.PROTECT, verbose_name="地区", related_name="obligations"
    )
    fiscal_year = models.ForeignKey(
        FiscalYear, models.PROTECT, verbose_name="年度", related_name="obligations"
    )
    name = models.CharField("部门名称", max_length=120)
    source = models.CharField("名单依据", max_length=120, blank=True)
    entered_at = models.DateTimeField("登记时间", auto_now=True)

    class Meta:
        verbose_name = "应公开部门"
        verbose_name_plural = "应公开部门"
        ordering = ("-fiscal_year", "region__code", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("region", "fiscal_year", "name"), name="obliged_once_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}（{self.fiscal_year_id}年）"

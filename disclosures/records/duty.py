"""Whose departments a person works for: roles say what may be done, duties say where."""

from django.conf import settings
from django.db import models

from disclosures.records.places import Department


class Duty(models.Model):
    """One department (with its units) that a person is in charge of; none named means all."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="人员", related_name="duties"
    )
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="负责部门",
        related_name="duties",
        help_text="含所属单位；不选表示全部部门。",
    )

    class Meta:
        verbose_name = "负责范围"
        verbose_name_plural = "负责范围"
        ordering = ("user", "department")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "department"), name="duty_once", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}：{self.department or '全部部门'}"

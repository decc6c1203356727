"""The audit trail: every write to what the portal keeps, by whatever road it came."""

from django.db import models
from django.utils import timezone


class AuditEntry(models.Model):
    """审计记录: one row of one table before and after one write, written by PostgreSQL itself.

    `who` is the account the web server spoke for, else the database's own; `whence` its address.
    """

    at = models.DateTimeField("时间", db_index=True)
    who = models.CharField("操作人", max_length=200)
    whence = models.CharField("来源", max_length=64, blank=True)
    deed = models.CharField("动作", max_length=6)
    relation = models.CharField("数据表", max_length=80)
    key = models.BigIntegerField("主键", null=True)
    revision = models.BigIntegerField("公开版本", null=True, db_index=True)
    before = models.JSONField("原来", null=True)
    after = models.JSONField("之后", null=True)

    class Meta:
        verbose_name = "审计记录"
        verbose_name_plural = "审计记录"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("relation", "key"), name="audit_row"),)

    def __str__(self) -> str:
        at = timezone.localtime(self.at)
        return f"{at:%Y-%m-%d %H:%M:%S} {self.who} {self.deed} {self.relation} {self.key}"

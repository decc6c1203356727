"""Files as they came in: kept whole, named by their hash."""

from django.conf import settings
from django.db import models


class Verdict(models.TextChoices):
    """What the reader said of the file."""

    RECOGNISED = "recognised", "已识别"
    REFUSED = "refused", "未受理"


class Upload(models.Model):
    """An original file; `stored` is its path under the media folder, made from its SHA-256."""

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("字节数")
    content_type = models.CharField("文件类型", max_length=100, blank=True)
    stored = models.FileField("原文件", max_length=200)
    verdict = models.CharField("识别结果", max_length=12, choices=Verdict)
    verdict_reason = models.TextField("说明", blank=True)
    received_at = models.DateTimeField("接收时间", auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="上传人", related_name="+"
    )

    class Meta:
        verbose_name = "来源文件"
        verbose_name_plural = "来源文件"
        ordering = ("-received_at",)

    def __str__(self) -> str:
        return self.name

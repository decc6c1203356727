"""What happened to a disclosure: one row a deed, never changed."""

from django.conf import settings
from django.db import models

from disclosures.records.disclosure import Revision

DEEDS = {
    "take_in": "收入",
    "take_in_workbook": "导入工作簿",
    "open": "新建",
    "draft_narrative": "起草编制说明",
    "type_narrative": "修改编制说明",
    "rewrite": "改写句子",
    "type_table": "填写表格",
    "settle_doubt": "核对存疑",
    "confirm_reading": "确认读取结果",
    "correct": "开始更正",
    "preview": "生成预览链接",
    "recheck": "重新核对",
    "explain": "说明情况",
    "submit": "提交审核",
    "return": "退回",
    "approve": "审核通过",
    "send_back": "退回单位",
    "publish": "公开",
    "supersede": "被更正",
    "withdraw": "撤回公开",
}


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

    @property
    def deed(self) -> str:
        """What was done, in words."""
        return DEEDS.get(self.verb, self.verb)

"""What the rows of a table add up to under a code, and whether that may be said.

Reckoned at publication from the rows, in its transaction, and sealed with them.
"""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.records.narration import OfRevision

WHOLE = ""  # stands for a code where all rows of a table are meant
MOST_DIGITS = 24  # of a sum of any number of amounts


class Refusal(models.TextChoices):
    """Why a sum of ours is not told: it would look like what a department spends, and may not be.

    The rows do not make the total that the table prints, or one of them may be the sum of others.
    """

    ROWS_DIFFER = "rows_differ", "各行相加与表内合计不符"
    ROW_MAY_BE_SUM = "row_may_be_sum", "有的行可能是其他行的合计"


class CodeSum(OfRevision):
    """科目合计: the rows under a code of one column of a table, in 元; those of all codes together.

    A class that no row prints is what the codes below it add up to. `digits` are those of the code,
    0 for the whole, of which alone `printed` is known: the total that the table prints.
    """

    position = models.PositiveIntegerField("次序")
    table = models.CharField("表", max_length=60)
    column = models.CharField("编码栏", max_length=60)
    code = models.CharField("科目编码", max_length=7, blank=True)
    digits = models.PositiveSmallIntegerField("编码位数")
    yuan = MoneyField("各行相加（元）", max_digits=MOST_DIGITS)
    printed = MoneyField("表内合计（元）")
    refusal = models.CharField("不作合计的原因", max_length=16, choices=Refusal, blank=True)

    class Meta:
        verbose_name = "科目合计"
        verbose_name_plural = "科目合计"
        ordering = ("revision_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("revision", "table", "column", "code"), name="code_sum_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("table", "column", "digits", "revision"), name="code_sum_by_level"
            ),
        )

    def __str__(self) -> str:
        return f"{self.table} {self.code or '合计'} {self.yuan}"

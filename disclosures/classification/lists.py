"""The code lists as tables, filled from the published CSVs and shown by the API and the admin."""

from django.db import models


class ListedCode(models.Model):
    """One code with the years it was in force; the same code may return with another meaning."""

    code = models.CharField("编码", max_length=9)
    name = models.CharField("名称", max_length=200)
    level = models.CharField("级次", max_length=4)
    parent_code = models.CharField("上级编码", max_length=9, blank=True)
    is_current = models.BooleanField("现行", default=True)
    year_from = models.PositiveSmallIntegerField("启用年度", null=True, blank=True)
    year_to = models.PositiveSmallIntegerField("停用年度", null=True, blank=True)
    source = models.CharField("来源", max_length=10, blank=True)

    class Meta:
        abstract = True
        ordering = ("code", "year_from")
        constraints = (
            models.UniqueConstraint(
                fields=("code", "year_to"),
                nulls_distinct=False,
                name="%(class)s_once_a_period",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class FunctionCode(ListedCode):
    """支出功能分类科目 (政府收支分类科目)."""

    budget = models.CharField("所属预算", max_length=20)
    aliases = models.JSONField("别名", default=list, blank=True)

    class Meta(ListedCode.Meta):
        verbose_name = "功能科目"
        verbose_name_plural = "功能科目"


class DepartmentEconomicCode(ListedCode):
    """部门预算支出经济分类科目."""

    class Meta(ListedCode.Meta):
        verbose_name = "部门经济科目"
        verbose_name_plural = "部门经济科目"


class GovernmentEconomicCode(ListedCode):
    """政府预算支出经济分类科目."""

    class Meta(ListedCode.Meta):
        verbose_name = "政府经济科目"
        verbose_name_plural = "政府经济科目"


class RevenueCode(ListedCode):
    """政府收入分类科目."""

    class Meta(ListedCode.Meta):
        verbose_name = "政府收入科目"
        verbose_name_plural = "政府收入科目"


class IncomeSource(models.Model):
    """部门收入来源: a line of the income side of a department's budget."""

    key = models.CharField("标识", max_length=40, unique=True)
    name = models.CharField("名称", max_length=60)
    parent_key = models.CharField("上级标识", max_length=40, blank=True)
    position = models.PositiveSmallIntegerField("次序")

    class Meta:
        verbose_name = "部门收入来源"
        verbose_name_plural = "部门收入来源"
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


class EconomicPair(models.Model):
    """Which 部门经济 codes a 政府经济 code may stand over."""

    government_code = models.CharField("政府经济科目", max_length=9)
    department_code = models.CharField("部门经济科目", max_length=9)
    payer = models.CharField("适用单位", max_length=20, blank=True)

    class Meta:
        verbose_name = "经济科目对应"
        verbose_name_plural = "经济科目对应"
        ordering = ("government_code", "department_code")
        constraints = (
            models.UniqueConstraint(
                fields=("government_code", "department_code"), name="economic_pair_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.government_code} → {self.department_code}"

"""Regions and the departments that publish in them."""

from django.db import models


class Region(models.Model):
    """A city, district or county, by its administrative division code (GB/T 2260)."""

    code = models.CharField("行政区划代码", max_length=6, unique=True)
    name = models.CharField("地区名称", max_length=60)
    slug = models.SlugField("网址标识", unique=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="上级地区",
        related_name="children",
    )

    class Meta:
        verbose_name = "地区"
        verbose_name_plural = "地区"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    """A publisher: a department (部门), or a budget unit (预算单位) with its department as parent.

    `code` and `unit_code` are the department and unit parts of the 监督索引号.
    """

    region = models.ForeignKey(
        Region, models.PROTECT, verbose_name="地区", related_name="departments"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="主管部门", related_name="units"
    )
    name = models.CharField("名称", max_length=120)
    short_names = models.JSONField("简称", default=list, blank=True)
    code = models.CharField("部门代码", max_length=6, blank=True)
    unit_code = models.CharField("单位代码", max_length=3, blank=True)
    slug = models.SlugField("网址标识", max_length=160)
    sort_key = models.CharField("拼音排序", max_length=240, blank=True, editable=False)

    class Meta:
        verbose_name = "部门"
        verbose_name_plural = "部门"
        ordering = ("sort_key", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("region", "slug"), name="department_slug_once_a_region"
            ),
            models.UniqueConstraint(
                fields=("region", "name"), name="department_name_once_a_region"
            ),
            models.UniqueConstraint(
                fields=("region", "code", "unit_code"),
                condition=~models.Q(code=""),
                name="department_code_once_a_region",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="department_is_not_its_own_parent"
            ),
        )

    def __str__(self) -> str:
        return self.name

"""A disclosure (department, year, 预算/决算) and its revisions."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.records.places import Department

EARLIEST, LATEST = 2000, 2099


class Kind(models.TextChoices):
    """Which document of the year."""

    BUDGET = "budget", "预算"
    FINAL = "final", "决算"


class State(models.TextChoices):
    """Where a revision stands; the moves between states are data in publishing."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待审核"
    RETURNED = "returned", "已退回"
    APPROVED = "approved", "已审核"
    PUBLISHED = "published", "已公开"
    SUPERSEDED = "superseded", "已被更正"
    WITHDRAWN = "withdrawn", "已撤回"


# Sealed for ever: once in one of these, the revision and all that hangs on it cannot change.
SEALED = (State.PUBLISHED, State.SUPERSEDED, State.WITHDRAWN)


# Still being written: the department may change it.
EDITABLE = (State.DRAFT, State.RETURNED)


class FiscalYear(models.Model):
    """A budget year (1 January to 31 December)."""

    year = models.PositiveSmallIntegerField(
        "年度",
        primary_key=True,
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
    )

    class Meta:
        verbose_name = "财政年度"
        verbose_name_plural = "财政年度"
        ordering = ("-year",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(year__range=(EARLIEST, LATEST)), name="fiscal_year_is_plausible"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}年"


class Disclosure(models.Model):
    """What one department publishes for one year: its budget or its final account."""

    department = models.ForeignKey(
        Department, models.PROTECT, verbose_name="部门", related_name="disclosures"
    )
    fiscal_year = models.ForeignKey(
        FiscalYear, models.PROTECT, verbose_name="年度", related_name="disclosures"
    )
    kind = models.CharField("类别", max_length=10, choices=Kind, default=Kind.BUDGET)

    class Meta:
        verbose_name = "公开"
        verbose_name_plural = "公开"
        ordering = ("-fiscal_year", "department__sort_key", "kind", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("department", "fiscal_year", "kind"), name="disclosure_once_a_year_and_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.department}{self.fiscal_year_id}年部门{self.get_kind_display()}"


class Revision(models.Model):
    """One version of a disclosure: everything that was printed hangs on it."""

    disclosure = models.ForeignKey(
        Disclosure, models.PROTECT, verbose_name="公开", related_name="revisions"
    )
    number = models.PositiveIntegerField("版本号", default=1)
    state = models.CharField("状态", max_length=12, choices=State, default=State.DRAFT)
    reason = models.TextField("更正原因", blank=True)
    is_history = models.BooleanField("按原公开收录", default=False)
    upload = models.ForeignKey(
        "disclosures.Upload",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="来源文件",
        related_name="revisions",
    )
    form = models.CharField("表式", max_length=40, blank=True)
    printed_unit = models.CharField("金额单位", max_length=4, blank=True)
    index_start = models.CharField("监督索引号（文首）", max_length=24, blank=True)
    index_end = models.CharField("监督索引号（文末）", max_length=24, blank=True)
    printed_date = models.DateField("落款日期", null=True, blank=True)
    text = models.TextField("编制说明全文", blank=True, editable=False)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="建立人", related_name="+"
    )
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="提交人",
        related_name="+",
    )
    approved_at = models.DateTimeField("审核时间", null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="审核人",
        related_name="+",
    )
    published_at = models.DateTimeField("公开时间", null=True, blank=True)

    preview_token = ""  # set on a revision that is shown through a preview link

    class Meta:
        verbose_name = "公开版本"
        verbose_name_plural = "公开版本"
        ordering = ("disclosure", "-number")
        constraints = (
            models.UniqueConstraint(fields=("disclosure", "number"), name="revision_number_once"),
            models.UniqueConstraint(
                fields=("disclosure",),
                condition=models.Q(state=State.PUBLISHED),
                name="one_published_revision_a_disclosure",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("submitted_by")),
                name="approver_is_not_submitter",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=SEALED) | models.Q(published_at__isnull=False),
                name="published_has_its_time",
            ),
        )
        indexes = (
            models.Index(
                fields=("-published_at",), condition=models.Q(state=State.PUBLISHED), name="latest"
            ),
        )

    def __str__(self) -> str:
        return f"{self.disclosure} 第{self.number}版"

    @property
    def is_sealed(self) -> bool:
        """Whether nothing of it may change any more."""
        return self.state in SEALED

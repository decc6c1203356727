"""What a search looks through: one entry a place of a revision that can be found and led to.

Written at publication from the rows, in its transaction, and sealed with them.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from disclosures.records.narration import OfRevision
from disclosures.records.places import Region

LONGEST_TITLE = 200
JOINED = " · "  # between the parts of an entry that is no sentence


class EntryKind(models.TextChoices):
    """What is found, in the order in which kinds are shown."""

    TERM = "term", "名词解释"
    PROJECT = "project", "项目"
    GOAL = "goal", "绩效目标"
    PURCHASE = "purchase", "采购"
    ROW = "row", "表内各行"
    SENTENCE = "sentence", "编制说明"


def mark_of(kind: str) -> str:
    """A gram that entries of a kind have; no word of a reader's is like it, having letters only."""
    return f"#{kind}"


class SearchEntry(OfRevision):
    """检索条目: printed words, where they stand, and what they are found by.

    It stands in a row of a table (`table`, `row`), is a figure (`key`), a term (`key`, its name
    folded) or a sentence (`start` and `end` in the revision's text). `folded` and `grams` are made
    of `text` by `classification.folding`; year and region are the disclosure's, for the index.
    """

    kind = models.CharField("类别", max_length=10, choices=EntryKind)
    year = models.PositiveSmallIntegerField("年度")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="地区", related_name="+")
    title = models.CharField("所在", max_length=LONGEST_TITLE, blank=True)
    text = models.TextField("文字")
    amount = models.CharField("金额（原文）", max_length=80, blank=True)
    folded = models.TextField("检索文字")
    grams = SearchVectorField("检索字组")
    table = models.CharField("表", max_length=60, blank=True)
    row = models.PositiveIntegerField("行", null=True, blank=True)
    key = models.CharField("指标或名词", max_length=LONGEST_TITLE, blank=True)
    start = models.PositiveIntegerField("起始字符", null=True, blank=True)
    end = models.PositiveIntegerField("结束字符", null=True, blank=True)
    edition = models.PositiveSmallIntegerField("编制方法", default=1)

    class Meta:
        verbose_name = "检索条目"
        verbose_name_plural = "检索条目"
        ordering = ("revision_id", "pk")
        indexes = (
            # Without a list of pending entries, which every search would have to read through.
            GinIndex(fields=("grams",), name="search_by_grams", fastupdate=False),
            models.Index(fields=("kind", "-year", "id"), name="search_in_order"),
            models.Index(
                fields=("key",), condition=models.Q(kind=EntryKind.TERM), name="search_term"
            ),
        )

    def __str__(self) -> str:
        return self.text

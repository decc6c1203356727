"""Staff, vehicles and state assets of a publisher, as its narrative states them.

Each column names the quoted figure that fills it; NULL means not disclosed.
"""

from typing import ClassVar

from django.db import models

from disclosures.classification.figures import figure_of
from disclosures.records.fields import MoneyField
from disclosures.records.narration import OfRevision


def _count(key: str) -> models.IntegerField:
    figure = figure_of(key)
    return models.PositiveIntegerField(f"{figure.label}（{figure.unit}）", null=True, blank=True)


def _money(key: str) -> MoneyField:
    return MoneyField(f"{figure_of(key).label}（元）")


class Resource(OfRevision):
    """One row a revision; `FIGURES` maps its columns to the keys that fill them."""

    FIGURES: ClassVar[dict[str, str]]

    class Meta:
        abstract = True


class Staffing(Resource):
    """人员编制 and 实有人数, normally as of last December."""

    FIGURES = {
        "as_of": "staff.as_of",
        "posts": "staff.posts",
        "posts_administrative": "staff.posts_admin",
        "posts_worker": "staff.posts_worker",
        "posts_institution": "staff.posts_institution",
        "on_post": "staff.on_post",
        "on_post_fully_funded": "staff.on_post_full",
        "on_post_partly_funded": "staff.on_post_partial",
        "on_post_otherwise_funded": "staff.on_post_other",
        "retired": "staff.retired",
        "retired_veterans": "staff.lixiu",
        "retired_ordinary": "staff.tuixiu",
    }
    as_of = models.CharField("统计时点", max_length=10, blank=True)
    posts = _count("staff.posts")
    posts_administrative = _count("staff.posts_admin")
    posts_worker = _count("staff.posts_worker")
    posts_institution = _count("staff.posts_institution")
    on_post = _count("staff.on_post")
    on_post_fully_funded = _count("staff.on_post_full")
    on_post_partly_funded = _count("staff.on_post_partial")
    on_post_otherwise_funded = _count("staff.on_post_other")
    retired = _count("staff.retired")
    retired_veterans = _count("staff.lixiu")
    retired_ordinary = _count("staff.tuixiu")

    class Meta:
        verbose_name = "人员情况"
        verbose_name_plural = "人员情况"
        constraints = (models.UniqueConstraint(fields=("revision",), name="staffing_once"),)

    def __str__(self) -> str:
        return f"{self.revision} 人员情况"


class Vehicles(Resource):
    """车辆编制 and 实有车辆."""

    FIGURES = {
        "quota": "vehicle.quota",
        "actual": "vehicle.actual",
        "excess": "vehicle.excess",
    }
    quota = _count("vehicle.quota")
    actual = _count("vehicle.actual")
    excess = _count("vehicle.excess")

    class Meta:
        verbose_name = "车辆情况"
        verbose_name_plural = "车辆情况"
        constraints = (models.UniqueConstraint(fields=("revision",), name="vehicles_once"),)

    def __str__(self) -> str:
        return f"{self.revision} 车辆情况"


class StateAssets(Resource):
    """国有资产占有使用情况, normally as of last 31 December, in 元."""

    FIGURES = {
        "as_of": "asset.as_of",
        "total": "asset.total",
        "current": "asset.current",
        "fixed": "asset.fixed",
        "investment": "asset.investment",
        "construction_in_progress": "asset.cip",
        "intangible": "asset.intangible",
        "other": "asset.other",
        "change": "asset.delta_total",
        "change_fixed": "asset.delta_fixed",
        "change_intangible": "asset.delta_intangible",
        "disposed_house_area": "asset.disposed_house_area",
        "disposed_house_value": "asset.disposed_house_value",
        "disposed_vehicles": "asset.disposed_vehicles",
        "disposed_vehicle_value": "asset.disposed_vehicle_value",
        "scrapped_items": "asset.scrapped_items",
        "scrapped_value": "asset.scrapped_value",
        "disposal_income": "asset.disposal_income",
        "use_income": "asset.use_income",
        "leased_area": "asset.leased_area",
        "lease_income": "asset.lease_income",
    }
    as_of = models.CharField("统计时点", max_length=10, blank=True)
    total = _money("asset.total")
    current = _money("asset.current")
    fixed = _money("asset.fixed")
    investment = _money("asset.investment")
    construction_in_progress = _money("asset.cip")
    intangible = _money("asset.intangible")
    other = _money("asset.other")
    change = _money("asset.delta_total")
    change_fixed = _money("asset.delta_fixed")
    change_intangible = _money("asset.delta_intangible")
    disposed_house_area = models.DecimalField(
        "处置房屋建筑物（平方米）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    disposed_house_value = _money("asset.disposed_house_value")
    disposed_vehicles = _count("asset.disposed_vehicles")
    disposed_vehicle_value = _money("asset.disposed_vehicle_value")
    scrapped_items = _count("asset.scrapped_items")
    scrapped_value = _money("asset.scrapped_value")
    disposal_income = _money("asset.disposal_income")
    use_income = _money("asset.use_income")
    leased_area = models.DecimalField(
        "出租资产面积（平方米）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    lease_income = _money("asset.lease_income")

    class Meta:
        verbose_name = "国有资产占有使用情况"
        verbose_name_plural = "国有资产占有使用情况"
        constraints = (models.UniqueConstraint(fields=("revision",), name="state_assets_once"),)

    def __str__(self) -> str:
        return f"{self.revision} 国有资产"


RESOURCES: tuple[type[Resource], ...] = (Staffing, Vehicles, StateAssets)

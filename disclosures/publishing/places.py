"""Who publishes: found by name, made when it is new; the 监督索引号 must be nobody else's."""

import csv
import re
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from pypinyin import lazy_pinyin

from disclosures.records.narrative import Narrative
from disclosures.records.places import Department, Region

INDEX = re.compile(
    r"(?P<division>\d{6})(?P<department>\d{6})(?P<unit>\d{3})?(?P<kind>\d{2})(?P<position>\d{3})"
)


REGIONS = Path(__file__).resolve().parents[2] / "fixtures" / "regions.csv"


@transaction.atomic
def load_regions(path: Path = REGIONS) -> int:
    """Add the listed regions that are missing, parents first; returns how many are listed."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {region.code: region for region in Region.objects.all()}
    for row in rows:
        if row["code"] not in known:
            known[row["code"]] = Region.objects.create(
                code=row["code"],
                name=row["name"],
                slug=row["slug"],
                parent=known.get(row["parent"]),
            )
    return len(rows)


class UnknownRegionError(ValueError):
    """No region fits the document; the message names the remedy."""


class IndexTakenError(ValueError):
    """Another publisher has the printed 监督索引号; the message names it and the remedy."""


def department_for(narrative: Narrative, home: Region | None = None) -> Department:
    """The publisher of a narrative, by name, or a new one; `home` where nothing tells its region.

    Raises UnknownRegionError when its region is not listed, IndexTakenError when its 监督索引号 is
    that of a publisher with another name: people decide whether it was renamed.
    """
    stated = narrative.statement("doc.index_start")
    index = INDEX.fullmatch(str(stated.value)) if stated else None
    region = _region(index["division"] if index else "", narrative.department, home)
    known = Department.objects.filter(region=region, name=narrative.department).first()
    if known:
        return known
    code = index["department"] if index else ""
    unit = (index["unit"] or "") if index else ""
    other = Department.objects.filter(region=region, code=code, unit_code=unit).first()
    if code and other:
        raise IndexTakenError(
            f"监督索引号中的部门代码 {code}{unit} 已属于“{other.name}”，文件却印作"
            f"“{narrative.department}”。请先在后台“部门”中核对名称或代码；如是更名，请新建部门并在“部门沿革”中登记"
            "前身，再重新上传。"
        )
    parent = (
        Department.objects.filter(region=region, code=code, unit_code__in=("", "000")).first()
        if unit.strip("0")
        else None
    )
    return Department.objects.create(
        region=region,
        parent=parent,
        name=narrative.department,
        code=code,
        unit_code=unit,
        slug=slug_of(narrative.department, region),
        sort_key=" ".join(lazy_pinyin(narrative.department)),
    )


def _region(division: str, name: str, home: Region | None) -> Region:
    found = Region.objects.filter(code=division).first() if division else None
    if found is None:
        found = _region_named_in(name) or home
    if found is None:
        raise UnknownRegionError(
            f"没有登记“{name}”所在的地区（行政区划代码 {division or '未印'}）。"
            "请先在后台“地区”中添加。"
        )
    return found


def _region_named_in(name: str) -> Region | None:
    """The innermost region that a publisher's name names: 上海市普陀区…, 中共苏州市委….

    A district counts where its city is named too, or the name begins with it.
    """
    named = [
        each
        for each in Region.objects.select_related("parent")
        if name.startswith(each.name)
        or (each.name in name and (_is_city(each) or (each.parent and each.parent.name in name)))
    ]
    short = [
        each
        for each in Region.objects.filter(code__endswith="00")
        if name.startswith(each.name.rstrip("省市"))
    ]
    return max(
        named or short,
        key=lambda each: (not _is_city(each), len(each.code.rstrip("0"))),
        default=None,
    )


def _is_city(region: Region) -> bool:
    return region.code.endswith("00")


def slug_of(name: str, region: Region) -> str:
    """The department's name in pinyin without its region, unique there."""
    short = name.removeprefix(region.name) or name
    base = "-".join(re.findall(r"[a-z0-9]+", " ".join(lazy_pinyin(short)).lower()))[:150]
    taken = set(
        Department.objects.filter(Q(region=region), slug__startswith=base).values_list(
            "slug", flat=True
        )
    )
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, 1000) if f"{base}-{n}" not in taken)

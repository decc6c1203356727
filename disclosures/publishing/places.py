"""Who publishes: found by name, made when it is new; the 监督索引号 must be nobody else's."""

import re
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from pypinyin import lazy_pinyin

from disclosures.classification.divisions import (
    REGIONS,
    Division,
    division_named_in,
    divisions_in,
)
from disclosures.records.narrative import Narrative
from disclosures.records.places import Department, Region

INDEX = re.compile(
    r"(?P<division>\d{6})(?P<department>\d{6})(?P<unit>\d{3})?(?P<kind>\d{2})(?P<position>\d{3})"
)


@transaction.atomic
def load_regions(path: Path = REGIONS) -> int:
    """Add the listed regions that are missing, parents first; returns how many are listed."""
    listed = divisions_in(path)
    known = {region.code: region for region in Region.objects.all()}
    for each in listed:
        if each.code not in known:
            known[each.code] = Region.objects.create(
                code=each.code, name=each.name, slug=each.slug, parent=known.get(each.parent)
            )
    return len(listed)


class UnknownRegionError(ValueError):
    """No region fits the document; the message names the remedy."""


class IndexTakenError(ValueError):
    """Another publisher has the printed 监督索引号; the message names it and the remedy."""


@transaction.atomic
def department_for(narrative: Narrative, home: Region | None = None) -> Department:
    """The publisher of a narrative, by name, or a new one; `home` where nothing tells its region.

    Raises UnknownRegionError when its region is not listed, IndexTakenError when its 监督索引号 is
    that of a publisher with another name: people decide whether it was renamed.
    """
    stated = narrative.statement("doc.index_start")
    index = INDEX.fullmatch(str(stated.value)) if stated else None
    region = _region(index["division"] if index else "", narrative.department, home)
    known = Department.objects.filter(region=region, name=narrative.department)
    if found := known.first():
        return found
    Region.objects.select_for_update(of=("self",)).get(pk=region.pk)  # one new name at a time
    if found := known.first():
        return found
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
    """The innermost region that a publisher's name names."""
    known = Region.objects.select_related("parent")
    among = (Division(r.code, r.name, r.slug, r.parent.code if r.parent else "") for r in known)
    code = division_named_in(name, among)
    return next((each for each in known if each.code == code), None)


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

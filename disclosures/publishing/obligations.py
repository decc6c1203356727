"""A region's list of the departments that have to publish, taken in from a CSV file."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from django.db import transaction

from disclosures.documents.decoding import decoded
from disclosures.documents.refusal import RefusedError
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EARLIEST, LATEST, FiscalYear
from disclosures.records.obligation import Obligation
from disclosures.records.places import Region

REGION, YEAR, NAME, SOURCE = "地区", "年度", "部门", "依据"
LONGEST = 120  # characters of a name and of a source
Key = tuple[int, int, str]
MOST_SAID = 10  # mistakes that are told at once


@dataclass(frozen=True)
class TakenIn:
    """How many lines were new, and how many were there already."""

    added: int
    known: int


def take_in_list(data: bytes) -> TakenIn:
    """Add every line of a file with the columns 地区 (name or code), 年度, 部门 and maybe 依据.

    All of it or nothing: raises ActionError in Chinese, naming the lines that are wrong. A line
    that is there already stays as it is.
    """
    try:
        text = decoded(data)
    except RefusedError as error:
        raise ActionError(error.refusal.reason) from error
    try:
        listed = _listed(csv.DictReader(StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ActionError(f"不是可以读的 CSV 文件：{error}。") from error
    with transaction.atomic():
        for year in {year for _, year, _ in listed}:
            FiscalYear.objects.get_or_create(year=year)
        known = set(
            Obligation.objects.filter(fiscal_year__in={year for _, year, _ in listed}).values_list(
                "region", "fiscal_year", "name"
            )
        )
        new = [each for key, each in listed.items() if key not in known]
        Obligation.objects.bulk_create(new, ignore_conflicts=True)
    return TakenIn(len(new), len(listed) - len(new))


def _listed(rows: "csv.DictReader[str]") -> dict[Key, Obligation]:
    """The lines by region, year and name. Raises ActionError for a mistake in any."""
    missing = [each for each in (REGION, YEAR, NAME) if each not in (rows.fieldnames or ())]
    if missing:
        raise ActionError(f"第一行应是栏目名，缺少：{'、'.join(missing)}。")
    wrong: list[str] = []
    listed = {(each.region_id, each.fiscal_year_id, each.name): each for each in _read(rows, wrong)}
    if wrong:
        more = f"等 {len(wrong)} 处" if len(wrong) > MOST_SAID else ""
        raise ActionError("；".join(wrong[:MOST_SAID]) + more + "。没有导入任何一行。")
    return listed


def _read(rows: "csv.DictReader[str]", wrong: list[str]) -> Iterator[Obligation]:
    """The lines that can be entered; what is wrong with the others is added to `wrong`."""
    regions = {said: each for each in Region.objects.all() for said in (each.name, each.code)}
    for number, row in enumerate(rows, start=2):
        said = {name: (row.get(name) or "").strip() for name in (REGION, YEAR, NAME, SOURCE)}
        if not any(said.values()):
            continue
        if problem := _problem(said, regions):
            wrong.append(f"第{number}行：{problem}")
            continue
        yield Obligation(
            region=regions[said[REGION]],
            fiscal_year_id=int(said[YEAR]),
            name=said[NAME],
            source=said[SOURCE],
        )


def _problem(said: Mapping[str, str], regions: Mapping[str, Region]) -> str:
    """What is wrong with a line; "" for nothing."""
    year = said[YEAR]
    if said[REGION] not in regions:
        return f"没有登记地区“{said[REGION][:LONGEST]}”"
    if not (year.isascii() and year.isdigit() and EARLIEST <= int(year[:9]) <= LATEST):
        return f"年度“{said[YEAR][:20]}”应在{EARLIEST}至{LATEST}之间"
    if not said[NAME]:
        return "没有写部门名称"
    if max(len(said[NAME]), len(said[SOURCE])) > LONGEST:
        return f"部门名称或依据超过{LONGEST}个字"
    return ""

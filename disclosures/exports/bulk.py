"""Bulk files: all that is published for a year, one CSV a listing, in one archive.

Beside them `datapackage.json` (Frictionless Data) says each file's columns, size and SHA-256. The
columns are the API's: every figure comes with its printed text, kind of nothing and page.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db.models import QuerySet

from disclosures.exports.csv import rows_as_csv
from disclosures.exports.keeping import kept
from disclosures.queries.api_code_sums import CODE_SUMS
from disclosures.queries.api_columns import Column, ValueKind
from disclosures.queries.api_disclosures import DISCLOSURES
from disclosures.queries.api_doubts import DOUBTS
from disclosures.queries.api_findings import FINDINGS
from disclosures.queries.api_listing import Listing
from disclosures.queries.api_narrative import FIGURES_STATED, GLOSSARY, SECTIONS
from disclosures.queries.api_resources import STAFFING, STATE_ASSETS, VEHICLES
from disclosures.queries.api_tables import PRINTED_TABLES, SPREAD_LISTINGS, TABLE_LISTINGS
from disclosures.queries.as_of import as_of
from disclosures.records.disclosure import Revision

LISTINGS: tuple[Listing, ...] = (
    DISCLOSURES,
    SECTIONS,
    FIGURES_STATED,
    GLOSSARY,
    STAFFING,
    VEHICLES,
    STATE_ASSETS,
    PRINTED_TABLES,
    FINDINGS,
    DOUBTS,
    CODE_SUMS,
    *TABLE_LISTINGS.values(),
    *SPREAD_LISTINGS.values(),
)
COLUMNS = repr([(each.name, [one.name for one in each.csv_columns]) for each in LISTINGS])
EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip archive can say at the earliest
TYPES = {
    ValueKind.INTEGER: "integer",
    ValueKind.MONEY: "number",
    ValueKind.DECIMAL: "number",
    ValueKind.DATE: "date",
    ValueKind.BOOLEAN: "boolean",
}


def year_archive(year: int) -> Path:
    """The archive of a year, as published now: the same bytes until something is published."""
    stamp = sha256(f"{as_of()}{COLUMNS}".encode()).hexdigest()[:16]
    return kept(f"bulk/{year}.zip", stamp, lambda file: _write(file, year, stamp))


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _write(file: IO[bytes], year: int, stamp: str) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        resources = [_add(archive, each, year) for each in LISTINGS]
        package = {
            "name": f"budget-portal-{year}",
            "title": f"{year}年部门预算、决算公开数据",
            "version": stamp,
            "resources": resources,
        }
        said = json.dumps(package, ensure_ascii=False, indent=1)
        archive.writestr(_member("datapackage.json"), said)


def _add(archive: ZipFile, listing: Listing, year: int) -> dict[str, Any]:
    """Write one listing; what it holds, for the package's description."""
    path = f"{listing.name.replace('/', '-')}.csv"
    digest, size = sha256(), 0
    with archive.open(_member(path), "w", force_zip64=True) as member:
        for piece in _pieces(listing, year):
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return {
        "name": path.removesuffix(".csv"),
        "title": listing.title,
        "path": path,
        "format": "csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": {"fields": [_described(each) for each in listing.csv_columns]},
    }


def _pieces(listing: Listing, year: int) -> Iterator[bytes]:
    return rows_as_csv(listing.ordered(_of_year(listing, year)), listing.csv_columns)


def _of_year(listing: Listing, year: int) -> QuerySet:
    path = "" if listing.model is Revision else "revision__"
    return listing.rows().filter(**{f"{path}disclosure__fiscal_year_id": year})


def _described(column: Column) -> dict[str, str]:
    return {
        "name": column.name,
        "title": column.label,
        "type": TYPES.get(column.kind, "string"),
    }


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.compress_type = ZIP_DEFLATED
    return info

"""Bulk files: whole, checkable, the same until something is published, and nothing unpublished."""

import csv
import io
import json
from hashlib import sha256
from zipfile import ZipFile

import pytest
from django.test import Client

from disclosures.exports.bulk import LISTINGS, checksum, year_archive
from disclosures.records.disclosure import Revision, State
from tests.pages.published import other_department, publish_seed, take_in

YEAR = 2022


@pytest.fixture
def published(db: None) -> Revision:
    """The seed, published."""
    return publish_seed()


def rows(archive: ZipFile, name: str) -> list[dict[str, str]]:
    """The rows of a member."""
    return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


def test_the_package_describes_every_file(published: Revision) -> None:
    with ZipFile(year_archive(YEAR)) as archive:
        package = json.loads(archive.read("datapackage.json"))
        names = [each["path"] for each in package["resources"]]
        assert sorted(archive.namelist()) == sorted(["datapackage.json", *names])
        assert len(names) == len(LISTINGS)
        for each in package["resources"]:
            member = archive.read(each["path"])
            assert each["bytes"] == len(member)
            assert each["hash"] == f"sha256:{sha256(member).hexdigest()}"
            header = member.decode("utf-8-sig").partition("\r\n")[0].split(",")
            assert header == [field["name"] for field in each["schema"]["fields"]]


def test_every_figure_comes_with_its_source(published: Revision) -> None:
    with ZipFile(year_archive(YEAR)) as archive:
        figures = rows(archive, "figures.csv")
        functions = rows(archive, "tables-general-budget-by-function.csv")
        assert len(rows(archive, "disclosures.csv")) == 1
    assert len(figures) == published.quotedfigure_set.count()
    income = next(each for each in figures if each["key"] == "income.total")
    assert (income["yuan"], income["printed"]) == ("17079500.00", "1707.95万元")
    assert income["page"].endswith("/r1/figures/income.total/")
    assert {each["total_printed"] for each in functions} >= {"358.59万元"}


def test_the_same_bytes_until_something_is_published(published: Revision, seed: bytes) -> None:
    first = year_archive(YEAR)
    sum_of_first = checksum(first)
    first.unlink()
    assert checksum(year_archive(YEAR)) == sum_of_first
    take_in(other_department(seed))
    assert year_archive(YEAR) == first
    take_in(other_department(seed) + b"\n", State.PUBLISHED)
    assert checksum(year_archive(YEAR)) != sum_of_first
    assert not first.exists()


def test_anybody_takes_it_along(published: Revision, client: Client) -> None:
    answer = client.get(f"/data/{YEAR}.zip")
    said = client.get(f"/data/{YEAR}.zip.sha256").content.decode()
    digest = sha256(answer.getvalue()).hexdigest()
    assert said == f"{digest}  budget-portal-{YEAR}.zip\n"
    assert f"/data/{YEAR}.zip" in client.get("/data/").content.decode()


def test_a_year_without_publications_has_none(published: Revision, client: Client) -> None:
    for path in ("/data/2021.zip", "/data/2021.zip.sha256", "/data/99999.zip"):
        assert client.get(path).status_code == 404

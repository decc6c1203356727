"""Every publication is in the ledger, and its archive proves what was published."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from disclosures.publishing.actions import withdraw_revision
from disclosures.publishing.demo import SEED
from disclosures.records.chain import GENESIS, broken_archive, digest
from disclosures.records.disclosure import Revision, State
from disclosures.records.ledger import LedgerEntry
from disclosures.tables.content import content_of
from tests.pages.published import AT, other_department, person, take_in


def downloaded(client: Client, folder: Path) -> str:
    """The archive as anybody downloads it."""
    file = folder / "archive.zip"
    file.write_bytes(client.get("/ledger/archive.zip").getvalue())
    return str(file)


def test_a_publication_is_an_entry(published: Revision) -> None:
    (entry,) = LedgerEntry.objects.all()
    assert (entry.number, entry.revision, entry.previous) == (1, published, GENESIS)
    assert entry.content == digest(content_of(Revision.objects.get(pk=published.pk)))


def test_the_page_shows_each_entry_and_links_it(published: Revision, client: Client) -> None:
    page = client.get("/ledger/").content.decode()
    entry = LedgerEntry.objects.get()
    for said in (entry.content, entry.seal, entry.by, f'href="{AT}r1/"'):
        assert said in page


def test_the_archive_is_whole(published: Revision, client: Client, tmp_path: Path) -> None:
    second = take_in(other_department(SEED.read_bytes()), State.PUBLISHED)
    assert broken_archive(downloaded(client, tmp_path)) == (2, [])
    withdraw_revision(revision=second, by=person("reviewer"), note="误公开")
    assert broken_archive(downloaded(client, tmp_path)) == (3, [])
    with ZipFile(tmp_path / "archive.zip") as archive:
        assert "content/00000001.json" in archive.namelist()
        assert "content/00000002.json" not in archive.namelist()
    page = client.get("/ledger/").content.decode()
    assert "误公开" in page
    assert "/kunming/ce-shi-ju/2022/" not in page


def test_a_changed_figure_is_found(published: Revision, client: Client, tmp_path: Path) -> None:
    file = downloaded(client, tmp_path)
    with ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = "content/00000001.json"
    assert b"1707.95" in members[name]
    members[name] = members[name].replace(b"1707.95", b"1707.96", 1)
    with ZipFile(file, "w") as archive:
        for each, data in members.items():
            archive.writestr(each, data)
    _, wrong = broken_archive(file)
    assert len(wrong) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE disclosures_ledgerentry SET reason = 'x'",
        "DELETE FROM disclosures_ledgerentry",
        "TRUNCATE disclosures_ledgerentry",
    ],
)
def test_postgres_refuses_to_change_it(published: Revision, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"只能追加|不能清空"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)


def test_a_draft_is_not_in_it(published: Revision, client: Client) -> None:
    take_in(other_department(SEED.read_bytes()), State.APPROVED)
    assert LedgerEntry.objects.count() == 1
    assert len(re.findall(r'id="entry-', client.get("/ledger/").content.decode())) == 1


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "１"])
def test_a_page_that_is_none_is_not_found(db: None, client: Client, before: str) -> None:
    assert client.get("/ledger/", {"before": before}).status_code == 404


def test_older_entries_are_a_page_further(published: Revision, client: Client) -> None:
    assert "没有更早的条目" in client.get("/ledger/", {"before": "1"}).content.decode()

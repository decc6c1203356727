"""A folder of published documents comes in at once, is resumable, and stops for nobody."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from disclosures.documents.refusal import Refusal
from disclosures.models import Region, Revision, Source
from disclosures.publishing.actions import submit_revision
from disclosures.publishing.history import Fate, files_in
from disclosures.publishing.joining import joined
from disclosures.publishing.places import department_for
from disclosures.publishing.reading import Reading, read
from disclosures.records.disclosure import State
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book, Cell, Origin, Row
from tests.documents.workbook.official import workbook
from tests.publishing.conftest import People, people
from tests.unsealed import unsealed_flush

__all__ = ["people", "unsealed_flush"]


@pytest.fixture
def folder(tmp_path: Path, seed: bytes) -> Path:
    """Two disclosures, of which one has a mistake, a letter, and a file of no kind."""
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_bytes(seed)
    wrong = seed.replace("2022年".encode(), "2023年".encode())
    wrong = wrong.replace("资产总额1,168.18万元".encode(), "资产总额1,168.18元".encode())
    (folder / "sub/b.txt").write_bytes(wrong)
    (folder / "letter.txt").write_text("您好。" * 100, encoding="utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    return folder


def imported(*arguments: str) -> str:
    stream = io.StringIO()
    options = ("--by", "o", "--approved-by", "r", "--processes", "2")
    call_command("import_documents", *arguments, *options, stdout=stream, stderr=io.StringIO())
    return stream.getvalue()


def test_a_folder_comes_in_as_history(
    unsealed_flush: None, people: People, folder: Path, tmp_path: Path, client: Client
) -> None:
    report = tmp_path / "report.json"
    said = imported(str(folder), "--publish-as-history", "--report", str(report))
    assert "共 3 份：已收入 2，已在库 0，已由另一次导入受理 0，未受理 1" in said
    revisions = Revision.objects.order_by("disclosure__fiscal_year")
    assert {(each.state, each.is_history) for each in revisions} == {(State.PUBLISHED, True)}
    lines = {Path(each["file"]).name: each for each in json.loads(report.read_bytes())}
    assert lines["letter.txt"]["fate"] == Fate.REFUSED
    assert lines["letter.txt"]["reason"]
    assert (lines["letter.txt"]["recognised"], lines["letter.txt"]["tables"]) == (False, 0)
    assert lines["a.txt"]["tables"] > 0
    again = imported(str(folder), "--publish-as-history")
    assert "共 3 份：已收入 0，已在库 2，已由另一次导入受理 0，未受理 1" in again
    assert Revision.objects.count() == 2


def test_what_was_killed_on_its_way_to_the_public_goes_on(
    unsealed_flush: None, people: People, folder: Path
) -> None:
    imported(str(folder))
    halfway = Revision.objects.order_by("pk")[0]
    submit_revision(revision=halfway, by=people.officer)
    said = imported(str(folder), "--publish-as-history")
    assert "已收入 0，已在库 2" in said
    assert set(Revision.objects.values_list("state", flat=True)) == {State.PUBLISHED}


def test_who_takes_in_must_exist(people: People, folder: Path) -> None:
    with pytest.raises(CommandError, match="没有账号"):
        call_command("import_documents", str(folder), by="nobody")
    with pytest.raises(CommandError, match="没有地区"):
        call_command("import_documents", str(folder), "--by", "o", "--approved-by", "r", region="x")
    (folder / "sub" / "empty").mkdir()
    with pytest.raises(CommandError, match="没有找到文件"):
        call_command("import_documents", str(folder / "sub" / "empty"), by="o")


def test_only_documents_are_looked_at(folder: Path) -> None:
    assert [each.name for each in files_in([str(folder)])] == ["a.txt", "letter.txt", "b.txt"]
    assert [each.name for each in files_in([str(folder / "photo.png")])] == ["photo.png"]


def test_tables_are_joined_to_their_narrative(seed: bytes) -> None:
    told = read(seed, "seed.txt")
    tables = read(workbook(three_public=[(3.36, 0, 0, 0, 0, 3.36)]), "表.xlsx")
    assert isinstance(tables.refusal, Refusal)  # one table alone is no disclosure
    bare = _tables_of(told)
    (whole,) = joined([told, bare])
    assert whole.reading.narrative == told.narrative
    assert whole.further == (bare,)
    found = whole.reading.book.sheet("three-public")
    assert found is not None
    assert found.rows[0].cells["total"].printed == "9.99"


def test_two_narratives_stay_apart(seed: bytes) -> None:
    told = read(seed, "seed.txt")
    assert len(joined([told, told])) == 2


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("深圳市某某局", "shenzhen"),
        ("中国共产党广州市委员会宣传部", "guangzhou"),
        ("中共江苏省委办公厅", "jiangsu"),
        ("上海市普陀区某某局", "putuo"),
        ("上海某某活动室", "shanghai"),
        ("昆明市西山区某某局", "xishan"),
    ],
)
def test_a_region_is_told_by_the_name(people: People, name: str, region: str) -> None:
    narrative = Narrative("", name, 2026, "budget", "元", (), ())
    assert department_for(narrative).region.slug == region


def test_a_name_without_a_region_goes_where_it_is_told(people: People) -> None:
    narrative = Narrative("", "某某活动室", 2026, "budget", "元", (), ())
    home = Region.objects.get(slug="shanghai")
    assert department_for(narrative, home).region == home
    assert not Source.objects.exists()


def _tables_of(told: Reading) -> Reading:
    """Tables alone of the same department and year, of which one says something else."""
    assert told.narrative is not None
    sheet = told.book.sheet("three-public")
    assert sheet is not None
    row = Row({"total": Cell(sheet.rows[0].value("total"), "9.99")}, origin=Origin.TABLE)
    narrative = replace(told.narrative, statements=())
    return replace(
        told, filename="t.pdf", narrative=narrative, book=Book((replace(sheet, rows=(row,)),))
    )

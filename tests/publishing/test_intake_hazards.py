"""Files that break in the middle: said in Chinese, nothing half stored, no file left behind."""

import itertools
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from disclosures.models import QuotedFigure, Revision
from disclosures.publishing.intake import IntakeError, take_in_document
from disclosures.tables.book import Origin
from disclosures.tables.registry import TABLES
from disclosures.tables.stored import OWN
from tests.publishing.conftest import People

CHINESE = re.compile(r"[\u4e00-\u9fff]{6}")
# Regions and code lists are there before any file is.
OURS = [
    model for model in apps.get_app_config("disclosures").get_models() if model.__name__ != "Region"
]


def stored() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in OURS}


def kept_files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def with_figure(seed: bytes, amount: str) -> bytes:
    """The seed with another total income."""
    text = seed.decode()
    figure = re.search(r"财务总收入\s*([\d.]+)\s*万元", text)
    assert figure
    return (text[: figure.start(1)] + amount + text[figure.end(1) :]).encode()


NAME, TERM = "昆明市网格化综合监督指挥中心", "一般公共预算："
HAZARDS: dict[str, tuple[str, str]] = {
    "many posts": ("31人", "99999999999人"),
    "long name": (NAME, "昆明市" + "网格化" * 60 + "中心"),
    "long heading": ("一、", "一、" + "部门" * 150),
    "year far off": ("2022", "9922"),
    "year before": ("2022", "1922"),
    "nul": ("指挥处", "\x00"),
    "no such day": ("2022-2-15", "2022-2-31"),
    "renamed": (NAME, "昆明市网格化综合监督指挥局"),
    "no index": ("监督索引号53010000177900600", "监督索引号"),
    "emoji": ("指挥处", "指挥😀处"),
}


def broken(seed: bytes, hazard: str) -> bytes:
    old, new = HAZARDS[hazard]
    text = seed.decode()
    assert old in text, hazard
    return text.replace(old, new).encode()


@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_file_that_breaks_is_refused_or_stored_whole(
    people: People, seed: bytes, hazard: str
) -> None:
    data = broken(seed, hazard)
    before = stored()
    said = ""
    try:
        taken = take_in_document(data=data, filename="坏.txt", by=people.officer)
    except IntakeError as error:
        said = str(error)
    if said:
        assert CHINESE.search(said)
        assert "坏.txt" in said
        assert stored() == before
        assert kept_files() == []
    else:
        assert [path.read_bytes() for path in kept_files()] == [data]
        assert taken.revision.printedtable_set.exists()
        assert taken.revision.text == data.decode()


def test_an_index_of_another_publisher_is_refused(
    people: People, draft: Revision, seed: bytes
) -> None:
    before, files = stored(), kept_files()
    with pytest.raises(IntakeError, match="001779006 已属于“昆明市网格化综合监督指挥中心”"):
        take_in_document(data=broken(seed, "renamed"), filename="b.txt", by=people.officer)
    assert (stored(), kept_files()) == (before, files)


@pytest.mark.parametrize("digits", [16, 20, 30])
def test_a_figure_beyond_the_column_is_left_out(people: People, seed: bytes, digits: int) -> None:
    """No number is made of its sentence, and a doubt names it; the rest is stored."""
    data = with_figure(seed, "9" * digits)
    revision = take_in_document(data=data, filename="s.txt", by=people.officer).revision
    keys = revision.quotedfigure_set.values_list("key", flat=True)
    assert not {"income.total", "income.delta"} & set(keys)
    assert len(keys) == 138 - len(("total", "delta", "delta_reason"))
    assert any("9" * digits in each.printed for each in revision.doubt_set.all())
    assert ("9" * digits) in revision.text


def test_what_the_columns_cannot_hold_is_refused_in_words(people: People, seed: bytes) -> None:
    """A constraint fails after the file was written: refused, rolled back, the file gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE disclosures_finding ADD CONSTRAINT too_narrow CHECK (position < 5)"
        )
    before = stored()
    with pytest.raises(IntakeError, match=r"s\.txt：.*没有收入"):
        take_in_document(data=seed, filename="s.txt", by=people.officer)
    assert (stored(), kept_files()) == (before, [])
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE disclosures_finding DROP CONSTRAINT too_narrow")
    assert take_in_document(data=seed, filename="s.txt", by=people.officer).is_new


def test_gbk_says_the_same_as_utf_8(people: People, seed: bytes) -> None:
    data = seed.decode().encode("gb18030")
    revision = take_in_document(data=data, filename="gbk.txt", by=people.officer).revision
    assert revision.text == seed.decode()
    assert revision.quotedfigure_set.count() == 138
    assert [path.read_bytes() for path in kept_files()] == [data]


def test_sections_tile_the_text(draft: Revision) -> None:
    spans = list(draft.narrativesection_set.order_by("number").values_list("start", "end"))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(draft.text)
    assert all(left[1] == right[0] for left, right in itertools.pairwise(spans))


def test_every_span_prints_its_figure(draft: Revision) -> None:
    for figure in QuotedFigure.objects.filter(revision=draft):
        assert draft.text[figure.start : figure.end] == figure.printed
        assert figure.sentence_start <= figure.start
        assert figure.end <= figure.sentence_end


def test_rows_from_the_narrative_say_where(draft: Revision) -> None:
    rows = [
        row
        for spec in TABLES.values()
        for row in spec.model._default_manager.filter(revision=draft)
    ]
    assert len(rows) > 10
    for row in rows:
        assert row.origin == Origin.NARRATIVE
        assert set(row.printed) == set(row.where) - {OWN}
        assert row.where
        for column, printed in row.printed.items():
            where = row.where[column]
            assert printed in draft.text[where["start"] : where["end"]], column

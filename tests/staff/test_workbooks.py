"""An officer's workbook: first shown, then taken in exactly as it was shown."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html

from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.workbook.commented import commented
from disclosures.documents.workbook.container import Media
from disclosures.exports.kept import FORMATS, exported
from disclosures.models import (
    Disclosure,
    Event,
    FiscalYear,
    PrintedTable,
    Revision,
    Source,
)
from disclosures.publishing.actions import submit_revision
from disclosures.publishing.workbooks import merged, preview_workbook
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, KeptCell, Sheet, unknown
from disclosures.tables.new_assets import NewAsset
from disclosures.tables.stored import book_of, printed_table
from disclosures.tables.three_public import ThreePublic
from tests.documents.workbook.official import workbook
from tests.publishing.conftest import People, draft, people, published

__all__ = ["draft", "people", "published"]

CHANGED = (3.30, 0, 0, 0, 0, 3.30)
PRINTER = ("指挥中心", "通用设备", "A02010601", "打印机", "台", 2, 0.15, 0.3)


@pytest.fixture
def desk(client: Client, people: People) -> Client:
    client.force_login(people.officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(revision: Revision) -> str:
    return reverse("admin:disclosures_revision_workbook", args=(revision.pk,))


def uploaded(desk: Client, revision: Revision, data: bytes, name: str = "表.xlsx") -> Any:
    """The preview that follows an upload, as a tree."""
    answer = desk.post(address(revision), {"workbook": SimpleUploadedFile(name, data)}, follow=True)
    return lxml_html.fromstring(answer.content.decode())


def confirmed(desk: Client, revision: Revision, preview: Any) -> str:
    """What follows when exactly that preview is confirmed."""
    form = {
        each.get("name"): each.get("value")
        for each in preview.xpath("//input[@name='upload' or @name='stamp']")
    }
    return desk.post(address(revision), form, follow=True).content.decode()


def stored(revision: Revision) -> list[str]:
    return [str(each.total) for each in ThreePublic.objects.filter(revision=revision)]


def test_a_preview_stores_nothing(desk: Client, draft: Revision) -> None:
    before = stored(draft)
    page = uploaded(desk, draft, workbook(three_public=[CHANGED]))
    assert "这是预览" in page.text_content()
    assert page.xpath("//input[@value='确认导入']")
    assert stored(draft) == before
    assert not Source.objects.exists()


def test_a_preview_names_the_sentences_that_would_be_stale(desk: Client, draft: Revision) -> None:
    same = uploaded(desk, draft, workbook(three_public=[(3.36, 0, 2.36, 0, 2.36, 1)]))
    assert not same.xpath("//section[@id='stale']")
    (part,) = uploaded(desk, draft, workbook(three_public=[CHANGED])).xpath(
        "//section[@id='stale']"
    )
    said = part.text_content()
    assert "“三公”经费预算合计3.36万元" in said
    assert "3.36万元 → 3.30万元" in said


def test_a_sentence_that_differed_before_is_none_of_the_workbooks(
    desk: Client, people: People, draft: Revision
) -> None:
    confirmed(desk, draft, uploaded(desk, draft, workbook(three_public=[CHANGED])))
    page = uploaded(desk, draft, workbook(three_public=[CHANGED], new_assets=[PRINTER]))
    assert not page.xpath("//section[@id='stale']")


def test_what_is_only_printed_otherwise_is_quiet(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, workbook(three_public=[CHANGED]))
    quiet = page.xpath("//tr[contains(@class,'same')]/td[3]/text()")
    loud = page.xpath("//table[@class='rows']//tr[not(contains(@class,'same'))]/td[3]/text()")
    assert "因公出国（境）费" in quiet
    assert "“三公”经费合计" in loud


def test_what_is_confirmed_is_stored(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, workbook(three_public=[CHANGED], new_assets=[PRINTER]))
    assert "已导入 2 张表的变动" in confirmed(desk, draft, page)
    assert stored(draft) == ["33000.00"]
    assert [str(each.amount) for each in NewAsset.objects.filter(revision=draft)] == ["3000.00"]
    assert PrintedTable.objects.get(revision=draft, table="three-public").state == "filled"
    assert sorted(Source.objects.get().tables) == ["new-assets", "three-public"]
    assert Event.objects.filter(revision=draft, verb="take_in_workbook").count() == 1


def test_the_cells_say_where_they_came_from(desk: Client, draft: Revision) -> None:
    confirmed(desk, draft, uploaded(desk, draft, workbook(three_public=[CHANGED])))
    (row,) = ThreePublic.objects.filter(revision=draft)
    assert row.where["total"] == {"sheet": "three_public", "cell": "A5"}
    assert row.printed["total"] == "3.3"


def test_other_tables_stay_as_they_are(desk: Client, draft: Revision) -> None:
    others = PrintedTable.objects.filter(revision=draft).exclude(table="three-public")
    before = list(others.order_by("position").values("table", "title", "state", "position"))
    confirmed(desk, draft, uploaded(desk, draft, workbook(three_public=[CHANGED])))
    assert list(others.order_by("position").values("table", "title", "state", "position")) == before


def test_the_same_workbook_twice_changes_nothing(desk: Client, draft: Revision) -> None:
    data = workbook(three_public=[CHANGED])
    confirmed(desk, draft, uploaded(desk, draft, data))
    page = uploaded(desk, draft, data)
    assert "没有变化" in page.text_content()
    assert not page.xpath("//input[@value='确认导入']")


def test_a_preview_of_another_draft_is_not_confirmed(desk: Client, draft: Revision) -> None:
    early = uploaded(desk, draft, workbook(three_public=[CHANGED]))
    confirmed(desk, draft, uploaded(desk, draft, workbook(three_public=[(4, 0, 0, 0, 0, 4)])))
    assert "请重新预览" in confirmed(desk, draft, early)
    assert stored(draft) == ["40000.00"]


def test_an_error_is_named_by_cell_and_stops_it(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, workbook(three_public=[("三万", 0, 0, 0, 0, 3.3)]))
    assert "three_public!A5" in page.text_content()
    assert not page.xpath("//input[@value='确认导入']")
    assert "没有导入" in confirmed(desk, draft, page) or not page.xpath("//input[@name='stamp']")
    assert stored(draft) != ["0.00"]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"PK\x03\x04 broken", "损坏"), (b"%PDF-1.7", "PDF"), ("甲,乙".encode(), "CSV")],
)
def test_a_file_that_is_no_workbook_is_refused(
    desk: Client, draft: Revision, data: bytes, said: str
) -> None:
    assert said in uploaded(desk, draft, data).text_content()


def test_a_workbook_without_a_table_of_the_form_is_refused(desk: Client, draft: Revision) -> None:
    assert "没有一张表填有内容" in uploaded(desk, draft, workbook(three_public=[])).text_content()


def test_nothing_is_imported_into_what_is_under_review(
    desk: Client, people: People, draft: Revision
) -> None:
    submit_revision(revision=draft, by=people.officer)
    assert desk.get(address(draft)).status_code == 403


def test_a_reviewer_imports_nothing(client: Client, people: People, draft: Revision) -> None:
    client.force_login(people.reviewer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address(draft)).status_code == 403


def test_the_blank_workbook_is_had_filled_and_taken_in(desk: Client, draft: Revision) -> None:
    url = reverse("admin:disclosures_revision_template", args=(draft.pk,))
    made = openpyxl.load_workbook(BytesIO(desk.get(url).getvalue()))
    for cell in (cell for each in made.worksheets for line in each.iter_rows() for cell in line):
        if cell.data_type == "f":  # openpyxl calculates nothing, and so leaves no results
            cell.value = None
    (sheet,) = [each for each in made.worksheets if "三公" in each.title]
    for column, amount in enumerate(CHANGED, start=1):
        sheet.cell(5, column, amount)
    stream = BytesIO()
    made.save(stream)
    page = uploaded(desk, draft, stream.getvalue())
    assert "已导入 1 张表的变动" in confirmed(desk, draft, page)
    assert stored(draft) == ["33000.00"]


def test_last_year_s_published_figures_stand_beside_the_empty_cells(
    desk: Client, published: Revision
) -> None:
    before = published.disclosure
    year, _ = FiscalYear.objects.get_or_create(year=before.fiscal_year_id + 1)
    following = Disclosure.objects.create(
        department=before.department, fiscal_year=year, kind=before.kind
    )
    new = Revision.objects.create(disclosure=following, number=1, form=published.form, text="")
    url = reverse("admin:disclosures_revision_template", args=(new.pk,))
    assert "上年公布数" in all_texts(desk.get(url, {"last_year": ""}).getvalue())
    assert "上年公布数" not in all_texts(desk.get(url).getvalue())


def all_texts(data: bytes) -> str:
    made = openpyxl.load_workbook(BytesIO(data))
    cells = (cell for each in made.worksheets for line in each.iter_rows() for cell in line)
    return " ".join(str(cell.value) for cell in cells)


def test_the_workbook_comes_back_with_comments_in_its_cells(desk: Client, draft: Revision) -> None:
    data = workbook(three_public=[("三万", 0, 0, 0, 0, 9.3)], new_assets=[PRINTER])
    page = uploaded(desk, draft, data)
    (link,) = page.xpath("//a[contains(., '带批注的工作簿')]/@href")
    answer = desk.get(link)
    assert "批注.xlsx" in unquote(answer["Content-Disposition"])
    back = answer.getvalue()
    made = openpyxl.load_workbook(BytesIO(back))
    sheet = made["three_public"]
    assert "三万" in sheet["A5"].comment.text
    assert sheet["A5"].value == "三万"
    assert [c.coordinate for line in made["new_assets"] for c in line if c.comment] == []
    again = uploaded(desk, draft, back)
    assert "three_public!A5" in again.text_content()


def test_a_rule_that_fails_is_a_comment_on_each_cell_it_looked_at(
    desk: Client, draft: Revision
) -> None:
    page = uploaded(desk, draft, workbook(three_public=[(9.9, 0, 0, 0, 0, 3.3)]))
    (link,) = page.xpath("//a[contains(., '带批注的工作簿')]/@href")
    made = openpyxl.load_workbook(BytesIO(desk.get(link).getvalue()))
    assert "A12" in made["three_public"]["A5"].comment.text


def test_an_old_workbook_comes_back_as_a_new_one() -> None:
    place = Place("三万", 4, 0, where={"sheet": "甲", "cell": "A5"})
    data = commented(
        b"", Media.XLS.value, (Grid((place,), 5, 1, name="甲"),), {("甲", "A5"): ["应为一个数"]}
    )
    sheet = openpyxl.load_workbook(BytesIO(data))["甲"]
    assert (sheet["A5"].value, sheet["A5"].comment.text) == ("三万", "应为一个数")


ROSTER = (KeptCell("单位", 0, 0, 2, 1), KeptCell("在职人数", 0, 1), KeptCell("12", 2, 1))


def test_a_table_kept_as_printed_comes_back_with_the_export(desk: Client, draft: Revision) -> None:
    last = PrintedTable.objects.filter(revision=draft).count()
    kept = Sheet(unknown(last + 1), "人员情况表", last + 1, TableState.AS_PRINTED, kept=ROSTER)
    printed_table(draft, kept).save()
    data = exported(draft, FORMATS["xlsx"])
    run = preview_workbook(revision=draft, data=data, filename="x.xlsx")
    assert kept.table in run.taken
    assert kept.table not in {each.table for each in run.changes}
    book = openpyxl.load_workbook(BytesIO(data))
    (sheet,) = [each for each in book.worksheets if "人员情况表" in each.title]
    assert sheet["B6"].value == "12"
    sheet["B6"] = "13"
    stream = BytesIO()
    book.save(stream)
    page = uploaded(desk, draft, stream.getvalue())
    assert "人员情况表" in page.text_content()
    confirmed(desk, draft, page)
    again = book_of(draft).sheet(kept.table)
    assert again is not None
    assert [each.text for each in again.kept] == ["单位", "在职人数", "13"]


def test_what_was_printed_beside_rows_goes_with_them(draft: Revision) -> None:
    old = book_of(draft).sheet("three-public")
    assert old is not None
    beside = replace(old, kept=ROSTER)
    rows = (replace(old.rows[0], cells=old.rows[0].cells | {"total": Cell(Decimal(9), "9")}),)
    (same,) = merged(Book((beside,)), [old])
    (other,) = merged(Book((beside,)), [replace(beside, rows=rows)])
    assert (same.kept, other.kept) == (ROSTER, ())

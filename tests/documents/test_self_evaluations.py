"""What became of targets is read from the forms that departments print, whole and nothing else."""

from collections.abc import Callable

import pytest

from disclosures.publishing.reading import read
from disclosures.records.printed_table import TableState
from tests.documents.self_evaluations import FORMS, TITLES, as_html, as_pdf, printed

COLUMNS = (
    *("project_name", "unit_name", "annual_goal", "achieved_goal"),
    *("indicator_level_one", "indicator_level_two", "indicator_level_three"),
    *("indicator_comparator", "indicator_value", "measurement_unit"),
    *("achieved_value", "indicator_weight", "self_score", "deviation"),
)


@pytest.mark.parametrize("make", [as_html, as_pdf], ids=["html", "pdf"])
@pytest.mark.parametrize("layout", FORMS)
def test_every_indicator_is_a_row_with_all_that_its_form_says(
    layout: str, make: Callable[[str], bytes]
) -> None:
    found = read(make(layout), "决算")
    assert found.narrative is not None
    assert found.narrative.kind == "final"
    sheet = found.book.sheet("project-self-evaluation")
    assert sheet is not None
    assert (sheet.title, sheet.state) == (TITLES[layout][0], TableState.FILLED)
    rows = [tuple(str(row.value(each) or "") for each in COLUMNS) for row in sheet.rows]
    assert rows == printed(layout)
    assert {"89.97", "100"} < {each.text for each in sheet.kept}  # money and points stay as printed
    assert not [each for each in found.doubts if sheet.title in each.message]


def test_the_evaluation_of_a_whole_department_is_no_project_s() -> None:
    data = as_html("yunnan").replace(
        "项目支出绩效自评表".encode(), "部门整体支出绩效自评表".encode()
    )
    book = read(data, "决算.html").book
    assert book.sheet("project-self-evaluation") is None
    whole = [each for each in book if each.title == "部门整体支出绩效自评表"]
    assert {each.state for each in whole} == {TableState.AS_PRINTED}


def test_an_indicator_whose_target_is_printed_across_columns_is_none_of_the_remarks() -> None:
    cell = '<td colspan="{}" rowspan="1">{}</td>'
    apart = "".join(cell.format(1, each) for each in ("定性", "明显提高", ""))
    page = as_html("yunnan").decode()
    assert page.count(apart) == 1
    found = read(page.replace(apart, cell.format(3, "明显提高")).encode(), "决算.html")
    sheet = found.book.sheet("project-self-evaluation")
    assert sheet is not None
    names = [str(row.value("indicator_level_three")) for row in sheet.rows]
    assert names == [row[6] for row in printed("yunnan")]

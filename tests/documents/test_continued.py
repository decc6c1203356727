"""Tables that go on over a page in a frame of another width."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from disclosures.documents.continued import joined_over_pages
from disclosures.documents.grids.grid import Grid, Place

EDGES = (50.0, 150.0, 260.0, 340.0, 420.0)
HEAD = ["科目编码", "科目名称", "合计", "基本支出"]
FIRST = [["收支总表的一张"], HEAD, ["合计", "", "12.00", "12.00"], ["201", "甲", "5.00", "5.00"]]


def grid(
    page: int, lines: Sequence[Sequence[str]], margin: int = 0, shift: float = 0.0, *above: str
) -> Grid:
    """A grid whose columns stand at EDGES; `margin` blank columns of its frame come first."""
    places = tuple(
        Place(
            text,
            row,
            column + margin,
            where={"page": page, "box": [EDGES[column] + shift, row, EDGES[column + 1] + shift, 9]},
        )
        for row, line in enumerate(lines)
        for column, text in enumerate(line)
        if text
    )
    width = len(EDGES) - 1 + margin
    return Grid(places, len(lines), width, above, where={"page": page})


def told(made: Grid) -> list[tuple[int, int, str]]:
    return [(place.row, place.column, place.text) for place in made.places]


MORE = [["202", "乙", "4.00", "4.00"], ["203", "丙", "3.00", "3.00"]]


def test_rows_of_the_next_pages_belong_to_the_table_above() -> None:
    last = [["204", "丁", "1.00", "1.00"]]
    (one,) = joined_over_pages([grid(1, FIRST, 1), grid(2, MORE), grid(3, last, 2, 1.5)])
    assert (one.height, one.where) == (7, {"page": 1})
    assert (4, 1, "202") in told(one)
    assert (6, 4, "1.00") in told(one)
    assert [p.where and p.where["page"] for p in one.places if p.row >= 4] == [2] * 8 + [3] * 4


def test_a_total_in_whole_yuan_that_stands_alone_on_the_last_page_belongs_to_its_table() -> None:
    lines = [["支出预算总表"], HEAD, ["201", "甲", "2,976,800", "0"]]
    total = ["合计", "", "156,211,123", "99,706,020"]
    (whole,) = joined_over_pages([grid(1, lines, 1), grid(2, [total])])
    assert (3, 3, "156,211,123") in told(whole)
    bare = ["1", "2", "3", "4"]  # numbers of columns or of rows are no amounts
    assert len(joined_over_pages([grid(1, lines, 1), grid(2, [bare])])) == 2


def test_a_head_printed_again_is_no_row() -> None:
    (one,) = joined_over_pages([grid(1, FIRST, 1), grid(2, [HEAD, *MORE])])
    assert [text for _, _, text in told(one)].count("科目编码") == 1
    assert (4, 1, "202") in told(one)


@pytest.mark.parametrize(
    "below",
    [
        grid(3, MORE),  # not the next page
        grid(2, MORE, 0, 6.0),  # other columns
        grid(2, MORE, 0, 0.0, "支出总表"),  # a title of its own
        grid(2, [FIRST[0], *FIRST[1:]]),  # the same table of another unit
        grid(2, [["的后半句"], *MORE]),  # a row that the page broke
        grid(2, [["项目", "目标", "一", "二"], *MORE]),  # a head of its own
        grid(2, [["", "", "4.00", "4.00"]]),  # too few columns to be sure
    ],
)
def test_what_is_not_surely_the_same_table_stays_apart(below: Grid) -> None:
    above = grid(1, FIRST, 1)
    assert joined_over_pages([above, below]) == (above, below)


def test_a_list_of_indicators_goes_on_with_the_cell_that_the_page_cut() -> None:
    heads = ["项目名称", "一级指标", "三级指标", "指标值"]
    above = grid(1, [heads, ["", "产出指标", "数量", "2"], ["", "成本指标", "单价", "3"]], 1)
    name = Place("", 1, above.places[0].column, 2, 1, above.places[0].where)
    above = replace(above, places=(*(p for p in above.places if p.text), name))
    below = grid(2, [["甲项目", "效益指标", "覆盖率", "95"], ["乙项目", "产出指标", "次数", "4"]])
    (whole,) = joined_over_pages([above, below])
    named = {place.text: (place.row, place.rows) for place in whole.places if "项目" in place.text}
    assert named == {"项目名称": (0, 1), "甲项目": (1, 3), "乙项目": (4, 1)}


def test_a_heading_behind_what_the_page_cut_off_is_repeated_all_the_same() -> None:
    above = grid(1, FIRST, 1)
    head = [f"的后半句{HEAD[0]}", *HEAD[1:]]
    (whole,) = joined_over_pages([above, grid(2, [head, *MORE])])
    assert whole.height == above.height + len(MORE)


def test_a_list_of_words_is_never_joined() -> None:
    words = grid(1, [HEAD, ["甲", "按期完成", "好", "很好"]])
    assert joined_over_pages([words, grid(2, MORE)]) == (words, grid(2, MORE))

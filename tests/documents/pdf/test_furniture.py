"""What a page repeats at its edges is left out; what says the unit of a table is not."""

from disclosures.documents.pdf.furniture import without_furniture
from disclosures.documents.pdf.lines import Line

HEIGHT = 600.0


def at(top: float, text: str) -> Line:
    return Line(text, (50.0, top, 500.0, top + 10), 10.0)


def test_running_heads_and_numbers_go_and_units_stay() -> None:
    pages = [
        (
            HEIGHT,
            [
                at(20, "某局部门预算公开"),
                at(40, f"部门：某局 第{number}张表 单位：元"),
                at(300, "正文"),
                at(580, f"- {number} -"),
            ],
        )
        for number in range(1, 9)
    ]
    kept = without_furniture(pages)
    assert [line.text for line in kept[2]] == ["部门：某局 第3张表 单位：元", "正文"]

"""Compositions: drawn only where the parts are the whole."""

from decimal import Decimal

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.composition import Composition, Part, composed
from disclosures.pages.summary import Quote
from disclosures.records.disclosure import Revision
from tests.pages.published import AT


def parts(*amounts: str, unit: str = "万元") -> list[Part]:
    """Parts of so many 元, printed in a unit."""
    return [
        Part(Quote(f"part{number}", f"第{number}项", each, unit, "/"), Decimal(each), unit)
        for number, each in enumerate(amounts)
    ]


def whole(total: str | None, *amounts: str, unit: str = "万元") -> Composition | None:
    return composed("name", "名称", Decimal(total) if total else None, parts(*amounts, unit=unit))


def test_the_largest_first_one_beside_the_other() -> None:
    made = whole("100000", "25000", "0", "75000")
    assert made is not None
    assert [(each.share, each.start) for each in made.parts] == [(75, 0), (25, 75)]


@pytest.mark.parametrize(
    ("total", "amounts", "unit"),
    [
        ("100000", ("60000", "30000"), "万元"),  # a part is missing
        ("100000", ("160000", "-60000"), "万元"),  # less than nothing cannot be drawn
        ("100000", ("100000",), "万元"),  # one part is the whole
        ("100000", ("60000", "40001"), "元"),  # exact units leave no room
        ("0", ("0", "0"), "万元"),
        (None, ("60000", "40000"), "万元"),
    ],
)
def test_what_is_not_the_whole_is_not_drawn(
    total: str | None, amounts: tuple[str, ...], unit: str
) -> None:
    assert whole(total, *amounts, unit=unit) is None


def test_rounding_alone_is_forgiven() -> None:
    assert whole("100000", "60050", "40000") is not None
    assert whole("100000", "60200", "40000") is None


@pytest.mark.parametrize("little", [2000, 5000])  # 5000 of ten million is 0.05 %
def test_little_is_not_nothing_and_most_is_not_all(little: int) -> None:
    made = whole("10000000", str(10_000_000 - little), str(little))
    assert made is not None
    assert [each.percent for each in made.parts] == [">99.9%", "<0.1%"]


def test_the_seed_is_drawn_with_each_part_in_its_source(
    published: Revision, client: Client
) -> None:
    for unit in ("", "?unit=yuan", "?unit=wan"):
        tree = lxml_html.fromstring(client.get(f"{AT}{unit}").content.decode())
        drawn = tree.xpath("//figure[@class='composition']")
        assert [each.xpath("string(figcaption)") for each in drawn] == [
            "基本支出与项目支出",
            "支出用途",
            "政府采购",
        ]
        functions = drawn[1].xpath(".//tbody/tr")
        assert len(functions) == len(drawn[1].xpath(".//svg[@class='stack']/rect")) == 7
        for each in drawn:
            links = each.xpath(".//td//a/@href")
            assert len(links) == len(each.xpath(".//tbody/tr"))
            assert client.get(links[0]).status_code == 200

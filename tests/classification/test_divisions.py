"""Which division a publisher's name names."""

import pytest

from disclosures.classification.divisions import Division, division_named_in, divisions


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("北京市审计局", "110000"),
        ("中共苏州市委组织部", "320500"),
        ("中国共产党广州市委员会宣传部", "440100"),
        ("江苏省人大常委会办公厅", "320000"),
        ("上海市普陀区司法局", "310107"),
        ("上海水产老干部活动室", "310000"),
        ("普陀区司法局", "310107"),
        ("某市某某局", ""),
        ("", ""),
    ],
)
def test_the_innermost_that_is_named(name: str, code: str) -> None:
    assert division_named_in(name, divisions()) == code


def test_a_district_alone_inside_a_name_tells_nothing() -> None:
    listed = (Division("990000", "江海市"), Division("990101", "城关区", parent="990000"))
    assert division_named_in("江海市城关区财政局", listed) == "990101"
    assert division_named_in("外省城关区财政局", listed) == ""


def test_every_division_lies_in_a_listed_one() -> None:
    codes = {each.code for each in divisions()}
    assert {each.parent for each in divisions()} - {""} <= codes

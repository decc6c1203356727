"""Lines cut at a width, with page numbers between them, say what the whole lines say."""

from decimal import Decimal

import pytest

from disclosures.documents.narrative.read import read_narrative
from disclosures.documents.narrative.wrapped import is_wrapped
from disclosures.records.narrative import Narrative
from tests.documents.narratives import Facts, Wording, written

WORDINGS = {
    "quoted": Wording(),
    "dashed": Wording(function="dashed", versus="较上年", separators=False),
    "yuan": Wording(unit="元", function="short", flat="与上年预算数相同"),
}


def wrapped(text: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [line[at : at + width] for at in range(0, len(line), width)] or [""]
    pages = [[*lines[at : at + 28], f"— {at // 28 + 1} —"] for at in range(0, len(lines), 28)]
    return "\n".join(line for page in pages for line in page)


def numbers(narrative: Narrative) -> dict[str, Decimal]:
    return {
        each.key: each.value for each in narrative.statements if isinstance(each.value, Decimal)
    }


@pytest.mark.parametrize("name", WORDINGS)
@pytest.mark.parametrize("width", [30, 38, 47])
def test_cut_lines_say_what_whole_lines_say(name: str, width: int) -> None:
    text = written(Facts(), WORDINGS[name]).replace("。\n", "。")
    cut = wrapped(text, width)
    assert is_wrapped(cut)
    assert not is_wrapped(text)
    whole, read = numbers(read_narrative(text)), read_narrative(cut)
    assert numbers(read).items() <= whole.items()
    # A number cut between its digits is no number; nothing else may be lost.
    assert len(whole.keys() - numbers(read).keys()) <= 3


def test_cut_lines_are_quoted_as_they_stand() -> None:
    cut = wrapped(written(Facts(), WORDINGS["quoted"]), 38)
    narrative = read_narrative(cut)
    for each in (*narrative.statements, *narrative.repeats):
        assert cut[each.start : each.end] == each.printed
    assert any("\n" in each.printed for each in narrative.statements)
    for line in narrative.functions:
        assert line.code in cut[line.start : line.end].replace("\n", "")


def test_sections_that_share_a_line_with_their_first_heading() -> None:
    text = written(Facts(), Wording()).replace("\n", " ")
    read = numbers(read_narrative(text))
    assert read["income.total"] == Decimal("3420.12")
    assert read["fiscal.total"] == Decimal("3300.12")

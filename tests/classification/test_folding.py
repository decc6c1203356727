"""Folding and grams: what readers type finds what is printed, at its place in the print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.classification.folding import asked, fold, folded, grams, spans


def is_found(word: str, text: str) -> bool:
    """As the index and the recheck find it."""
    held, compared = grams(folded(text)), folded(text)
    wanted = asked(folded(word))
    return bool(wanted) and folded(word) in compared and all(has(held, *each) for each in wanted)


def has(held: frozenset[str], gram: str, is_beginning: bool) -> bool:
    return any(each.startswith(gram) for each in held) if is_beginning else gram in held


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("三公经费", "“三公”经费支出"),
        ("因公出国境", "因公出国（境）费"),
        ("1202.94", "共1,202.94万元"),
        ("１２０２", "1202.94万元"),
        ("2022年", "昆明市2022年部门预算"),
        ("GPS", "gps设备"),
        ("2080505", "2080505机关事业单位基本养老保险缴费支出"),
        ("水", "节水"),
        ("采购", "政府 采 购"),
        ("㎡", "面积 m2"),
    ],
)
def test_what_is_typed_finds_what_is_printed(word: str, text: str) -> None:
    assert is_found(word, text)
    ((start, end), *_) = spans(text, [folded(word)])
    assert folded(text[start:end]) == folded(word)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("预算", "预备，计算"),
        ("算支", "预算，支出"),
        ("05", "2080505"),
        ("%", "100%"),
        ("", "x"),
    ],
)
def test_what_is_not_there_is_not_found(word: str, text: str) -> None:
    assert not is_found(word, text)


@pytest.mark.parametrize("word", ["%", "_", "\\", "'", "“”", "()", " ", "\0", "。，"])
def test_signs_alone_are_no_words(word: str) -> None:
    assert asked(folded(word)) == ()


def test_no_gram_can_break_out_of_a_query() -> None:
    said = "a'b\\c:*&|!()<->\0“x”预'算"
    for gram in (*grams(folded(said)), *(each for each, _ in asked(folded(said)))):
        assert gram.replace(".", "").isalnum(), gram


def test_marks_merge_and_stay_in_order() -> None:
    assert spans("政府采购预算", ["政府采购", "采购预算"]) == [(0, 6)]
    assert spans("预算与预算", ["预算"]) == [(0, 2), (3, 5)]
    assert spans("预算", [""]) == []


@given(st.text(max_size=80), st.data())
def test_any_part_of_a_run_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    whole = fold(text)
    assert len(whole.text) == len(whole.at)
    assert list(whole.at) == sorted(whole.at)
    length = len(whole.text)
    if length:
        start = data.draw(st.integers(0, length - 1))
        end = data.draw(st.integers(start + 1, length))
        word = whole.text[start:end]
        if asked(word) and not word[0].isascii() and word[0].isalpha():
            assert all(has(grams(whole.text), *each) for each in asked(word))
        for left, right in spans(text, [word]):
            assert 0 <= left < right <= len(text)

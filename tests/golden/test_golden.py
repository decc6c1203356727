"""Every golden workbook is read from its file: what must hold holds, what must fail fails."""

import csv
import json
from pathlib import Path

import pytest

from disclosures.documents.forms.registry import FORMS, NATIONAL
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.problem import Severity
from disclosures.documents.workbook.read import Workbook, read_workbook
from disclosures.rules.catalogue import catalogue
from disclosures.rules.explain import EXAMPLES, explain
from disclosures.tables.book import Book
from tests.golden.cases import Stated, broken_rules, cases, findings_on
from tests.golden.examples import rule_examples
from tests.golden.write import FIXTURES, STATED, bytes_of, path_of
from tests.rules.examples import YEAR

FORM = FORMS["kunming-2022"]
PASSING = sorted((FIXTURES / "should_pass").glob("*.xlsx"))
FAILING = sorted((FIXTURES / "should_fail").glob("*/*.xlsx"))
LARGEST = 40_000  # bytes
NATIONAL_ALONE = {"B21"}  # rules of tables that Kunming does not print
# Rules that no workbook can break, with the reason; each kept honest by a test below.
OF_SEVERAL = {"B20": "compares a department with the workbooks of its units"}
OF_WORDS = {
    **{code: "adds up what the narrative states" for code in catalogue() if code[0] == "D"},
    **{
        code: "is about a change that the narrative tells" for code in catalogue() if code[0] == "E"
    },
    "F01": "is about the sections of the narrative",
    "F02": "is about the list of tables that the document prints",
    "F03": "is about the 监督索引号 of the document",
    "F04": "is about dates in the narrative",
    "F05": "is about the day of approval",
    "F07": "is about codes in the narrative; those of a workbook are told at its preview",
    "F08": "is about the units of the narrative; a table in two units is no table",
    "F09": "is about what a template left in the narrative",
    "F10": "is about names in the narrative; a workbook of another department is refused",
    "F11": "is about amounts of the narrative; those of a workbook are told at its preview",
    "F12": "is about a figure that the narrative prints twice",
}


def book_in(path: Path) -> Book:
    found = read_workbook(path.read_bytes(), path.name)
    assert isinstance(found, Workbook), found
    form = NATIONAL if path.parent.name in NATIONAL_ALONE else FORM
    reading = read_book(found.grids, form, YEAR)
    problems = (*found.problems, *reading.problems)
    assert [str(each) for each in problems if each.severity is Severity.ERROR] == []
    return Book(tuple(each for each in reading.book if each.where))


def stated_beside(path: Path) -> Stated:
    beside = path.with_suffix(STATED)
    return json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}


@pytest.mark.parametrize("path", PASSING, ids=lambda path: path.stem)
def test_it_must_pass(path: Path) -> None:
    assert broken_rules(book_in(path), stated_beside(path)) == set()


@pytest.mark.parametrize("path", FAILING, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_it_must_fail(path: Path) -> None:
    assert path.parent.name in broken_rules(book_in(path), stated_beside(path))


def test_every_rule_that_a_workbook_can_break_is_broken() -> None:
    broken = {path.parent.name for path in FAILING}
    assert broken == {*catalogue()} - OF_SEVERAL.keys() - OF_WORDS.keys()


def test_the_other_rules_say_the_same_whatever_the_workbook() -> None:
    alone = [each for each in findings_on(Book(), {}) if each.rule in OF_WORDS]
    assert {each.rule for each in alone} == OF_WORDS.keys()
    for case in cases():
        said = [each for each in findings_on(case.book, {}) if each.rule in OF_WORDS]
        assert said == alone, case.name


def test_the_files_are_what_is_written_today() -> None:
    written = {path_of(each): each for each in cases()}
    assert {*written} == {*PASSING, *FAILING}, "run python -m tests.golden"
    for path, case in [*written.items()][:: len(written) // 8]:
        assert path.read_bytes() == bytes_of(case), f"{path}: run python -m tests.golden"


def test_the_files_are_small() -> None:
    assert max(path.stat().st_size for path in (*PASSING, *FAILING)) < LARGEST


def test_the_rules_pages_show_what_the_rules_say_today() -> None:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        assert [*csv.DictReader(file)] == rule_examples(), "run python -m tests.golden"


@pytest.mark.parametrize("code", [each for each in catalogue() if each[0] in "ABC"])
def test_a_rule_s_page_shows_it_holding_and_failing(code: str) -> None:
    example = explain(code).example
    assert example.holds
    assert example.fails

"""What is exported is read back as what it was."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from disclosures.documents.document import Document, read_document
from disclosures.exports.pdf import pdf_document
from disclosures.exports.statutory import Statutory, paragraphs_of, table_of
from disclosures.exports.word import word_document
from disclosures.publishing.demo import SEED
from disclosures.publishing.reading import read
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book
from tests.rules.example_tables import good_book

Write = Callable[[Statutory], bytes]


def content(book: Book) -> Statutory:
    """The seed's narrative with a made-up bureau's tables."""
    narrative = read(SEED.read_bytes(), SEED.name).narrative
    assert narrative is not None
    return Statutory(
        title="2022年部门预算公开",
        department=narrative.department,
        imprint="第1版",
        made_at=datetime(2022, 2, 17, tzinfo=UTC),
        paragraphs=tuple(paragraphs_of(narrative.text, ())),
        tables=tuple(map(table_of, book)),
        sheets=tuple(book),
    )


def values(narrative: Narrative) -> dict[str, str]:
    """What is stated; where a line of a PDF ends, nobody can say whether a paragraph does."""
    return {each.key: "".join(str(each.value).split()) for each in narrative.statements}


@pytest.mark.parametrize("write", [word_document, pdf_document], ids=["word", "pdf"])
def test_narrative_and_tables_come_back(write: Write) -> None:
    book = good_book()
    read_back = read_document(write(content(book)), "export")
    assert isinstance(read_back, Document)
    seed = read(SEED.read_bytes(), SEED.name).narrative
    assert seed is not None
    assert values(read_back.narrative) == values(seed)
    for name in ("three-public", "department-expenditure", "general-budget-by-function"):
        before, after = book.sheet(name), read_back.book.sheet(name)
        assert before is not None
        assert after is not None
        assert [row.money("total") for row in after.rows] == [
            row.money("total") for row in before.rows
        ], name

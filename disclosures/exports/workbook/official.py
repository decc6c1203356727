"""The official workbook of any department, year and form: blank, or with last year's figures."""

from datetime import UTC, datetime

from disclosures.classification.codes import code_lists
from disclosures.documents.forms.form import Form
from disclosures.exports.workbook.template import Wanted, template
from disclosures.queries.published import bare_revision
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department
from disclosures.tables.book import Book
from disclosures.tables.stored import book_of


def official_template(
    department: Department, year: int, form: Form, *, with_last_year: bool = False
) -> bytes:
    """The bytes of an .xlsx to be filled in; the same wish always gives the same bytes.

    `with_last_year` asks for what the department published for the year before, beside the empty
    cells; where nothing is published they stand alone.
    """
    last = last_published(department, year, form.kind) if with_last_year else None
    wanted = Wanted(
        form,
        department.name,
        year,
        code_lists(),
        datetime(year, 1, 1, tzinfo=UTC),
        districts=tuple(department.region.children.values_list("name", flat=True)),
        last_year=book_of(last) if last else Book(),
    )
    return template(wanted)


def last_published(department: Department, year: int, kind: str) -> Revision | None:
    """What is published of the department's year before, of the same kind; None if nothing is."""
    return bare_revision(department.region.slug, department.slug, year - 1, kind)

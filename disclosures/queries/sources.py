"""Which file a table of a revision was read from."""

from disclosures.documents.printed import PDF
from disclosures.records.disclosure import Revision
from disclosures.records.upload import Upload


def source_of(revision: Revision, table: str = "") -> Upload | None:
    """The PDF that a table was read from (without one: the revision's own), None if it was none."""
    further = (each for each in revision.source_set.select_related("upload"))
    found = next((each.upload for each in further if table in each.tables), revision.upload)
    return found if found is not None and found.content_type == PDF else None

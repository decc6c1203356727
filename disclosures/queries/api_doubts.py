"""What the reader of a disclosure could not read surely."""

from disclosures.queries.api_columns import Column, ValueKind, number
from disclosures.queries.api_listing import ByRevision, Listing
from disclosures.queries.api_revisions import context, public
from disclosures.records.doubt import Doubt

DOUBT_COLUMNS = (
    number("position", "position", "次序"),
    Column("message", "message", "说明"),
    Column("printed", "printed", "原文"),
    Column("where", "where", "位置", ValueKind.STRUCTURE),
)
DOUBTS = Listing(
    name="doubts",
    title="存疑之处",
    model=Doubt,
    rows=lambda: public(Doubt),
    columns=(*context(), *DOUBT_COLUMNS),
    order=ByRevision(),
)

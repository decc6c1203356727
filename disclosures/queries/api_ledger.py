"""The ledger of publications for the API: every entry, with the words that make its seal."""

from django.db.models import Func, TextField

from disclosures.queries.api_columns import Column, chosen, number
from disclosures.queries.api_listing import ByColumns, Listing
from disclosures.records.ledger import LedgerEntry


class SealedTime(Func):
    """A time exactly as the seal of an entry spells it."""

    template = (
        "REPLACE(TO_CHAR(%(expressions)s AT TIME ZONE 'UTC',"
        " 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '.000000', '') || '+00:00'"
    )
    output_field = TextField()


LEDGER = Listing(
    name="ledger",
    title="公开账本",
    model=LedgerEntry,
    rows=LedgerEntry.objects.all,
    columns=(
        number("number", "number", "序号"),
        chosen("verb", "verb", "动作", LedgerEntry.Verb),
        Column("revision", "name", "版本标识"),
        Column("content", "content", "所公开内容的 SHA-256"),
        Column("previous", "previous", "前一条的印记"),
        Column("at", SealedTime("at"), "时间"),
        Column("by", "by", "经办人"),
        Column("reason", "reason", "原因"),
        Column("seal", "seal", "本条的印记"),
    ),
    order=ByColumns(("number",), ("number",)),
)

"""Disclosures as published, with their headline; one disclosure with all that hangs on it."""

from django.db.models import Value

from disclosures.classification.figures import HEADLINE, figure_of
from disclosures.queries.api_addresses import named_disclosure, revision_page
from disclosures.queries.api_columns import Column, Instant, ValueKind, money, number, text
from disclosures.queries.api_doubts import DOUBT_COLUMNS
from disclosures.queries.api_findings import FINDING_COLUMNS
from disclosures.queries.api_listing import ByRevision, Listing, Row, select
from disclosures.queries.api_narrative import FIGURE_COLUMNS, SECTIONS
from disclosures.queries.api_quoted import (
    NOTHINGS,
    headline_yuan,
    nothing_said,
    provenance,
    quoted,
    tabled,
    tabled_provenance,
)
from disclosures.queries.api_revisions import context
from disclosures.queries.api_tables import PRINTED_TABLE_COLUMNS
from disclosures.queries.emptiness import empty_tables
from disclosures.queries.gate import published_revisions
from disclosures.records.disclosure import Revision
from disclosures.records.doubt import Doubt
from disclosures.records.finding import Finding
from disclosures.records.narration import NarrativeSection, OfRevision, QuotedFigure
from disclosures.records.printed_table import PrintedTable

DISCLOSURE_COLUMNS = (
    *context(""),
    Column("published_at", Instant("published_at"), "公开时间"),
    Column("printed_date", "printed_date", "落款日期", ValueKind.DATE, nullable=True),
    Column("is_history", "is_history", "按部门原公开内容收录", ValueKind.BOOLEAN),
    Column("taken_in_at", Instant("created_at"), "收录时间"),
    text("reason", "reason", "更正原因"),
    text("form", "form", "表式"),
    text("printed_unit", "printed_unit", "金额单位"),
    text("index_start", "index_start", "监督索引号（文首）"),
    text("index_end", "index_end", "监督索引号（文末）"),
    Column("source_name", "upload__name", "来源文件名", nullable=True),
    Column("source_page", revision_page("", Value("source/")), "来源文件下载"),
    number("source_size", "upload__size", "来源文件字节数", nullable=True),
)
QUOTED = Column("quoted", quoted("pk", HEADLINE.values()), "引用", ValueKind.STRUCTURE)
TABLED = Column("tabled", tabled("pk", HEADLINE.values()), "表内", ValueKind.STRUCTURE)
EMPTY = Column("empty", empty_tables("pk", HEADLINE.values()), "空表", ValueKind.LIST)


def headline_amount(name: str, key: str) -> Column:
    """The amount in 元 that narrative or table gives for a key; null for none."""
    return money(name, headline_yuan("pk", key), f"{figure_of(key).label}（元）")


def headline_nothing(name: str, key: str) -> Column:
    """Why there is no amount for a key: not disclosed, or its table is declared empty."""
    nothing = nothing_said("pk", key, headline_yuan("pk", key))
    label = f"{figure_of(key).label}：空缺"
    return Column(f"{name}_nothing", nothing, label, nullable=True, choices=NOTHINGS)


def shape(row: Row) -> Row:
    """The row with its headline by public name: amount, printed text and page, or why there is

    none.
    """
    stated, page = row.pop("quoted") or {}, row["revision_page"]
    printed, empty = row.pop("tabled") or {}, row.pop("empty") or ()
    headline = {
        name: (stated.get(key) or printed.get(key) or {}).get("yuan")
        for name, key in HEADLINE.items()
    }
    places = {
        name: tabled_provenance(key, printed[key], page)
        if key in printed and key not in stated
        else provenance(key, stated.get(key), page, is_absent=headline[name] is None, empty=empty)
        for name, key in HEADLINE.items()
    }
    return row | {"headline": headline, "provenance": places}


HEADLINE_AMOUNTS = tuple(headline_amount(name, key) for name, key in HEADLINE.items())
HEADLINE_CSV = tuple(
    column
    for amount, (name, key) in zip(HEADLINE_AMOUNTS, HEADLINE.items(), strict=True)
    for column in (amount, headline_nothing(name, key))
)
DISCLOSURES = Listing(
    name="disclosures",
    title="公开",
    model=Revision,
    rows=published_revisions,
    columns=DISCLOSURE_COLUMNS,
    gathered=(QUOTED, TABLED, EMPTY),
    csv_only=(*DISCLOSURE_COLUMNS, *HEADLINE_CSV),
    order=ByRevision(position=None, revision="pk"),
    shape=shape,
)
SECTION_COLUMNS = SECTIONS.columns[len(context()) :]
PARTS: dict[str, tuple[type[OfRevision], str, tuple[Column, ...]]] = {
    "sections": (NarrativeSection, "number", SECTION_COLUMNS),
    "figures": (QuotedFigure, "position", FIGURE_COLUMNS),
    "tables": (PrintedTable, "position", PRINTED_TABLE_COLUMNS),
    "findings": (Finding, "position", FINDING_COLUMNS),
    "doubts": (Doubt, "position", DOUBT_COLUMNS),
}


def disclosure(identity: str) -> Row | None:
    """One public disclosure with its parts; None when there is none of that identity.

    Six queries: the revision with its headline, and one for each of `PARTS`.
    """
    condition = named_disclosure(identity, "")
    if condition is None:
        return None
    key = Column("pk", "pk", "")
    found = select(
        published_revisions().filter(condition), (*DISCLOSURES.columns, *DISCLOSURES.gathered, key)
    )
    if not found:
        return None
    revision = found[0].pop("pk")
    return shape(found[0]) | {
        name: select(model._default_manager.filter(revision=revision).order_by(order), columns)
        for name, (model, order, columns) in PARTS.items()
    }

"""Every endpoint that is no official table: its filters, and what shaping adds to its rows."""

from rest_framework.serializers import Field

from disclosures.api.endpoints import Endpoint
from disclosures.api.filters import (
    Filters,
    Text,
    WholeNumber,
    Word,
    Year,
    amounts,
    choice,
    codes,
    exact,
    region,
    revision_filters,
)
from disclosures.api.serializers import (
    FigureProvenanceSerializer,
    HeadlineSerializer,
    provenance_by_column,
    row,
)
from disclosures.queries.api_classifications import (
    CODE_LISTS,
    ECONOMIC_PAIRS,
    INCOME_SOURCES,
    in_force,
)
from disclosures.queries.api_code_sums import CODE_SUMS, CODED_COLUMNS
from disclosures.queries.api_disclosures import DISCLOSURES, HEADLINE_AMOUNTS
from disclosures.queries.api_doubts import DOUBTS
from disclosures.queries.api_findings import FINDINGS
from disclosures.queries.api_ledger import LEDGER
from disclosures.queries.api_listing import Listing
from disclosures.queries.api_narrative import FIGURES_STATED, GLOSSARY, SECTIONS
from disclosures.queries.api_places import DEPARTMENTS, FISCAL_YEARS, REGIONS, SUCCESSIONS
from disclosures.queries.api_resources import STAFFING, STATE_ASSETS, VEHICLES
from disclosures.queries.api_tables import PRINTED_TABLES
from disclosures.records.code_sum import Refusal
from disclosures.records.finding import Outcome, Severity
from disclosures.records.ledger import LedgerEntry
from disclosures.records.printed_table import TableState
from disclosures.records.succession import Reform

OF_REVISION = revision_filters("revision__")
KEY = "[a-zA-Z0-9_.]+"
PLACES, DOCUMENTS, LISTS = "地区与部门", "公开内容", "分类科目"


def _endpoint(listing: Listing, filters: Filters, tag: str, **shaped: Field) -> Endpoint:
    name = listing.model.__name__
    return Endpoint(listing, filters, row(name, listing.title, listing.columns, **shaped), tag)


def _resource(listing: Listing) -> Endpoint:
    provenance = provenance_by_column(FigureProvenanceSerializer)
    filters = OF_REVISION | amounts(listing.columns)
    return _endpoint(listing, filters, DOCUMENTS, provenance=provenance)


def _code_list(listing: Listing) -> Endpoint:
    filters = {
        **codes("code", "编码"),
        **exact("level", "级次：类、款或项", 4),
        "parent_code": Word("parent_code", "exact", "上级编码", "[0-9]{1,9}", 9),
        "year": Year(in_force, "该年度有效"),
        "text": Text(("name",), "名称中的文字"),
    }
    return _endpoint(listing, filters, LISTS)


SUCCESSION_WORDS = ("predecessor__name", "successor__name", "note")
PLACE_ENDPOINTS = (
    _endpoint(REGIONS, {"text": Text(("name",), "名称中的文字")}, PLACES),
    _endpoint(
        DEPARTMENTS,
        {
            "region": region("region__"),
            **codes("code", "部门代码"),
            "text": Text(("name",), "名称中的文字"),
        },
        PLACES,
    ),
    _endpoint(
        SUCCESSIONS,
        {
            **choice("reform", "改革方式", Reform.choices),
            "text": Text(SUCCESSION_WORDS, "名称中的文字"),
        },
        PLACES,
    ),
    _endpoint(FISCAL_YEARS, {}, PLACES),
)
DISCLOSURE_ENDPOINT = _endpoint(
    DISCLOSURES,
    {
        **revision_filters(""),
        "text": Text(("disclosure__department__name",), "部门名称中的文字"),
        **amounts(HEADLINE_AMOUNTS),
    },
    DOCUMENTS,
    headline=HeadlineSerializer(),
    provenance=provenance_by_column(FigureProvenanceSerializer),
)
NARRATIVE_ENDPOINTS = (
    _endpoint(
        SECTIONS,
        {
            **OF_REVISION,
            "number": WholeNumber("number", "exact", label="序号", min_value=0, max_value=99),
            "text": Text(("heading",), "标题中的文字"),
        },
        DOCUMENTS,
    ),
    _endpoint(
        FIGURES_STATED,
        {
            **OF_REVISION,
            "key": Word("key", "exact", "指标", KEY, 60),
            "key_prefix": Word("key", "startswith", "指标开头，如 sangong.", KEY, 60),
            **exact("section", "所在章节，如 三(一)", 12),
            **amounts(FIGURES_STATED.columns),
            "text": Text(("printed", "words"), "原文中的文字"),
        },
        DOCUMENTS,
    ),
    _endpoint(
        GLOSSARY,
        {**OF_REVISION, "text": Text(("term", "definition"), "名词或解释中的文字")},
        DOCUMENTS,
    ),
)
FINDING_ENDPOINTS = (
    _endpoint(
        PRINTED_TABLES,
        {
            **OF_REVISION,
            "table": Word("table", "exact", "表", "[-a-z0-9]+", 60),
            **choice("state", "状态", TableState.choices),
            "text": Text(("title", "statement"), "表名或空表说明中的文字"),
        },
        DOCUMENTS,
    ),
    _endpoint(
        FINDINGS,
        {
            **OF_REVISION,
            "rule": Word("rule", "exact", "规则，如 D16", "[A-Z][0-9]{2}", 3),
            "rule_prefix": Word("rule", "startswith", "规则开头，如 D", "[A-Z][0-9]{0,2}", 3),
            **choice("severity", "级别", Severity.choices),
            **choice("outcome", "结果", Outcome.choices),
            "text": Text(("message",), "说明中的文字"),
        },
        DOCUMENTS,
    ),
    _endpoint(
        DOUBTS,
        {**OF_REVISION, "text": Text(("message", "printed"), "说明或原文中的文字")},
        DOCUMENTS,
    ),
)
CODE_SUM_ENDPOINT = _endpoint(
    CODE_SUMS,
    {
        **OF_REVISION,
        "table": Word("table", "exact", "表", "[-a-z0-9]+", 60),
        **choice("column", "编码栏", CODED_COLUMNS),
        **codes("code", "科目编码"),
        **choice("refusal", "不作合计的原因", Refusal.choices),
        **amounts(CODE_SUMS.columns),
    },
    DOCUMENTS,
)
LEDGER_ENDPOINT = _endpoint(
    LEDGER,
    {
        "revision": Word(
            "name", "exact", "版本标识，如 kunming.cai-zheng-ju.2026.budget.r1", "[-a-z0-9.]+", 200
        ),
        **choice("verb", "动作", LedgerEntry.Verb.choices),
        "text": Text(("name", "reason"), "版本标识或原因中的文字"),
    },
    DOCUMENTS,
)
CLASSIFICATION_ENDPOINTS = (
    *map(_code_list, CODE_LISTS),
    _endpoint(INCOME_SOURCES, {}, LISTS),
    _endpoint(
        ECONOMIC_PAIRS,
        {**codes("government_code", "政府经济科目"), **codes("department_code", "部门经济科目")},
        LISTS,
    ),
)
LISTING_ENDPOINTS = (
    *PLACE_ENDPOINTS,
    DISCLOSURE_ENDPOINT,
    *NARRATIVE_ENDPOINTS,
    *map(_resource, (STAFFING, VEHICLES, STATE_ASSETS)),
    *FINDING_ENDPOINTS,
    CODE_SUM_ENDPOINT,
    LEDGER_ENDPOINT,
    *CLASSIFICATION_ENDPOINTS,
)

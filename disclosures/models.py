"""Façade: Django finds every model of the house here, and the checks that guard their contracts."""

from disclosures import checks
from disclosures.classification.lists import (
    DepartmentEconomicCode,
    EconomicPair,
    FunctionCode,
    GovernmentEconomicCode,
    IncomeSource,
    RevenueCode,
)
from disclosures.publishing import audit, deriving, indexing, roles, seal
from disclosures.records.approval import Approval
from disclosures.records.audit import AuditEntry
from disclosures.records.code_sum import CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.disclosure import Disclosure, FiscalYear, Revision
from disclosures.records.doubt import Doubt
from disclosures.records.duty import Duty
from disclosures.records.event import Event
from disclosures.records.explanation import Explanation
from disclosures.records.finding import Finding
from disclosures.records.ledger import LedgerEntry
from disclosures.records.narration import GlossaryTerm, NarrativeSection, QuotedFigure
from disclosures.records.obligation import Obligation
from disclosures.records.places import Department, Region
from disclosures.records.printed_table import PrintedTable
from disclosures.records.release import Release
from disclosures.records.remark import Remark
from disclosures.records.resources import Staffing, StateAssets, Vehicles
from disclosures.records.search_entry import SearchEntry
from disclosures.records.source import Source
from disclosures.records.succession import Succession, SuccessionProposal
from disclosures.records.table_figure import TableFigure
from disclosures.records.upload import Upload
from disclosures.tables.registry import TABLES

__all__ = [
    "TABLES",
    "Approval",
    "AuditEntry",
    "CodeSum",
    "Department",
    "DepartmentEconomicCode",
    "Derivation",
    "Disclosure",
    "Doubt",
    "Duty",
    "EconomicPair",
    "Event",
    "Explanation",
    "Finding",
    "FiscalYear",
    "FunctionCode",
    "GlossaryTerm",
    "GovernmentEconomicCode",
    "IncomeSource",
    "LedgerEntry",
    "NarrativeSection",
    "Obligation",
    "PrintedTable",
    "QuotedFigure",
    "Region",
    "Release",
    "Remark",
    "RevenueCode",
    "Revision",
    "SearchEntry",
    "Source",
    "Staffing",
    "StateAssets",
    "Succession",
    "SuccessionProposal",
    "TableFigure",
    "Upload",
    "Vehicles",
    "audit",
    "checks",
    "deriving",
    "indexing",
    "roles",
    "seal",
]

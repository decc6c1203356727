"""Façade: the staff's door, on Django's own admin."""

from django.contrib import admin

from disclosures.classification.lists import (
    DepartmentEconomicCode,
    EconomicPair,
    FunctionCode,
    GovernmentEconomicCode,
    IncomeSource,
    RevenueCode,
)
from disclosures.models import (
    Approval,
    AuditEntry,
    Department,
    Disclosure,
    Duty,
    Event,
    Finding,
    FiscalYear,
    GlossaryTerm,
    NarrativeSection,
    Obligation,
    PrintedTable,
    QuotedFigure,
    Region,
    Release,
    Revision,
    Succession,
    SuccessionProposal,
    Upload,
)
from disclosures.records.resources import RESOURCES
from disclosures.staff import lists
from disclosures.staff.approvals import ApprovalAdmin
from disclosures.staff.obligations import ObligationAdmin
from disclosures.staff.proposals import ProposalAdmin
from disclosures.staff.releases import ReleaseAdmin
from disclosures.staff.revisions import RevisionAdmin
from disclosures.staff.sealed import SealedAdmin
from disclosures.staff.table_rows import register_tables
from disclosures.staff.trail import AuditAdmin

admin.site.register(Region, lists.RegionAdmin)
admin.site.register(Department, lists.DepartmentAdmin)
admin.site.register(Succession, lists.SuccessionAdmin)
admin.site.register(SuccessionProposal, ProposalAdmin)
admin.site.register(FiscalYear)
admin.site.register(Approval, ApprovalAdmin)
admin.site.register(Obligation, ObligationAdmin)
admin.site.register(Disclosure, lists.DisclosureAdmin)
admin.site.register(Revision, RevisionAdmin)
admin.site.register(NarrativeSection, lists.SectionAdmin)
admin.site.register(QuotedFigure, lists.FigureAdmin)
admin.site.register(GlossaryTerm, lists.TermAdmin)
admin.site.register(PrintedTable, lists.PrintedTableAdmin)
admin.site.register(Finding, lists.FindingAdmin)
admin.site.register(Upload, lists.UploadAdmin)
admin.site.register(Event, lists.EventAdmin)
admin.site.register(AuditEntry, AuditAdmin)
admin.site.register(Release, ReleaseAdmin)
admin.site.register(Duty, lists.DutyAdmin)
admin.site.register(RESOURCES, SealedAdmin)
admin.site.register(FunctionCode, lists.FunctionCodeAdmin)
admin.site.register((DepartmentEconomicCode, GovernmentEconomicCode, RevenueCode), lists.CodeAdmin)
admin.site.register(IncomeSource, lists.IncomeSourceAdmin)
admin.site.register(EconomicPair, lists.PairAdmin)
register_tables(admin.site)

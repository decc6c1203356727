"""The staff's desk: what an officer does first stands first, tables in the form's order."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse

from disclosures.records.approval import Approval
from disclosures.records.audit import AuditEntry
from disclosures.records.disclosure import Disclosure, FiscalYear, Revision
from disclosures.records.duty import Duty
from disclosures.records.event import Event
from disclosures.records.finding import Finding
from disclosures.records.narration import GlossaryTerm, NarrativeSection, QuotedFigure
from disclosures.records.obligation import Obligation
from disclosures.records.places import Department, Region
from disclosures.records.printed_table import PrintedTable
from disclosures.records.release import Release
from disclosures.records.resources import RESOURCES
from disclosures.records.upload import Upload
from disclosures.staff.queue import queue_of
from disclosures.tables.registry import TABLES

GROUPS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("公开工作", (Revision, Release, Finding, Upload, Event, AuditEntry)),
    ("公开表", (PrintedTable, *(spec.model for spec in TABLES.values()))),
    ("编制说明", (NarrativeSection, QuotedFigure, GlossaryTerm, *RESOURCES)),
    ("部门与年度", (Disclosure, Approval, Obligation, Department, FiscalYear, Region, Duty)),
)
REST, SYSTEM = "科目与对照", "账号与安全"
WITHIN = ("公开表", "编制说明", REST)  # groups that are left out beside each page


class StaffSite(AdminSite):
    """Django's admin, in Chinese and in the order of the work."""

    site_header = "部门预算公开 管理后台"
    site_title = "部门预算公开"
    index_title = "工作台"
    site_url = "/"

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """What waits for this person, then everything else."""
        return super().index(request, (extra_context or {}) | {"queue": queue_of(request.user)})

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Beside each page, the work alone; what a revision is made of is reached from its desk."""
        context = super().each_context(request)
        beside = [each for each in context["available_apps"] if each["name"] not in WITHIN]
        return context | {"available_apps": beside}

    def get_app_list(self, request: HttpRequest, app_label: Any = None) -> list[Any]:
        """The models this person may see, in groups; an application's own page stays as it is."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        ours = {each["model"]: each for app in apps for each in app["models"]}
        system = [
            each for app in apps if app["app_label"] != "disclosures" for each in app["models"]
        ]
        groups = [
            (name, [ours.pop(model) for model in models if model in ours])
            for name, models in GROUPS
        ]
        left = [each for each in ours.values() if each not in system]
        groups += [(REST, left), (SYSTEM, system)]
        return [
            {"name": name, "app_label": "disclosures", "app_url": "", "models": models}
            for name, models in groups
            if models
        ]

"""Who may do what: roles as data, made anew after every migration so that they never drift.

A role says what may be done. Where is said by a person's duties: a bound role acts in the
departments named there and their units, the others everywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from disclosures.records.approval import Approval
from disclosures.records.disclosure import Revision
from disclosures.records.explanation import Explanation
from disclosures.records.obligation import Obligation
from disclosures.records.printed_table import PrintedTable
from disclosures.records.release import Release
from disclosures.records.remark import Remark
from disclosures.records.resources import RESOURCES
from disclosures.tables.registry import TABLES

CLERK, APPROVER, REVIEWER = "经办人", "单位审核人", "财政审核人"
AUDITOR, ADMINISTRATOR = "审计人员", "管理员"
VERBS = {
    "submit_revision": "可以提交审核",
    "approve_revision": "可以审核",
    "publish_revision": "可以公开",
    "preview_revision": "可以生成预览链接",
}
WRITE = ("add", "change", "delete")
# What a draft is made of and people write by hand.
DRAFTED: tuple[type[models.Model], ...] = (
    *(model for spec in TABLES.values() for model in spec.row_models),
    PrintedTable,
    Explanation,
    *RESOURCES,
)


@dataclass(frozen=True)
class Role:
    """One group: its verbs, what it writes, and whether it is bound to its duties.

    Every role may look at everything of ours (within its bounds).
    """

    name: str
    verbs: tuple[str, ...] = ()
    writes: tuple[type[models.Model], ...] = ()
    further: tuple[str, ...] = ()
    is_bound: bool = True
    is_administrator: bool = False


ROLES = (
    Role(
        CLERK, ("submit_revision", "preview_revision"), DRAFTED, ("add_revision", "change_revision")
    ),
    Role(APPROVER, ("approve_revision", "preview_revision"), (Remark,)),
    Role(
        REVIEWER,
        ("approve_revision", "publish_revision", "preview_revision"),
        (Remark, Release, Approval, Obligation),
        is_bound=False,
    ),
    Role(AUDITOR, is_bound=False),
    Role(ADMINISTRATOR, tuple(VERBS), is_bound=False, is_administrator=True),
)
FREE = frozenset(each.name for each in ROLES if not each.is_bound)


def make_roles() -> None:
    """Create the groups with their permissions; run again, nothing changes."""
    revision = ContentType.objects.get_for_model(Revision)
    for codename, name in VERBS.items():
        Permission.objects.get_or_create(
            codename=codename, content_type=revision, defaults={"name": name}
        )
    ours = list(Permission.objects.filter(content_type__app_label="disclosures"))
    accounts = list(Permission.objects.filter(content_type__app_label="auth"))
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role.name)
        if role.is_administrator:
            group.permissions.set([*ours, *accounts])
            continue
        names = {*role.verbs, *role.further, *_written(role.writes)}
        group.permissions.set(
            each for each in ours if each.codename.startswith("view_") or each.codename in names
        )


def _written(written: Iterable[type[models.Model]]) -> Iterable[str]:
    return (f"{deed}_{model._meta.model_name}" for model in written for deed in WRITE)


@receiver(post_migrate, dispatch_uid="roles")
def roles_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Make the groups when this application has been migrated, its permissions first."""
    if sender.label == "disclosures":
        create_permissions(sender, verbosity=0, using=using)
        make_roles()

"""Who may do what: three groups, made anew after every migration so that they never drift."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from disclosures.records.disclosure import Revision

OFFICER, REVIEWER, ADMINISTRATOR = "财务人员", "审核人", "管理员"
EVERYTHING = ("add", "change", "delete", "view")
# What each group may do with each kind of record; revisions' own verbs come in addition.
GRANTS = {
    OFFICER: (EVERYTHING, ("submit_revision",)),
    REVIEWER: (("view",), ("approve_revision", "publish_revision")),
    ADMINISTRATOR: (EVERYTHING, ("submit_revision", "approve_revision", "publish_revision")),
}
VERBS = {
    "submit_revision": "可以提交审核",
    "approve_revision": "可以审核",
    "publish_revision": "可以公开",
}


def make_roles() -> None:
    """Create the groups with their permissions; run again, nothing changes."""
    revision = ContentType.objects.get_for_model(Revision)
    for codename, name in VERBS.items():
        Permission.objects.get_or_create(
            codename=codename, content_type=revision, defaults={"name": name}
        )
    for name, (actions, verbs) in GRANTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        of_records = [
            permission
            for permission in Permission.objects.filter(content_type__app_label="disclosures")
            if permission.codename.split("_")[0] in actions or permission.codename in verbs
        ]
        if name == ADMINISTRATOR:
            of_records += Permission.objects.filter(content_type__app_label="auth")
        group.permissions.set(of_records)

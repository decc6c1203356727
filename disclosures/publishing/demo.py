"""The demonstration: the Kunming 2022 disclosure, taken in and published as anybody's would be."""

import secrets
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db import transaction

from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.intake import take_in_document
from disclosures.publishing.roles import ADMINISTRATOR, OFFICER, REVIEWER, make_roles
from disclosures.records.disclosure import State

SEED = Path(__file__).resolve().parents[2] / "fixtures/disclosures/kunming-wanggezhongxin-2022.txt"
PEOPLE = (("finance", OFFICER), ("reviewer", REVIEWER), ("administrator", ADMINISTRATOR))


def load_demo(say: Callable[[str], object]) -> None:
    """Make the three accounts and publish the seed; what is there already stays as it is."""
    make_roles()
    with transaction.atomic():
        people = {name: _person(name, group, say) for name, group in PEOPLE}
    data = SEED.read_bytes()
    taken = take_in_document(data=data, filename=SEED.name, by=people["finance"])
    revision = taken.revision
    if taken.is_new:
        say(f"    已收入 {revision}：核对 {revision.finding_set.count()} 项")
    if revision.state == State.DRAFT:
        submit_revision(revision=revision, by=people["finance"])
    if revision.state == State.SUBMITTED:
        approve_revision(revision=revision, by=people["reviewer"])
    if revision.state == State.APPROVED:
        publish_revision(revision=revision, by=people["reviewer"])
        say(f"    已公开 {revision}")


def _person(name: str, group: str, say: Callable[[str], object]) -> User:
    found = get_user_model().objects.filter(username=name).first()
    if found:
        return found
    password = secrets.token_urlsafe(12)
    person = get_user_model().objects.create_user(username=name, password=password, is_staff=True)
    person.is_superuser = group == ADMINISTRATOR
    person.save()
    person.groups.set([Group.objects.get(name=group)])
    say(f"    演示账号 demo account（{group}）：{name}  密码 password：{password}")
    return person

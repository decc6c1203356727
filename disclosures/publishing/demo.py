"""The demonstration: the Kunming 2022 disclosure, taken in and published as anybody's would be."""

import secrets
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db import transaction

from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.history import People, files_in, publish_history
from disclosures.publishing.intake import Manner, take_in_document, take_in_reading, taken_before
from disclosures.publishing.reading import read
from disclosures.publishing.roles import ADMINISTRATOR, OFFICER, REVIEWER, make_roles
from disclosures.records.disclosure import State

SEED = Path(__file__).resolve().parents[2] / "fixtures/disclosures/kunming-wanggezhongxin-2022.txt"
FIGURES = SEED.parents[1] / "figures"
HISTORY = Manner(is_history=True)
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


def load_cities(say: Callable[[str], object]) -> None:
    """Publish the figures of real departments of other cities; known ones are passed over.

    The demonstration's people must be there.
    """
    found = get_user_model().objects.in_bulk(["finance", "reviewer"], field_name="username")
    people = People(found["finance"], found["reviewer"])
    files = files_in([str(FIGURES)])
    waiting = [path for path in files if taken_before(path.read_bytes()) is None]
    for path in waiting:
        data = path.read_bytes()
        reading = read(data, path.name)
        taken = take_in_reading(reading=reading, data=data, by=people.taker, manner=HISTORY)
        publish_history(taken.revision, people)
    if waiting:
        say(f"    已公开 {len(waiting)} 份其他城市的公开数据")


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

"""The demonstration: the Kunming 2022 disclosure, taken in and published as anybody's would be."""

import secrets
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db import transaction

from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.history import People, files_in, publish_history
from disclosures.publishing.intake import Intake, Manner, take_in_reading, taken_before
from disclosures.publishing.places import department_for
from disclosures.publishing.reading import read
from disclosures.publishing.roles import ADMINISTRATOR, APPROVER, CLERK, REVIEWER, make_roles
from disclosures.records.disclosure import State
from disclosures.records.duty import Duty

SEED = Path(__file__).resolve().parents[2] / "fixtures/disclosures/kunming-wanggezhongxin-2022.txt"
FIGURES = SEED.parents[1] / "figures"
HISTORY = Manner(is_history=True)
PEOPLE = (
    ("finance", CLERK),
    ("approver", APPROVER),
    ("reviewer", REVIEWER),
    ("administrator", ADMINISTRATOR),
)
BOUND = ("finance", "approver")


def load_demo(say: Callable[[str], object]) -> None:
    """Make the four accounts and publish the seed; what is there already stays as it is."""
    make_roles()
    with transaction.atomic():
        people = {name: _person(name, group, say) for name, group in PEOPLE}
    data = SEED.read_bytes()
    before = taken_before(data)
    taken = Intake(before, is_new=False) if before else _taken_in(data, people)
    revision = taken.revision
    if taken.is_new:
        say(f"    已收入 {revision}：核对 {revision.finding_set.count()} 项")
    if revision.state == State.DRAFT:
        submit_revision(revision=revision, by=people["finance"])
    if revision.state == State.SUBMITTED:
        approve_revision(revision=revision, by=people["approver"])
    if revision.state == State.APPROVED:
        publish_revision(revision=revision, by=people["reviewer"])
        say(f"    已公开 {revision}")


def _taken_in(data: bytes, people: dict[str, User]) -> Intake:
    """The seed as a draft, by a clerk and for an approver who are in charge of its department."""
    reading = read(data, SEED.name)
    assert reading.narrative is not None
    department = department_for(reading.narrative)
    for name in BOUND:
        Duty.objects.get_or_create(user=people[name], department=department)
    return take_in_reading(reading=reading, data=data, by=people["finance"])


def load_cities(say: Callable[[str], object]) -> None:
    """Publish the figures of real departments of other cities; known ones are passed over.

    The demonstration's people must be there.
    """
    found = get_user_model().objects.in_bulk(["administrator", "reviewer"], field_name="username")
    people = People(found["administrator"], found["reviewer"])
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

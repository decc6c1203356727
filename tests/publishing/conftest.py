"""People with roles, and the seed taken in and published by them."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group, User

from disclosures.models import Duty, Revision
from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.intake import take_in_reading
from disclosures.publishing.places import load_regions
from disclosures.publishing.roles import ADMINISTRATOR, CLERK, REVIEWER, make_roles
from tests.readings import reading_of


@dataclass(frozen=True)
class People:
    """One person a role."""

    officer: User
    reviewer: User
    administrator: User


@pytest.fixture
def people(db: None) -> People:
    load_regions()
    make_roles()
    made = []
    for name, group in (("o", CLERK), ("r", REVIEWER), ("a", ADMINISTRATOR)):
        person = User.objects.create_user(name, is_staff=True)
        person.groups.add(Group.objects.get(name=group))
        if group == CLERK:
            Duty.objects.create(user=person)
        made.append(User.objects.get(pk=person.pk))
    return People(*made)


@pytest.fixture
def draft(people: People, seed: bytes) -> Revision:
    reading = reading_of(seed)
    return take_in_reading(reading=reading, data=seed, by=people.officer).revision


@pytest.fixture
def published(people: People, draft: Revision) -> Revision:
    submit_revision(revision=draft, by=people.officer)
    approve_revision(revision=draft, by=people.reviewer)
    return publish_revision(revision=draft, by=people.reviewer)

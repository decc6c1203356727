"""The demonstration: one disclosure in full, and the figures of other cities' departments."""

import io

import pytest
from django.core.management import call_command

from disclosures.models import Revision
from disclosures.publishing.demo import FIGURES
from disclosures.publishing.places import load_regions
from disclosures.records.disclosure import State


@pytest.mark.django_db
def test_everything_is_published_once() -> None:
    load_regions()
    said = io.StringIO()
    call_command("load_demo", stdout=said)
    files = len(list(FIGURES.glob("*.json")))
    published = Revision.objects.filter(state=State.PUBLISHED)
    assert published.count() == files + 1
    assert published.filter(is_history=True).count() == files
    assert f"已公开 {files} 份" in said.getvalue()
    again = io.StringIO()
    call_command("load_demo", stdout=again)
    assert published.count() == Revision.objects.count() == files + 1
    assert again.getvalue() == ""

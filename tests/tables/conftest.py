"""A revision to hang rows on."""

from collections.abc import Callable
from itertools import count

import pytest

from disclosures.records.disclosure import Disclosure, FiscalYear, Revision
from disclosures.records.places import Department, Region


@pytest.fixture
def new_revision(db: None) -> Callable[[], Revision]:
    """Makes draft revisions of one disclosure, numbered from 1."""
    region = Region.objects.create(code="990100", name="江城市", slug="jiangcheng")
    department = Department.objects.create(region=region, name="江城市档案局", slug="dangan")
    year = FiscalYear.objects.create(year=2031)
    disclosure = Disclosure.objects.create(department=department, fiscal_year=year)
    numbers = count(1)
    return lambda: Revision.objects.create(disclosure=disclosure, number=next(numbers))


@pytest.fixture
def revision(new_revision: Callable[[], Revision]) -> Revision:
    """One draft revision."""
    return new_revision()

"""The order in which the parts of a revision come when nobody asks for another."""

from itertools import chain

import pytest
from django.db import models

from disclosures.records.narration import OfRevision
from disclosures.tables.shapes.row import TableRow


def concrete(model: type[models.Model]) -> list[type[models.Model]]:
    below = [concrete(each) for each in model.__subclasses__()]
    return list(chain([] if model._meta.abstract else [model], *below))


PARTS = [*concrete(OfRevision), *concrete(TableRow)]


@pytest.mark.parametrize("part", PARTS, ids=lambda each: each.__name__)
def test_a_part_is_ordered_without_asking_whose_it_is(part: type[models.Model]) -> None:
    """By the revision's key: by the revision itself, four tables would be joined each time."""
    assert "JOIN" not in str(part._default_manager.all().query)

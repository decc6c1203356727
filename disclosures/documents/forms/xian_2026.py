"""Xi'an 2026: the tables of 2021, whose titles say no more of what was carried forward."""

from disclosures.classification.money import Unit
from disclosures.documents.forms import national, xian_2021

FORM = national.of_place(
    "xian-2026", "西安市2026年部门预算公开表", "610100", (2026, 2026), xian_2021.TABLES, Unit.YUAN
)

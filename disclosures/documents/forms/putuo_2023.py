"""Putuo district of Shanghai, 2023 to 2026: the city's nine tables, in 元."""

from disclosures.classification.money import Unit
from disclosures.documents.forms import national, shanghai_2026

FORM = national.of_place(
    "putuo-2023",
    "上海市普陀区2023—2026年部门预算公开表",
    "310107",
    (2023, 2026),
    shanghai_2026.TABLES,
    Unit.YUAN,
)

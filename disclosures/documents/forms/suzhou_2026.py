"""Suzhou 2026: the thirteen tables of Jiangsu's cities."""

from disclosures.documents.forms import jiangsu_cities, national

FORM = national.of_place(
    "suzhou-2026", "苏州市2026年部门预算公开表", "320500", (2026, 2026), jiangsu_cities.TABLES
)

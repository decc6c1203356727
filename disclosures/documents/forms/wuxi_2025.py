"""Wuxi 2025 and 2026: the thirteen tables of Jiangsu's cities."""

from disclosures.documents.forms import jiangsu_cities, national

FORM = national.of_place(
    "wuxi-2025", "无锡市2025—2026年部门预算公开表", "320200", (2025, 2026), jiangsu_cities.TABLES
)

"""What every row of a revision says about where it comes from."""

from django.db.models import Model, QuerySet

from disclosures.queries.api_addresses import disclosure_id, page, revision_page
from disclosures.queries.api_columns import Column, chosen, number
from disclosures.queries.gate import is_public
from disclosures.records.disclosure import Kind


def public(model: type[Model], path: str = "revision__") -> QuerySet:
    """The rows of a model whose revision anyone may read."""
    return model._default_manager.filter(is_public(path))


def context(path: str = "revision__") -> tuple[Column, ...]:
    """Whose row it is, for which year, of which revision, and from which file."""
    department = f"{path}disclosure__department__"
    return (
        Column("disclosure", disclosure_id(path), "公开标识"),
        Column("region", f"{department}region__slug", "地区"),
        Column("region_name", f"{department}region__name", "地区名称"),
        Column("department", f"{department}slug", "部门"),
        Column("department_name", f"{department}name", "部门名称"),
        number("year", f"{path}disclosure__fiscal_year_id", "年度"),
        chosen("kind", f"{path}disclosure__kind", "类别", Kind),
        number("revision", f"{path}number", "版本号"),
        Column("source_sha256", f"{path}upload__sha256", "来源文件 SHA-256", nullable=True),
        Column("disclosure_page", page(path), "公开页面"),
        Column("revision_page", revision_page(path), "本版本页面"),
    )

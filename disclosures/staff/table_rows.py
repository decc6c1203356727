"""Admin of every official table, made from its spec: a new table needs nothing here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from disclosures.publishing.typed import save_typed_row
from disclosures.staff.sealed import SealedAdmin
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

COLUMNS = 6


class TableRowAdmin(SealedAdmin):
    """A row of a draft, typed over by hand."""

    spec: TableSpec

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save through publishing, the only room that writes."""
        save_typed_row(row=obj, spec=self.spec, changed=form.changed_data)


def register_tables(site: admin.AdminSite) -> None:
    """Register each table of the registry."""
    for spec in TABLES.values():
        site.register(spec.model, admin_of(spec))


def admin_of(spec: TableSpec) -> type[SealedAdmin]:
    """The admin of a table: its first columns listed, its key searched."""
    columns = tuple(column.field for column in spec.columns)
    text = tuple(
        name
        for name in columns
        if spec.field(name).get_internal_type() in ("CharField", "TextField")
    )
    options: dict[str, Any] = {
        "spec": spec,
        "list_display": ("revision", "position", *columns[:COLUMNS]),
        "list_display_links": ("revision", "position"),
        "list_filter": ("row_kind", "origin", "revision__state"),
        "search_fields": (*text, "revision__disclosure__department__name"),
        "fields": ("revision", "position", "row_kind", *columns),
        "ordering": ("revision", "position"),
    }
    return type(f"{spec.model.__name__}Admin", (TableRowAdmin,), options)

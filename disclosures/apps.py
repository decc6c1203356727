"""The one Django application: its rooms are packages, its models one façade."""

from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    """部门预算公开: departments' disclosures, from the document to the public page."""

    name = "disclosures"
    verbose_name = "部门预算公开"
    default_auto_field = "django.db.models.BigAutoField"

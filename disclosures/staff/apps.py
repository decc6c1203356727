"""The admin's configuration: Django's own, with our site."""

from django.contrib.admin.apps import AdminConfig


class StaffConfig(AdminConfig):
    """管理后台."""

    default_site = "disclosures.staff.site.StaffSite"
    verbose_name = "管理后台"

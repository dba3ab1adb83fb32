"""The project as an app: its catalogues, its system checks."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class JournalConfig(AppConfig):
    name = "journal"

    def ready(self) -> None:
        from journal import checks  # noqa: F401 - registers what it holds


class OfficeConfig(AdminConfig):
    default_site = "journal.office.Office"

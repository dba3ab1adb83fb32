"""App configurations: the project's translations and system checks, and its admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class JournalConfig(AppConfig):
    name = "journal"

    def ready(self) -> None:
        from journal import checks  # noqa: F401 - registers its checks


class JournalAdminConfig(AdminConfig):
    default_site = "journal.admin_site.JournalAdminSite"

"""App configurations: what the project does when it starts, and its admin site."""

from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin.apps import AdminConfig


class JournalConfig(AppConfig):
    name = "journal"

    def ready(self) -> None:
        from journal import checks  # noqa: F401 - registers its checks
        from journal.monitoring.queries import observe_queries

        observe_queries()
        if settings.SENTRY_DSN:
            from journal.monitoring.sentry import start  # its package may not be installed

            start(settings.SENTRY_DSN, settings.SITE_HOST)


class JournalAdminConfig(AdminConfig):
    default_site = "journal.admin_site.JournalAdminSite"

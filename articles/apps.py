"""The app's name as the editors see it, and what is done after migrations."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Journals and articles")

    def ready(self) -> None:
        from .dois.outdated import after_migrate  # models are not loaded before this
        from .publishing.issue_file_removal import connect_removal

        connect_removal()
        post_migrate.connect(after_migrate, sender=self)

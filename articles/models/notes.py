"""What editors tell each other about an article: notes, and who has it open now. Never public."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .user import User

ABSENT_AFTER = timedelta(minutes=2)  # without a word from the browser


class NoteQuerySet(models.QuerySet["Note"]):
    def for_article(self, article: Article) -> NoteQuerySet:
        """With the authors, the newest first."""
        return self.filter(article=article).select_related("author")


class Note(models.Model):
    """A note of an editor for colleagues. It is no part of the record, so no export has it."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="notes", verbose_name=_("article")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("author"),
    )
    text = models.TextField(_("note"), max_length=5_000)
    written_at = models.DateTimeField(_("written"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), null=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering: ClassVar = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]


class PresenceQuerySet(models.QuerySet["Presence"]):
    def mark(self, article: Article, editor: User) -> None:
        """Notes that the editor has the article open now; forgets who has left it."""
        now = timezone.now()
        self.filter(article=article, seen_at__lt=now - ABSENT_AFTER).delete()
        Presence.objects.bulk_create(
            [Presence(article=article, editor=editor, seen_at=now)],
            update_conflicts=True,
            update_fields=["seen_at"],
            unique_fields=["article", "editor"],
        )

    def others(self, article: Article, editor: User) -> list[User]:
        """Who else has the article open, by name."""
        rows = self.filter(article=article, seen_at__gte=timezone.now() - ABSENT_AFTER)
        rows = rows.exclude(editor=editor).select_related("editor")
        return [row.editor for row in rows.order_by("editor__first_name", "editor__pk")]


class Presence(models.Model):
    """An editor who has an article open in a visible tab.

    A table, since the cache may be one for each process, and then shows nobody from another one.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "editor"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.editor_id}: {self.article_id}"

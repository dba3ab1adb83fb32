"""Manuscripts: uploaded files, read by a background worker and then saved as drafts."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .article import Article
from .journal import Journal


class ManuscriptQuerySet(models.QuerySet["Manuscript"]):
    def waiting(self) -> ManuscriptQuerySet:
        return self.filter(state=Manuscript.State.WAITING)

    def read(self) -> ManuscriptQuerySet:
        """Read, and waiting for an editor to review them."""
        return self.filter(state=Manuscript.State.READ)

    def for_list(self) -> ManuscriptQuerySet:
        """All that the list shows; without the texts, which are long."""
        return self.select_related("journal", "article", "editor").defer("reading", "stored")

    def totals(self) -> dict[str, int]:
        """How many wait, and of the saved ones the values read and those changed by editors."""
        waits = models.Q(state=Manuscript.State.WAITING)
        return self.aggregate(
            waiting=models.Count("pk", filter=waits),
            saved=models.Count("offered"),
            offered=models.Sum("offered", default=0),
            changed=models.Sum("changed", default=0),
        )


class Manuscript(models.Model):
    """An uploaded file. It is never public: only pages of the admin give it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be read")
        READ = "read", _("read, needs review")
        REFUSED = "refused", _("could not be read")
        SAVED = "saved", _("saved")

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="manuscripts", verbose_name=_("journal")
    )
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="manuscripts",
        verbose_name=_("article"),
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="manuscripts",
        verbose_name=_("editor"),
    )
    name = models.CharField(_("name of the file"), max_length=200)
    path = models.CharField(max_length=300, help_text="where the file lies in storage")
    size = models.PositiveIntegerField(_("size"), help_text="bytes")
    checksum = models.CharField(max_length=64, help_text="SHA-256, hexadecimal")
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    refusal = models.JSONField(default=dict, help_text="why not, a text a language")
    reading = models.TextField(default="", help_text="values, their lines and sureness, as JSON")
    stored = models.TextField(default="", help_text="record/1 that the file makes, as JSON")
    taken = models.JSONField(
        default=dict, help_text="types of lines that an editor chose, by the number of the line"
    )
    offered = models.PositiveIntegerField(null=True, help_text="values read, when it was saved")
    changed = models.PositiveIntegerField(null=True, help_text="those that the editor changed")
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    read_at = models.DateTimeField(_("read at"), null=True)

    objects = ManuscriptQuerySet.as_manager()

    class Meta:
        verbose_name = _("manuscript")
        verbose_name_plural = _("manuscripts")
        ordering: ClassVar = ["-pk"]
        indexes = [
            models.Index(
                fields=["id"], name="manuscripts_waiting", condition=models.Q(state="waiting")
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def why(self) -> str:
        """The reason of the refusal, in the active language."""
        texts = self.refusal or {}
        return str(texts.get((get_language() or "en")[:2]) or texts.get("en") or "")

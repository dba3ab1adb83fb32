"""Imports of uploaded files: their plan, the editor's decisions, and how the import goes.

The files are exports of OJS, whose archive moves in, or files of articles of any other kind.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .fields import LanguageChoice
from .journal import Journal


class OjsImportQuerySet(models.QuerySet["OjsImport"]):
    def due(self, now: datetime) -> OjsImportQuerySet:
        """Those that wait for a worker, and those whose worker has died."""
        return self.filter(state__in=OjsImport.WORK, due_at__lte=now)

    def for_list(self) -> OjsImportQuerySet:
        """Without the plan, which is long."""
        return self.select_related("journal", "editor").defer("plan", "results")


class OjsImport(models.Model):
    """Uploaded files on their way into a journal. They are never public."""

    class Kind(models.TextChoices):
        OJS = "ojs", _("export of OJS")
        ARTICLES = "articles", _("files with articles")

    class State(models.TextChoices):
        UPLOADING = "uploading", _("files are being uploaded")
        PLANNING = "planning", _("the plan is being made")
        PLANNED = "planned", _("waits for your decisions")
        IMPORTING = "importing", _("is being imported")
        DONE = "done", _("imported")
        FAILED = "failed", _("stopped")

    WORK = (State.PLANNING, State.IMPORTING)

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="ojs_imports", verbose_name=_("journal")
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="ojs_imports",
        verbose_name=_("editor"),
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.OJS)
    address = models.CharField(_("address of the old site"), max_length=200, blank=True, default="")
    slug = models.CharField(
        _("name of the journal in its addresses"),
        max_length=100,
        help_text=_("/index.php/steppe/article/view/12: steppe"),
    )
    publishes = models.BooleanField(_("publish as it was published"), default=True)
    updates = models.BooleanField(
        _("update articles that are here already"),
        default=False,
        help_text=_("Otherwise they stay as they are."),
    )
    is_same_journal = models.BooleanField(
        _("the files are of this journal"),
        default=False,
        help_text=_("Also those that name another ISSN, DOI prefix or number at eLIBRARY."),
    )
    language = models.CharField(
        _("language of articles whose file names none"),
        max_length=2,
        choices=LanguageChoice,
        blank=True,
        default="",
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.UPLOADING)
    # When a worker may take it: now, or when the lease of the one that has it ends.
    due_at = models.DateTimeField(null=True, blank=True)
    is_cancelled = models.BooleanField(default=False)  # its worker stops after the issue
    plan = models.TextField(default="", help_text="Plan as JSON")
    decisions = models.TextField(default="", help_text="Decisions as JSON")
    results = models.TextField(default="", help_text="what became of each issue, as JSON")
    issue_total = models.PositiveIntegerField(default=0)
    issue_count = models.PositiveIntegerField(default=0)  # done
    message = models.CharField(_("message"), max_length=500, blank=True, default="")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = OjsImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("move from OJS")
        verbose_name_plural = _("moves from OJS")
        ordering: ClassVar = ["-pk"]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="ojs_imports_due",
                condition=Q(state__in=("planning", "importing")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.journal}, {self.address}/{self.slug}"

    @property
    def is_at_work(self) -> bool:
        return self.state in self.WORK


class OjsImportFile(models.Model):
    """An uploaded file, kept in pieces: an upload that was interrupted goes on where it stopped."""

    ojs_import = models.ForeignKey(OjsImport, models.CASCADE, related_name="files")
    name = models.CharField(_("name of the file"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"), help_text="bytes")
    received = models.PositiveBigIntegerField(default=0, help_text="bytes")

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ojs_import", "name"], name="ojs_import_file_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_complete(self) -> bool:
        return self.received == self.size

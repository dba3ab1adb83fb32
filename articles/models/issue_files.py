"""Files of whole issues that the site makes: waiting for a worker, made, or impossible."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .issue import Issue

LATE = timedelta(minutes=10)  # longer than a worker takes for a file and for those before it


class IssueFileQuerySet(models.QuerySet["IssueFile"]):
    def waiting(self) -> IssueFileQuerySet:
        return self.filter(state=IssueFile.State.WAITING)

    def unfinished(self) -> IssueFileQuerySet:
        return self.exclude(state=IssueFile.State.MADE)


class IssueFile(models.Model):
    """One file of each kind for an issue; made again, it takes the place of the earlier one."""

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF of the issue")
        DOCX = "docx", _("Word file of the issue")
        EPUB = "epub", _("EPUB of the issue")
        ZIP = "zip", _("ZIP with the PDF of each article")

    class State(models.TextChoices):
        WAITING = "waiting", _("being made")
        MADE = "made", _("made")
        FAILED = "failed", _("could not be made")

    issue = models.ForeignKey(
        Issue, models.CASCADE, related_name="made_files", verbose_name=_("issue")
    )
    kind = models.CharField(_("kind"), max_length=4, choices=Kind)
    start = models.PositiveSmallIntegerField(
        default=0, help_text="first page of the first article; 0: after the first pages"
    )
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.WAITING)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("editor")
    )
    asked_at = models.DateTimeField(_("added at"))
    made_at = models.DateTimeField(null=True)
    path = models.CharField(max_length=300, default="", help_text="where the file is in storage")
    public_path = models.CharField(
        max_length=300, default="", help_text="where the copy for readers is in storage"
    )
    published_at = models.DateTimeField(null=True, help_text="when readers got the copy")
    size = models.PositiveIntegerField(_("size"), default=0, help_text="bytes")
    page_count = models.PositiveIntegerField(default=0)
    articles = models.JSONField(
        default=list, help_text="key, version, first and last page of each article, in order"
    )
    findings = models.JSONField(
        default=list, help_text="article, level, message and remedy, in the editor's language"
    )

    objects = IssueFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of an issue")
        verbose_name_plural = _("files of issues")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["issue", "kind"], name="issue_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.issue}, {self.get_kind_display()}"

    @property
    def findings_language(self) -> str:
        """That of the editor who asked for the file."""
        return self.editor.interface_language if self.editor else "kk"

    @property
    def is_late(self) -> bool:
        """Whether it waits so long that no worker can be at work on it."""
        return self.state == self.State.WAITING and timezone.now() - self.asked_at > LATE

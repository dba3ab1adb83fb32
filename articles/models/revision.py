"""Revisions: every saved state of an article, never changed afterwards."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.records import json
from articles.records.record import Record

from .article import Article


class Revision(models.Model):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="revisions", verbose_name=_("article")
    )
    version = models.PositiveIntegerField(_("version"))
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="revisions",
        verbose_name=_("editor"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.TextField(_("reason"), blank=True, default="")
    stored = models.TextField(_("record"), help_text=_("record/1 as JSON"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering: ClassVar = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="revision_version_once")
        ]

    def __str__(self) -> str:
        return f"№ {self.version}"

    @cached_property
    def record(self) -> Record:
        """The article as it was saved; `queries.record_facts.attach` adds journal and issue."""
        return json.load(self.stored)

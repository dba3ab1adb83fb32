"""A journal's own words for the e-mails that are sent in its name."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .journal import Journal
from .mail import Mail


class MailText(models.Model):
    """The subject and the body of one kind of mail; an empty language keeps the built-in text."""

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="mail_texts", verbose_name=_("journal")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Mail.Kind)
    subject = models.CharField(_("subject"), max_length=200, blank=True, default="")
    body = models.TextField(_("text"), max_length=5_000, blank=True, default="")

    subject_kk: str
    subject_ru: str
    subject_en: str
    body_kk: str
    body_ru: str
    body_en: str

    class Meta:
        verbose_name = _("text of an e-mail")
        verbose_name_plural = _("texts of e-mails")
        ordering: ClassVar = ["journal", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["journal", "kind"],
                name="mail_text_once",
                violation_error_message=_("The journal already has its own text of this e-mail."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

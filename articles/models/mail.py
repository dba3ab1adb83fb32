"""E-mails that wait to be sent by a background worker."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MailQuerySet(models.QuerySet["Mail"]):
    def waiting(self) -> MailQuerySet:
        return self.filter(failed_at__isnull=True)

    def due(self, now: datetime) -> MailQuerySet:
        return self.waiting().filter(due_at__lte=now)


class Mail(models.Model):
    """What an e-mail is about; its text is made when it is sent, and the row is then deleted.

    So the database holds no link that a stranger could use.
    """

    class Kind(models.TextChoices):
        INVITATION = "invitation", _("invitation")
        PASSWORD_RESET = "password_reset", _("password reset")
        PROOF = "proof", _("proof for the author")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    address = models.EmailField(_("email"))
    facts = models.JSONField(default=dict, editable=False)  # by which its text is made
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    failed_at = models.DateTimeField(_("given up"), null=True, blank=True)
    failure = models.TextField(_("reason"), blank=True, default="")

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        ordering: ClassVar = ["-created_at"]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at"], name="waiting_mail", condition=models.Q(failed_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.address}"

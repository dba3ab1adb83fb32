"""Users, and their roles in journals."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import LanguageChoice


class User(AbstractUser):
    interface_language = models.CharField(
        _("language of the interface"),
        max_length=2,
        choices=LanguageChoice,
        default=LanguageChoice.KK,
    )
    password_reset_at = models.DateTimeField(null=True, editable=False)  # the latest link by e-mail

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


class Membership(models.Model):
    """A role of a user in a journal."""

    class Role(models.TextChoices):
        TRANSLATOR = "translator", _("translator")
        SECTION_EDITOR = "section_editor", _("section editor")
        EDITOR = "editor", _("editor")
        CHIEF_EDITOR = "chief_editor", _("chief editor")
        AUDITOR = "auditor", _("auditor")

    user = models.ForeignKey(
        User, models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    journal = models.ForeignKey(
        "articles.Journal", models.CASCADE, related_name="memberships", verbose_name=_("journal")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    sections = models.ManyToManyField(
        "articles.Section",
        blank=True,
        related_name="memberships",
        verbose_name=_("sections"),
        help_text=_("A section editor can edit only these sections."),
    )
    languages = ArrayField(
        models.CharField(max_length=2, choices=LanguageChoice),
        blank=True,
        default=list,
        verbose_name=_("languages"),
        help_text=_("A translator can edit only texts in these languages."),
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "journal", "role"], name="membership_once_a_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()}"

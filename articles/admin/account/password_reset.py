"""Resetting a forgotten password by a link that is sent by e-mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.db.models import Q
from django.urls import URLPattern, path
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles.models import User

PAUSE = timedelta(minutes=10)  # between two links to one account


class ResetForm(PasswordResetForm):
    """Django's form; the e-mail is in the interface language of the account.

    An account gets one link in ten minutes at most, whoever asks; the page answers the same.
    """

    def get_users(self, email: str) -> Iterable[User]:
        return [user for user in super().get_users(email) if note_reset(user)]

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Builds the link from SITE_URL, never from the Host header of the request."""
        context = {**context, "link_root": settings.SITE_URL, "site_name": settings.SITE_HOST}
        with translation.override(context["user"].interface_language):
            super().send_mail(
                subject_template_name, email_template_name, context, from_email, to_email
            )


def note_reset(user: User) -> bool:
    """Notes that a link is sent now; False if one was sent a short while ago."""
    now = timezone.now()
    is_due = Q(password_reset_at__isnull=True) | Q(password_reset_at__lte=now - PAUSE)
    return bool(User.objects.filter(is_due, pk=user.pk).update(password_reset_at=now))


HEADER = {"site_header": _("Editorial office"), "site_title": _("Editorial office")}

urls: list[URLPattern] = [
    path(
        "admin/password_reset/",
        views.PasswordResetView.as_view(
            form_class=ResetForm,
            email_template_name="mail/password_reset.txt",
            subject_template_name="mail/password_reset_subject.txt",
            extra_context=HEADER,
        ),
        name="admin_password_reset",
    ),
    path(
        "admin/password_reset/sent/",
        views.PasswordResetDoneView.as_view(extra_context=HEADER),
        name="password_reset_done",
    ),
    path(
        "admin/reset/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(extra_context=HEADER),
        name="password_reset_confirm",
    ),
    path(
        "admin/reset/done/",
        views.PasswordResetCompleteView.as_view(extra_context=HEADER),
        name="password_reset_complete",
    ),
]

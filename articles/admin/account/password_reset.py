"""Resetting a forgotten password by a link that is sent by e-mail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.mail import queue_mail
from articles.models import Mail


class ResetForm(PasswordResetForm):
    """Django's form; a worker looks for the account, so that no answer takes longer than another.

    An account gets one link in ten minutes at most, whoever asks; the page answers the same.
    """

    def save(self, *arguments: Any, **options: Any) -> None:
        queue_mail(Mail.Kind.PASSWORD_RESET, self.cleaned_data["email"])


HEADER = {"site_header": _("Editorial office"), "site_title": _("Editorial office")}

urls: list[URLPattern] = [
    path(
        "admin/password_reset/",
        views.PasswordResetView.as_view(form_class=ResetForm, extra_context=HEADER),
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

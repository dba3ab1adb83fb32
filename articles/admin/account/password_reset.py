"""Resetting a forgotten password by a link that is sent by e-mail."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.urls import URLPattern, path
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class ResetForm(PasswordResetForm):
    """Django's form; the e-mail is in the interface language of the account."""

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

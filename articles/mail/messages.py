"""The texts of e-mails, each in the language of its receiver, made when they are sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.formats import date_format
from django.utils.http import urlsafe_base64_encode

from articles.models import Journal, Mail, Membership, Proof, User
from articles.models.proof import token_of
from articles.records.languages import known_language

from .texts import EDITABLE_MAILS, filled, journal_text

PAUSE = timedelta(minutes=10)  # between two links to one account


def messages_of(mail: Mail) -> Iterator[EmailMessage]:
    """None where what the mail is about is no longer there."""
    return WRITERS[Mail.Kind(mail.kind)](mail.address, **mail.facts)


def invitation(address: str, membership: int) -> Iterator[EmailMessage]:
    """Only a user who never signed in gets a password link."""
    for row in Membership.objects.filter(pk=membership).select_related("user", "journal"):
        user = row.user
        with translation.override(user.interface_language):
            values = {
                "journal": str(row.journal),
                "role": str(row.get_role_display()),
                "name": user.get_username(),
                "sign_in": sign_in_text(user),
            }
            yield journal_message(address, Mail.Kind.INVITATION, row.journal, values)


def sign_in_text(user: User) -> str:
    """How to sign in, in the active language."""
    context = {
        "name": user.get_username(),
        "link": settings.SITE_URL + password_path(user),
        "office": settings.SITE_URL + reverse("admin:index"),
        "is_new": not user.has_usable_password() and user.last_login is None,
    }
    return render_to_string("mail/sign_in.txt", context).strip()


def password_reset(address: str) -> Iterator[EmailMessage]:
    """None for an address that no account has, and for an account that got one a while ago."""
    for user in PasswordResetForm().get_users(address):
        if note_reset(user):
            with translation.override(user.interface_language):
                context = {
                    "user": user,
                    "link": settings.SITE_URL + password_path(user),
                    "site_name": settings.SITE_HOST,
                }
                subject = render_to_string("mail/password_reset_subject.txt", context).strip()
                yield message(user.email, subject, "mail/password_reset.txt", context)


def proof(address: str, proof: int, nonce: str) -> Iterator[EmailMessage]:
    for row in Proof.objects.filter(pk=proof, revoked_at=None).select_related("article__journal"):
        with translation.override(row.language):
            values = {
                "author": row.author,
                "link": proof_link(nonce),
                "journal": str(row.article.journal),
                "day": date_format(timezone.localtime(row.expires_at), "DATE_FORMAT"),
            }
            yield journal_message(address, Mail.Kind.PROOF, row.article.journal, values)


def journal_message(
    address: str, kind: Mail.Kind, journal: Journal, values: dict[str, str]
) -> EmailMessage:
    """In the words of the journal and the active language; `values` by name of placeholder."""
    language = known_language(translation.get_language())
    text = filled(journal_text(EDITABLE_MAILS[kind], journal, language), values)
    return EmailMessage(text.subject, text.body, None, [address])


def message(address: str, subject: str, template: str, context: dict[str, Any]) -> EmailMessage:
    return EmailMessage(subject, render_to_string(template, context), None, [address])


def password_path(user: User) -> str:
    key = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("password_reset_confirm", args=[key, token])


def proof_link(nonce: str) -> str:
    """In the active language."""
    return settings.SITE_URL + reverse("proof_detail", args=[token_of(nonce)])


def note_reset(user: User) -> bool:
    """Notes that a link is sent now; False if one was sent a short while ago."""
    now = timezone.now()
    is_due = Q(password_reset_at__isnull=True) | Q(password_reset_at__lte=now - PAUSE)
    return bool(User.objects.filter(is_due, pk=user.pk).update(password_reset_at=now))


WRITERS: dict[Mail.Kind, Callable[..., Iterator[EmailMessage]]] = {
    Mail.Kind.INVITATION: invitation,
    Mail.Kind.PASSWORD_RESET: password_reset,
    Mail.Kind.PROOF: proof,
}

"""Inviting a person to a journal: an account, a role, and an e-mail with a password link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.mail import queue_mail
from articles.models import Mail, Membership, User
from articles.models.fields import LanguageChoice
from articles.models.roles import is_editor

CLOSED = gettext_lazy(
    "This account was closed. Only the administrator of the site can open it again."
)


class InvitationForm(forms.ModelForm):
    email = forms.EmailField(label=gettext_lazy("Email"), max_length=150)
    first_name = forms.CharField(label=gettext_lazy("Given name"), max_length=150, required=False)
    last_name = forms.CharField(label=gettext_lazy("Family name"), max_length=150, required=False)
    interface_language = forms.ChoiceField(
        label=gettext_lazy("Language of the interface"), choices=LanguageChoice.choices
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        choices=LanguageChoice.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("A translator can edit only texts in these languages."),
    )

    class Meta:
        model = Membership
        fields = ("journal", "role", "sections", "languages")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        user = user_by_email(cleaned.get("email", ""))
        same = Membership.objects.filter(
            user=user, journal=cleaned.get("journal"), role=cleaned.get("role") or ""
        )
        if user and not is_editor(user):
            self.add_error("email", CLOSED)
        elif user and same.exists():
            self.add_error("email", _("This person already has this role."))
        if any(
            section.journal != cleaned.get("journal") for section in cleaned.get("sections", ())
        ):
            self.add_error("sections", _("It belongs to another journal."))
        return cleaned


def user_by_email(email: str) -> User | None:
    return User.objects.filter(email__iexact=email).first() if email else None


def find_or_create_user(typed: dict[str, Any]) -> User:
    """The user with this e-mail address, created if there is none.

    A new user signs in with the address and has no password yet.
    """
    email = typed["email"].lower()
    if user := user_by_email(email):
        return user
    user = User(
        username=email,
        email=email,
        first_name=typed["first_name"],
        last_name=typed["last_name"],
        interface_language=typed["interface_language"],
        is_staff=True,
    )
    user.set_unusable_password()
    user.save()
    return user


def send_invitation(membership: Membership) -> None:
    """Queues it; it is written in the language of the user."""
    address = membership.user.email
    queue_mail(Mail.Kind.INVITATION, address, membership=membership.pk)

"""The texts of e-mails that a chief editor may change, and their filling.

A placeholder is replaced once, by a search for the names of this mail alone: no other sign of a
text has a meaning, and nothing of a value is read again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.models import Journal, Mail, MailText
from articles.records.languages import Language
from articles.records.mail_placeholders import BRACED, PLACEHOLDERS, Placeholder


class EditableMail(NamedTuple):
    """A kind of mail that is sent in the name of a journal."""

    kind: Mail.Kind
    subject: Promise  # with placeholders as `%(name)s`
    template: str  # of the built-in body
    placeholders: tuple[Placeholder, ...]

    @property
    def label(self) -> Promise | str:
        return self.kind.label


EDITABLE_MAILS: dict[str, EditableMail] = {
    mail.kind: mail
    for mail in (
        EditableMail(
            Mail.Kind.INVITATION,
            gettext_lazy("Invitation to the editorial office: %(journal)s"),
            "mail/invitation.txt",
            PLACEHOLDERS[Mail.Kind.INVITATION],
        ),
        EditableMail(
            Mail.Kind.PROOF,
            gettext_lazy("Proof of your article: %(journal)s"),
            "mail/proof.txt",
            PLACEHOLDERS[Mail.Kind.PROOF],
        ),
    )
}
# Sent by the site, to an account that may be of several journals: their texts are not a journal's.
SITE_MAILS = frozenset({Mail.Kind.PASSWORD_RESET})


class WrittenText(NamedTuple):
    subject: str
    body: str


def built_in_text(mail: EditableMail) -> WrittenText:
    """In the active language, with placeholders."""
    names = {one.name: one.braced for one in mail.placeholders}
    return WrittenText(str(mail.subject) % names, render_to_string(mail.template, names).strip())


def journal_text(mail: EditableMail, journal: Journal, language: Language) -> WrittenText:
    """The text of the journal in the active language, `language`, else the built-in one."""
    own = MailText.objects.filter(journal=journal, kind=mail.kind).first()
    subject = getattr(own, f"subject_{language}", "") or ""
    body = getattr(own, f"body_{language}", "") or ""
    usual = built_in_text(mail)
    return WrittenText(subject or usual.subject, body or usual.body)


def filled(text: WrittenText, values: Mapping[str, str]) -> WrittenText:
    """The text with the values of its placeholders; the subject on one line."""
    return WrittenText(
        " ".join(filled_part(text.subject, values).split()), filled_part(text.body, values) + "\n"
    )


def filled_part(text: str, values: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        return values.get(found[0][1:-1], found[0])

    return BRACED.sub(value, text)


def samples(mail: EditableMail) -> dict[str, str]:
    return {one.name: str(one.sample) for one in mail.placeholders}

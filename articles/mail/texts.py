"""The texts of e-mails that a chief editor may change: their placeholders, checks and filling.

A placeholder is a name in braces, `{link}`. It is replaced once, by a search for these names alone:
no other sign of a text has a meaning, and nothing of a value is read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Journal, Mail, MailText
from articles.records.languages import Language

BRACED = re.compile(r"\{[^{}\n]{0,40}\}?|\}")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>")


class Placeholder(NamedTuple):
    name: str
    description: Promise
    sample: Promise | str  # in the preview
    is_required: bool = False  # in the body

    @property
    def braced(self) -> str:
        return f"{{{self.name}}}"


class EditableMail(NamedTuple):
    """A kind of mail that is sent in the name of a journal."""

    kind: Mail.Kind
    subject: Promise  # with placeholders as `%(name)s`
    template: str  # of the built-in body
    placeholders: tuple[Placeholder, ...]

    @property
    def label(self) -> Promise | str:
        return self.kind.label


JOURNAL = Placeholder("journal", gettext_lazy("the name of the journal"), "Steppe Science")
EDITABLE_MAILS: dict[str, EditableMail] = {
    mail.kind: mail
    for mail in (
        EditableMail(
            Mail.Kind.INVITATION,
            gettext_lazy("Invitation to the editorial office: %(journal)s"),
            "mail/invitation.txt",
            (
                JOURNAL,
                Placeholder("role", gettext_lazy("the role of the invited person"), "Editor"),
                Placeholder("name", gettext_lazy("the name for signing in"), "a@example.org"),
                Placeholder(
                    "sign_in",
                    gettext_lazy("how to sign in, with the link for the password of a new person"),
                    "https://example.org/admin/",
                    is_required=True,
                ),
            ),
        ),
        EditableMail(
            Mail.Kind.PROOF,
            gettext_lazy("Proof of your article: %(journal)s"),
            "mail/proof.txt",
            (
                JOURNAL,
                Placeholder("author", gettext_lazy("the name of the author"), "Үлгіева А. А."),
                Placeholder(
                    "link",
                    gettext_lazy("the author's own link to the proof"),
                    "https://example.org/kk/proof/…/",
                    is_required=True,
                ),
                Placeholder("day", gettext_lazy("the last day of the link"), "31.12.2026"),
            ),
        ),
    )
}
# Sent by the site, to an account that may be of several journals: their texts are not a journal's.
SITE_MAILS = frozenset({Mail.Kind.PASSWORD_RESET})


class WrittenText(NamedTuple):
    subject: str
    body: str


def check_subject(mail: EditableMail, text: str) -> Iterator[str]:
    """Yield what is wrong with a subject, each as a sentence; nothing for an empty one."""
    yield from check_signs(mail, text)


def check_body(mail: EditableMail, text: str) -> Iterator[str]:
    """The same for a body, which also needs the required placeholders."""
    yield from check_signs(mail, text)
    for one in mail.placeholders:
        if text and one.is_required and one.braced not in text:
            yield _("%(name)s is missing: %(description)s.") % {
                "name": one.braced,
                "description": one.description,
            }


def check_signs(mail: EditableMail, text: str) -> Iterator[str]:
    known = [one.braced for one in mail.placeholders]
    for found in dict.fromkeys(BRACED.findall(text)):
        if found not in known:
            yield _("“%(found)s” is no placeholder of this e-mail. Possible: %(known)s.") % {
                "found": found,
                "known": ", ".join(known),
            }
    if tag := TAG.search(text):
        yield _("An e-mail is plain text: “%(tag)s” would be sent as it stands. Remove it.") % {
            "tag": tag[0][:60]
        }


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

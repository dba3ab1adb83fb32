"""Placeholders of the e-mails whose texts a journal may write, and the checks of such a text.

A placeholder is a name in braces, `{link}`. By kind of mail, as `Mail.Kind` has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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


JOURNAL = Placeholder("journal", gettext_lazy("the name of the journal"), "Steppe Science")
INVITATION = (
    JOURNAL,
    Placeholder("role", gettext_lazy("the role of the invited person"), "Editor"),
    Placeholder("name", gettext_lazy("the name for signing in"), "a@example.org"),
    Placeholder(
        "sign_in",
        gettext_lazy("how to sign in, with the link for the password of a new person"),
        "https://example.org/admin/",
        is_required=True,
    ),
)
PROOF = (
    JOURNAL,
    Placeholder("author", gettext_lazy("the name of the author"), "Үлгіева А. А."),
    Placeholder(
        "link",
        gettext_lazy("the author's own link to the proof"),
        "https://example.org/kk/proof/…/",
        is_required=True,
    ),
    Placeholder("day", gettext_lazy("the last day of the link"), "31.12.2026"),
)
PLACEHOLDERS: dict[str, tuple[Placeholder, ...]] = {"invitation": INVITATION, "proof": PROOF}


def check_subject(kind: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a subject, each as a sentence; nothing for an empty one."""
    known = [one.braced for one in PLACEHOLDERS[kind]]
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


def check_body(kind: str, text: str) -> Iterator[str]:
    """The same for a body, which also needs the required placeholders."""
    yield from check_subject(kind, text)
    for one in PLACEHOLDERS[kind]:
        if text and one.is_required and one.braced not in text:
            yield _("%(name)s is missing: %(description)s.") % {
                "name": one.braced,
                "description": one.description,
            }


CHECKS = {"subject": check_subject, "body": check_body}

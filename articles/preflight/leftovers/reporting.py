"""What the checks of this package share: the texts they read, and their findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import Message, fill, spot_in
from articles.preflight.subject import Passage, Subject
from articles.records.base import Value
from articles.records.findings import Finding, Level

MARKED_UP = ("title", "abstract")  # where <i> <b> <sub> <sup> are markup
REPLACE = _("Replace with “%(correction)s”.")
DELETE = _("Delete it.")
WITH_A_SPACE = _("Replace it with an ordinary space.")


class Leftover(Value, frozen=True):
    """A piece of a text that should not be in it, and what the editor can do."""

    sign: str
    start: int
    remedy: Message


def corrected(correction: str) -> Message:
    """The remedy for a sign with a known correction."""
    return fill(REPLACE, correction=correction) if correction else DELETE


def typed_texts(subject: Subject) -> Iterator[Passage]:
    """All texts but the full text, which has its own HTML."""
    for passage in (*subject.texts, *subject.names, *subject.references, *subject.statements):
        if passage.field != "body":
            yield passage


def findings(
    passage: Passage, leftovers: Iterable[Leftover], message: Promise
) -> Iterator[Finding]:
    """A warning for each sign, at the first place where the text has it."""
    seen: set[str] = set()
    for leftover in leftovers:
        if leftover.sign not in seen:
            seen.add(leftover.sign)
            yield Finding(
                Level.WARNS,
                passage.field,
                passage.language,
                fill(message, sign=leftover.sign),
                leftover.remedy,
                spot=spot_in(passage.text, leftover.start, leftover.start + len(leftover.sign)),
            )

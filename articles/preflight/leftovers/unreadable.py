"""Places in the full text where a formula or an object of the manuscript could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import fill, spot_in
from articles.preflight.subject import Subject
from articles.records.body import UNREADABLE
from articles.records.findings import Finding

AROUND = 20  # characters shown before the place

MESSAGE = _("A formula or an object of the manuscript could not be read: “%(before)s▯”.")
REMEDY = _("Enter it as MathML, or as a picture, in place of the sign U+FFFC (￼) in the full text.")


def check_unreadable_objects(subject: Subject) -> Iterator[Finding]:
    """The sign that the reader of manuscripts puts in the place of such an object."""
    text, at = subject.body, -1
    while (at := text.find(UNREADABLE, at + 1)) >= 0:
        yield Finding(
            subject.blocking_level,
            "body",
            subject.record.language,
            fill(MESSAGE, before=" ".join(text[max(0, at - AROUND) : at].split())),
            REMEDY,
            spot=spot_in(text, at, at + 1),
        )

"""The full text as HTML: whether it has paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.body_paragraphs import has_blocks
from articles.records.findings import Finding, Level

from .subject import Subject


def check_paragraphs(subject: Subject) -> Iterator[Finding]:
    """A text without a paragraph, heading or list is one block of words for readers."""
    body = subject.record.body
    if body.strip() and not has_blocks(body):
        yield Finding(
            Level.WARNS,
            "body",
            subject.record.language,
            _("The full text has no paragraphs."),
            _("Open it in the editor of the full text and save it: blank lines divide it."),
        )

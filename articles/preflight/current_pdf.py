"""The PDF that the site made: whether it shows the text of the article as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports.edition.galleys import is_stale
from articles.records.findings import Finding, Level

from .subject import Subject


def check_current_pdf(subject: Subject) -> Iterator[Finding]:
    """A PDF that was made from an earlier text; publishing or releasing makes it anew."""
    if is_stale(subject.record):
        yield Finding(
            Level.NOTES,
            "galleys",
            subject.record.language,
            _("The PDF was made from an earlier text of the article."),
            _("It is made anew when the article is released; or make it now on its PDF page."),
        )

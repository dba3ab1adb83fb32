"""The EPUB that the site made: whether it shows the text of the article as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports.edition.galleys import has_other_text
from articles.records.findings import Finding, Level

from .subject import Subject


def check_current_epub(subject: Subject) -> Iterator[Finding]:
    """An EPUB that was made from an earlier text; publishing or releasing makes it anew."""
    if has_other_text(subject.record, "epub"):
        yield Finding(
            Level.NOTES,
            "galleys",
            subject.record.language,
            _("The EPUB was made from an earlier text of the article."),
            _("It is made anew when the article is released; or accept it now on its EPUB page."),
        )

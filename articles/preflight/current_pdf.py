"""The PDF that the site made: whether it shows article and journal as they are now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports.edition.galleys import has_other_head, has_other_text
from articles.records.findings import Finding, Level

from .subject import Subject


def check_current_pdf(subject: Subject) -> Iterator[Finding]:
    """A PDF of an earlier text, head or layout; publishing or releasing makes it anew."""
    record, design = subject.record, subject.neighbours.pdf_design
    if has_other_text(record, "pdf"):
        message = _("The PDF was made from an earlier text of the article.")
    elif design and has_other_head(record, design):
        message = _("The PDF has an earlier head or layout of the journal.")
    else:
        return
    remedy = _("It is made anew when the article is released; or make it now on its PDF page.")
    yield Finding(Level.NOTES, "galleys", record.language, message, remedy)

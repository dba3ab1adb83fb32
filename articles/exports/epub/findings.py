"""Findings about an EPUB: what could not be shown as it is, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from articles.exports.edition.findings import broken_picture_findings, finding
from articles.exports.epub import Epub
from articles.records.findings import Finding, Level
from articles.records.record import Record


def epub_findings(records: Sequence[Record], made: Epub) -> Iterator[Finding]:
    """What differs in the EPUB from what the records hold."""
    if made.loss:
        yield lost_pictures(records[0])
    for record, broken, reduced in zip(records, made.broken, made.reduced, strict=True):
        yield from picture_findings(record, broken, reduced)


def lost_pictures(record: Record) -> Finding:
    message = _("The pictures take too much time or memory: their names are printed instead.")
    return finding(record, message, _("Make the pictures smaller."))


def picture_findings(
    record: Record, broken: Sequence[str], reduced: Sequence[str]
) -> Iterator[Finding]:
    """What differs in the pictures of one article."""
    yield from broken_picture_findings(record, broken)
    for name in reduced:
        message = _("The picture “%(name)s” is large; the EPUB holds a smaller copy.")
        yield finding(record, message % {"name": name}, level=Level.NOTES, excerpt=name)

"""What DataCite requires: a DOI, a title, a year, an author, a publisher."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.exports.record_values import in_order
from articles.records.findings import Finding
from articles.records.record import Record

RULE = "datacite"


def check_saved(record: Record) -> Iterator[Finding]:
    """Find everything that DataCite would refuse in a saved record."""
    yield from checks.check_doi(record, RULE)
    yield from checks.check_title(record, RULE)
    yield from checks.check_year(record, RULE)
    yield from checks.check_authors_and_journal(record, RULE)
    if not record.authors:
        yield checks.blocks(RULE, "authors", _("DataCite needs an author."), checks.ENTER)
    if record.journal and not in_order(record.journal.publisher):
        yield checks.blocks(
            RULE, "journal.publisher", _("DataCite needs the publisher."), checks.IN_JOURNAL
        )


check = checks.with_characters(check_saved)

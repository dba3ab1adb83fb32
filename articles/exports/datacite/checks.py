"""What DataCite demands: a DOI, a title, a year, an author, a publisher."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.exports.characters import check_characters
from articles.exports.record_values import in_order
from articles.records.findings import Finding
from articles.records.record import Record

RULE = "datacite"


def check(record: Record) -> Iterator[Finding]:
    yield from check_characters(record)
    yield from check_saved(record)


def check_saved(record: Record) -> Iterator[Finding]:
    """The same of a record whose characters were looked at when it was saved."""
    yield from checks.check_doi(record, RULE)
    yield from checks.check_title(record, RULE)
    yield from checks.check_year(record, RULE)
    yield from checks.check_names(record, RULE)
    yield from checks.check_rors(record, RULE)
    yield from checks.check_issns(record, RULE)
    if not record.authors:
        yield checks.blocks(RULE, "authors", _("DataCite needs an author."), checks.ENTER)
    if record.journal and not in_order(record.journal.publisher):
        yield checks.blocks(
            RULE, "journal.publisher", _("DataCite needs the publisher."), checks.IN_JOURNAL
        )

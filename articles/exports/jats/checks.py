"""What JATS requires: a title, a journal with an ISSN, names of authors."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.records.findings import Finding
from articles.records.record import Record

RULE = "jats"


def check_saved(record: Record) -> Iterator[Finding]:
    """Find everything that JATS does not allow in a saved record."""
    yield from checks.check_title(record, RULE)
    yield from checks.check_form_of_doi(record, RULE)
    if record.site:
        yield from checks.check_site(record, RULE)
    yield from checks.check_authors_and_journal(record, RULE)
    journal = record.journal
    if journal and not journal.issn_print and not journal.issn_online:
        yield checks.blocks(
            RULE, "journal.issn_print", _("JATS needs an ISSN."), checks.ISSN_IN_JOURNAL
        )


check = checks.with_characters(check_saved)

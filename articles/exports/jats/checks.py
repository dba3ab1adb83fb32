"""What JATS demands: a title, a journal with an ISSN, names of authors."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.exports.characters import check_characters
from articles.records.findings import Finding
from articles.records.record import Record

RULE = "jats"


def check(record: Record) -> Iterator[Finding]:
    yield from check_characters(record)
    yield from check_saved(record)


def check_saved(record: Record) -> Iterator[Finding]:
    """The same of a record whose characters were looked at when it was saved."""
    yield from checks.check_title(record, RULE)
    yield from checks.check_form_of_doi(record, RULE)
    yield from checks.check_names(record, RULE)
    yield from checks.check_rors(record, RULE)
    yield from checks.check_issns(record, RULE)
    journal = record.journal
    if journal and not journal.issn_print and not journal.issn_online:
        yield checks.blocks(RULE, "journal.issn_print", _("JATS needs an ISSN."), checks.IN_JOURNAL)

"""The head of a Crossref deposit: the depositor, and the one prefix of all its DOIs."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.exports.crossref.checks import blocks
from articles.exports.crossref.container import registrant
from articles.exports.format import NotExportable, Stamp
from articles.exports.xml import Xml, block, tag, text, text_tag
from articles.records.record import Record


def head(record: Record, stamp: Stamp) -> Xml:
    journal = record.journal
    assert journal  # noqa: S101  # the checks refuse a record without one
    depositor = [
        text_tag("depositor_name", journal.depositor_name),
        text_tag("email_address", journal.depositor_email),
    ]
    return block(
        "head",
        [
            tag("doi_batch_id", text(stamp.batch)),
            tag("timestamp", text(stamp.number)),
            block("depositor", depositor),
            text_tag("registrant", registrant(journal)),
        ],
    )


def check_prefix(record: Record, first: Record) -> None:
    """Raise NotExportable for a second prefix: “All prefixes in a submission must match”.

    Crossref itself reports this only hours after the deposit.
    """
    if record.doi.partition("/")[0] != first.doi.partition("/")[0]:
        finding = blocks("doi", _("A deposit can contain DOIs of only one prefix."))
        raise NotExportable(record, (finding,))

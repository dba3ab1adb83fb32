"""The issue, volume and journal that an article is part of, as schema.org."""

from __future__ import annotations

from typing import Any

from articles.exports.reference_managers import issns
from articles.exports.schema_org.values import named_thing, texts, without_empty
from articles.records.imprint import issued, number_and_part, volume_of
from articles.records.record import Record


def issue(record: Record) -> dict[str, Any]:
    """Return the issue within its volume and journal; without an issue, the journal alone."""
    journal = record.journal
    if not journal:
        return {}
    volume = volume_of(record)
    periodical = {
        "@type": ["PublicationVolume", "Periodical"] if volume else "Periodical",
        "volumeNumber": volume,
        "name": texts(journal.name),
        "issn": issns(record),
    }
    if not record.issue:
        return without_empty(periodical)
    return without_empty(
        {
            "@type": "PublicationIssue",
            "issueNumber": number_and_part(record, record.language),
            "datePublished": issued(record),
            "isPartOf": without_empty(periodical),
        }
    )


def publisher(record: Record) -> dict[str, Any]:
    return named_thing("Organization", record.journal.publisher) if record.journal else {}

"""The issue, the volume and the journal that an article is part of."""

from __future__ import annotations

from typing import Any

from articles.exports.reference_managers import issns
from articles.exports.schema_org.values import filled, named, texts
from articles.records.imprint import number_of, volume_of
from articles.records.record import Record


def issue(record: Record) -> dict[str, Any]:
    """The issue within its volume and journal; the journal alone, of an article ahead of issues."""
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
        return filled(periodical)
    published = record.issue.published_on
    return filled(
        {
            "@type": "PublicationIssue",
            "issueNumber": number_of(record),
            "datePublished": str(published or record.issue.year),
            "isPartOf": filled(periodical),
        }
    )


def publisher(record: Record) -> dict[str, Any]:
    return named("Organization", record.journal.publisher) if record.journal else {}

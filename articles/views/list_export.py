"""Several articles as one file to download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from articles.exports import EntryLanguage, Format, stamp
from articles.records.record import Record


def entries(records: Iterable[Record], format: Format, language: EntryLanguage) -> Iterator[bytes]:
    """Entries for reference managers, without the articles that the format cannot hold."""
    now = stamp(timezone.now())
    for record in records:
        if not any(finding.is_blocking() for finding in format.check(record)):
            yield from format.export([record], now, language)


def list_file(content: Iterable[bytes], media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(b"".join(content), content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Robots-Tag"] = "noindex"
    return response

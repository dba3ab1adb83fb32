"""A released article in one of the formats: the address alone tells the bytes.

`?language=` chooses the language of an entry for reference managers; without it, it is the
article's own. The languages that a browser accepts change nothing.

Editors who look at a draft that was never public are given the draft.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports import (
    FORMATS,
    EntryLanguage,
    Format,
    NotExportable,
    entry_language,
    stamp,
)
from articles.exports.reference_managers import entry_languages
from articles.models import Article
from articles.queries.released_records import released_records
from articles.records.cleaning import InvalidValue
from articles.records.record import Record

from .drafts import PRIVATE, draft_for
from .signposting import export_links, link_header

PLAIN = "text/plain; charset=utf-8"


@require_safe
def article_export(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    articles = Article.objects.public().filter(pk=pk)
    changed_at = articles.values_list("changed_at", flat=True).first()
    if format not in FORMATS:
        raise Http404
    try:
        language = language_parameter(request)
    except InvalidValue as error:
        return plain_text(400, str(error))
    if changed_at is None:
        draft = draft_for(request, pk)
        response = export(request, draft, timezone.now(), FORMATS[format], language)
        response["Cache-Control"] = PRIVATE
        return response
    record = next(released_records(articles))
    if record.status == "withdrawn":
        return plain_text(
            410, _("This article has been withdrawn. Its record is no longer available.")
        )
    response = export(request, record, changed_at, FORMATS[format], language)
    response["Link"] = link_header(export_links(record))
    return response


def language_parameter(request: HttpRequest) -> EntryLanguage:
    """The `?language=` of the address, '' for none; raises InvalidValue."""
    code = request.GET.get("language")
    return "" if code is None else entry_language(code)


def plain_text(status: int, text: str) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type=PLAIN)


def export(
    request: HttpRequest, record: Record, at: datetime, format: Format, language: EntryLanguage
) -> HttpResponse:
    """409 with the reasons where the format cannot hold the article; 304 for the same bytes."""
    try:
        content = b"".join(format.export([record], stamp(at), language))
    except NotExportable as error:
        return plain_text(409, str(error))
    full = download(record, content, format)
    full["ETag"] = etag = quote_etag(blake2b(content, digest_size=12).hexdigest())
    conditional = get_conditional_response(request, etag=etag, response=full)
    response = conditional if isinstance(conditional, HttpResponse) else full
    response["Content-Language"] = content_language(record, format, language)
    return response


def content_language(record: Record, format: Format, language: EntryLanguage) -> str:
    """The languages of the content: of the one entry, or of all titles."""
    given = entry_languages(record, language if format.is_in_one_language else "all")
    return ", ".join(given or [record.language])


def download(record: Record, content: bytes, format: Format) -> HttpResponse:
    response = HttpResponse(content, content_type=format.media_type)
    name = f"{(record.doi or f'article-{record.id}').replace('/', '-')}.{format.extension}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "public, no-cache"
    return response

"""A released article in one of the formats: the same bytes whatever the reader's language.

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

from articles.exports import FORMATS, Format, NotExportable, stamp
from articles.models import Article
from articles.queries.released_records import released_records
from articles.records.record import Record

from .drafts import PRIVATE, draft_for

PLAIN = "text/plain; charset=utf-8"


@require_safe
def article_export(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    articles = Article.objects.public().filter(pk=pk)
    changed_at = articles.values_list("changed_at", flat=True).first()
    if format not in FORMATS:
        raise Http404
    if changed_at is None:
        response = export(request, draft_for(request, pk), timezone.now(), FORMATS[format])
        response["Cache-Control"] = PRIVATE
        return response
    record = next(released_records(articles))
    if record.status == "withdrawn":
        text = _("This article has been withdrawn. Its record is no longer available.")
        return HttpResponse(text, status=410, content_type=PLAIN)
    return export(request, record, changed_at, FORMATS[format])


def export(request: HttpRequest, record: Record, at: datetime, format: Format) -> HttpResponse:
    """409 with the reasons where the format cannot hold the article; 304 for the same bytes."""
    try:
        content = b"".join(format.write([record], stamp(at)))
    except NotExportable as error:
        return HttpResponse(f"{error}\n", status=409, content_type=PLAIN)
    response = download(record, content, format)
    response["ETag"] = etag = quote_etag(blake2b(content, digest_size=12).hexdigest())
    conditional = get_conditional_response(request, etag=etag, response=response)
    return conditional if isinstance(conditional, HttpResponse) else response


def download(record: Record, content: bytes, format: Format) -> HttpResponse:
    response = HttpResponse(content, content_type=format.media_type)
    name = f"{(record.doi or f'article-{record.id}').replace('/', '-')}.{format.extension}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "public, no-cache"
    return response

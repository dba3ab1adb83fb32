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
        response = answer(request, draft_for(request, pk), timezone.now(), FORMATS[format])
        response["Cache-Control"] = PRIVATE
        return response
    record = next(released_records(articles))
    if record.status == "withdrawn":
        said = _("The article was withdrawn; its record is no longer public.")
        return HttpResponse(said, status=410, content_type=PLAIN)
    return answer(request, record, changed_at, FORMATS[format])


def answer(request: HttpRequest, record: Record, at: datetime, format: Format) -> HttpResponse:
    """409 with the reasons where the format cannot carry the article."""
    try:
        written = b"".join(format.write([record], stamp(at)))
    except NotExportable as refused:
        return HttpResponse(f"{refused}\n", status=409, content_type=PLAIN)
    etag = quote_etag(blake2b(written, digest_size=12).hexdigest())
    response = export(record, written, format)
    response["ETag"] = etag
    answer = get_conditional_response(request, etag=etag, response=response)
    return answer if isinstance(answer, HttpResponse) else response


def export(record: Record, written: bytes, format: Format) -> HttpResponse:
    response = HttpResponse(written, content_type=format.media_type)
    name = f"{(record.doi or f'article-{record.id}').replace('/', '-')}.{format.extension}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "public, no-cache"
    return response

"""Files that readers download: those of the released record, streamed from storage.

A file answers below every language, and at the address without one that older releases gave. All
say 200, so that links that are stored elsewhere go on working for clients that follow no redirect;
a `Link` header names the canonical address, under which search engines keep the file once.
Editors who look at a draft are given the draft's files at the same addresses.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.queries.released import released_article
from articles.records.record import Galley
from articles.stored_files import file_response
from journal.monitoring.request_context import note_journal

from .drafts import PRIVATE, draft_for
from .media_types import media_type
from .signposting import galley_links, link_header

OPENED_IN_BROWSER = frozenset({"pdf", "image"})
PUBLIC = "public, no-cache"  # kept, but asked for again by its ETag: it may be withdrawn
# A file is the author's, not ours: nothing in it may run as a script of this site.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"


@require_safe
def galley_file(request: HttpRequest, pk: int, galley_id: int, name: str) -> HttpResponseBase:
    article = released_article(pk)
    if article and article.record.status == "withdrawn":
        return withdrawn_response()
    galley = find_galley(article.record.galleys, galley_id, name) if article else None
    if article is None or galley is None:
        return private_file(request, draft_for(request, pk).galleys, galley_id, name)
    note_journal(article.journal.slug)
    response = galley_response(request, galley)
    response["Link"] = link_header(galley_links(article.record, galley))
    return response


def private_file(
    request: HttpRequest, galleys: tuple[Galley, ...], galley_id: int, name: str
) -> HttpResponseBase:
    galley = find_galley(galleys, galley_id, name)
    if galley is None:
        raise Http404
    response = galley_response(request, galley)
    response["Cache-Control"] = PRIVATE
    return response


def find_galley(galleys: tuple[Galley, ...], galley_id: int, name: str) -> Galley | None:
    galley = next((galley for galley in galleys if galley.id == galley_id), None)
    return galley if galley and galley.name == name else None


def galley_response(request: HttpRequest, galley: Galley) -> HttpResponseBase:
    """Raises Http404 if the file is not in storage."""
    is_attachment = galley.kind not in OPENED_IN_BROWSER
    response = file_response(
        request, galley.path, galley.name, media_type(galley), as_attachment=is_attachment
    )
    response["Cache-Control"] = PUBLIC
    if galley.kind != "pdf":  # a browser's own PDF reader does not start in a sandbox
        response["Content-Security-Policy"] = SANDBOX
    return response


def withdrawn_response() -> HttpResponse:
    text = _("This article has been withdrawn. Its files are no longer available.")
    return HttpResponse(text, status=410, content_type="text/plain; charset=utf-8")

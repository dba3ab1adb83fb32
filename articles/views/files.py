"""Files that readers download: those of the released record, streamed from storage.

A file answers below every language, and at the address without one that older releases gave. All
say 200, so that links that are stored elsewhere go on working for clients that follow no redirect;
a `Link` header names the canonical address, under which search engines keep the file once.
Editors who look at a draft are given the draft's files at the same addresses.
"""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.queries.released import released_article
from articles.records.record import Galley
from journal.monitoring.request_context import note_journal

from .drafts import PRIVATE, draft_for
from .media_types import media_type
from .signposting import galley_links, link_header

OPENED_IN_BROWSER = frozenset({"pdf", "image"})
# A file is the author's, not ours: nothing in it may run as a script of this site.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"


@require_safe
def galley_file(request: HttpRequest, pk: int, galley_id: int, name: str) -> HttpResponseBase:
    article = released_article(pk)
    if article and article.record.status == "withdrawn":
        return withdrawn_response()
    galley = stored_galley(article.record.galleys, galley_id, name) if article else None
    if article is None or galley is None:
        return private_file(draft_for(request, pk).galleys, galley_id, name)
    note_journal(article.journal.slug)
    response = file_response(galley)
    response["Link"] = link_header(galley_links(article.record, galley))
    return response


def private_file(galleys: tuple[Galley, ...], galley_id: int, name: str) -> FileResponse:
    galley = stored_galley(galleys, galley_id, name)
    if galley is None:
        raise Http404
    response = file_response(galley)
    response["Cache-Control"] = PRIVATE
    return response


def stored_galley(galleys: tuple[Galley, ...], galley_id: int, name: str) -> Galley | None:
    galley = next((galley for galley in galleys if galley.id == galley_id), None)
    is_stored = galley and galley.name == name and default_storage.exists(galley.path)
    return galley if is_stored else None


def file_response(galley: Galley) -> FileResponse:
    response = FileResponse(
        default_storage.open(galley.path),
        as_attachment=galley.kind not in OPENED_IN_BROWSER,
        filename=galley.name,
        content_type=media_type(galley),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "public, max-age=300"
    if galley.kind != "pdf":  # a browser's own PDF reader does not start in a sandbox
        response["Content-Security-Policy"] = SANDBOX
    return response


def withdrawn_response() -> HttpResponse:
    text = _("This article has been withdrawn. Its files are no longer available.")
    return HttpResponse(text, status=410, content_type="text/plain; charset=utf-8")

"""Files that readers download: those of the released record, streamed from storage.

Editors who look at a draft are given the draft's files at the same addresses.
"""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.editing import working_record
from articles.models import Article
from articles.models.reading import released
from articles.models.roles import Action, may
from articles.records.record import Galley

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "epub": "application/epub+zip",
    "xml": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "supplement": "application/octet-stream",
}
IMAGES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
SHOWN_IN_BROWSER = frozenset({"pdf", "image"})
# A file is the author's, not ours: whatever it holds, nothing of it runs on this site.
NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"


@require_safe
def galley_file(request: HttpRequest, pk: int, galley_id: int, name: str) -> HttpResponseBase:
    article = released(pk)
    if article and article.record.status == "withdrawn":
        return gone()
    galley = kept_galley(article.record.galleys, galley_id, name) if article else None
    return answer(galley) if galley else draft_file(request, pk, galley_id, name)


def draft_file(request: HttpRequest, pk: int, galley_id: int, name: str) -> HttpResponseBase:
    """For who may see the draft; to everybody else there is no such file."""
    rows = Article.objects.select_related("journal", "issue", "section")
    article = rows.filter(pk=pk).first() if request.user.is_authenticated else None
    if article is None or not may(request.user, Action.VIEW, article):
        raise Http404
    return private_file(working_record(article).galleys, galley_id, name)


def private_file(galleys: tuple[Galley, ...], galley_id: int, name: str) -> FileResponse:
    galley = kept_galley(galleys, galley_id, name)
    if galley is None:
        raise Http404
    response = answer(galley)
    response["Cache-Control"] = "private, no-store"
    return response


def kept_galley(galleys: tuple[Galley, ...], galley_id: int, name: str) -> Galley | None:
    galley = next((one for one in galleys if one.id == galley_id), None)
    is_kept = galley and galley.name == name and default_storage.exists(galley.path)
    return galley if is_kept else None


def answer(galley: Galley) -> FileResponse:
    response = FileResponse(
        default_storage.open(galley.path),
        as_attachment=galley.kind not in SHOWN_IN_BROWSER,
        filename=galley.name,
        content_type=media_type(galley),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "public, max-age=300"
    if galley.kind != "pdf":  # a browser's own PDF reader does not start in a sandbox
        response["Content-Security-Policy"] = NOTHING_RUNS
    return response


def media_type(galley: Galley) -> str:
    extension = galley.name.rpartition(".")[2].lower()
    unknown = "application/octet-stream"
    return IMAGES.get(extension, unknown) if galley.kind == "image" else MEDIA_TYPES[galley.kind]


def gone() -> HttpResponse:
    said = _("The article was withdrawn; its files are no longer public.")
    return HttpResponse(said, status=410, content_type="text/plain; charset=utf-8")

"""The author's proof: the draft as a page, as PDF, and its pictures, for the holder of a link."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.editing import working_record
from articles.editing.working_copy import record_at
from articles.models import Proof
from articles.publishing.proofs import proof_response
from articles.records.html import body_html
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Record

from .files import private_file
from .proof_answer import confirm, parse_version, save_remarks
from .proof_fields import changed_keys, proof_fields

Response = TypeVar("Response", bound=HttpResponseBase)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proof_detail(request: HttpRequest, token: str) -> HttpResponse:
    proof = proof_or_404(token)
    if request.method == "POST":
        return without_indexing(save_answer(request, proof))
    record = working_record(proof.article)
    read = parse_version(request.GET.get("read", ""), proof.article) or proof.article.version
    is_newer = read < proof.article.version
    context = {
        "proof": proof,
        "record": record,
        "title": flat(prefer(record.title, record.language)),
        "fields": list(proof_fields(record)),
        "body": body(record),
        "remarks": list(proof.remarks.all()),
        "journal": proof.article.journal,
        "is_confirmed": proof.confirmed_version == proof.article.version,
        "is_newer": is_newer,
        "changed": changed_keys(record_at(proof.article, read), record) if is_newer else set(),
    }
    return without_indexing(render(request, "pages/proof.html", context))


def save_answer(request: HttpRequest, proof: Proof) -> HttpResponse:
    """Save the author's remarks or confirmation, each of the version that the form was made from.

    A confirmation that comes with remarks does not count. If the article changed since the page
    was opened, nothing is confirmed, and the author is led to the new text.
    """
    article = proof.article
    shown = parse_version(request.POST.get("version", ""), article)
    version = shown or article.version
    fields = proof_fields(record_at(article, version))
    remarks = save_remarks(proof, request.POST, fields, version)
    if "confirm" in request.POST and not remarks and shown:
        confirm(proof, shown)
    return HttpResponseRedirect(f"{request.path}?read={version}")


@never_cache
@require_safe
def proof_pdf(request: HttpRequest, token: str) -> HttpResponse:
    return without_indexing(proof_response(proof_or_404(token).article))


@never_cache
@require_safe
def proof_picture(request: HttpRequest, token: str, galley_id: int, name: str) -> HttpResponseBase:
    """A picture of the draft's text; its other files are not served here."""
    record = working_record(proof_or_404(token).article)
    pictures = tuple(galley for galley in record.galleys if galley.kind == "image")
    return without_indexing(private_file(request, pictures, galley_id, name))


def proof_or_404(token: str) -> Proof:
    """The proof of an open link; raises Http404 for an unknown, expired or revoked one."""
    proof = Proof.objects.open_at(token)
    if proof is None:
        raise Http404
    return proof


def without_indexing(response: Response) -> Response:
    """Add headers that keep the link out of search engines and other sites' logs."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response


def body(record: Record) -> SafeString:
    """The full text, its pictures at addresses below the link itself."""
    addresses = {
        galley.name: f"files/{galley.id}/{quote(galley.name, safe='')}"
        for galley in record.galleys
        if galley.kind == "image"
    }
    return body_html(record.body, addresses)

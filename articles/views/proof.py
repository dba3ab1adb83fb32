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
from articles.models import Proof
from articles.publishing.proofs import proof_response
from articles.records.html import body_html
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Record

from .files import private_file
from .proof_fields import proof_fields, save_remarks

Response = TypeVar("Response", bound=HttpResponseBase)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proof_detail(request: HttpRequest, token: str) -> HttpResponse:
    proof = proof_or_404(token)
    record = working_record(proof.article)
    fields = list(proof_fields(record))
    if request.method == "POST":
        save_remarks(proof, request.POST, fields)
        return without_indexing(HttpResponseRedirect(request.path))
    context = {
        "proof": proof,
        "record": record,
        "title": flat(prefer(record.title, record.language)),
        "fields": fields,
        "body": body(record),
        "remarks": list(proof.remarks.all()),
        "journal": proof.article.journal,
        "is_confirmed": proof.confirmed_version == proof.article.version,
    }
    return without_indexing(render(request, "pages/proof.html", context))


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
    return without_indexing(private_file(pictures, galley_id, name))


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

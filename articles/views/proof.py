"""What an author opens by the link of a proof: the draft as a page, as PDF, and its pictures."""

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
from articles.publishing.proofs import proof_answer
from articles.records.body import clean_body, with_addresses
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Record

from .files import private_file
from .proof_fields import fields_of, keep

Response = TypeVar("Response", bound=HttpResponseBase)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proof_detail(request: HttpRequest, token: str) -> HttpResponse:
    proof = opened(token)
    record = working_record(proof.article)
    fields = list(fields_of(record))
    if request.method == "POST":
        keep(request, proof, fields)
        return unindexed(HttpResponseRedirect(request.path))
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
    return unindexed(render(request, "pages/proof.html", context))


@never_cache
@require_safe
def proof_pdf(request: HttpRequest, token: str) -> HttpResponse:
    return unindexed(proof_answer(opened(token).article))


@never_cache
@require_safe
def proof_picture(request: HttpRequest, token: str, galley_id: int, name: str) -> HttpResponseBase:
    """Of the files of the draft, those alone that its text shows."""
    record = working_record(opened(token).article)
    images = tuple(one for one in record.galleys if one.kind == "image")
    return unindexed(private_file(images, galley_id, name))


def opened(token: str) -> Proof:
    """404 for every link that does not lead anywhere, whether it ever did or not."""
    proof = Proof.objects.open_at(token)
    if proof is None:
        raise Http404
    return proof


def unindexed(response: Response) -> Response:
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response


def body(record: Record) -> SafeString:
    """The full text, its pictures at addresses below the link itself."""
    pictures = {
        one.name: f"files/{one.id}/{quote(one.name, safe='')}"
        for one in record.galleys
        if one.kind == "image"
    }
    return SafeString(with_addresses(clean_body(record.body), pictures))

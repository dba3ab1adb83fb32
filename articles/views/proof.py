"""The proof that an author reads by a link: confirmed, or remarked upon field by field."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.editing import working_record
from articles.models import Proof
from articles.models.proof import Remark
from articles.records.languages import LANGUAGES, prefer
from articles.records.markup import plain
from articles.records.names import full
from articles.records.record import Record

MOST_REMARKS = 200  # of one proof
MOST_LETTERS = 4_000


class Field(msgspec.Struct, frozen=True):
    """A place that the author may remark upon; `key` is its name in the form."""

    key: str
    label: str
    language: str
    text: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proof_detail(request: HttpRequest, token: str) -> HttpResponse:
    """404 for every link that does not lead anywhere, whether it ever did or not."""
    proof = Proof.objects.open_at(token)
    if proof is None:
        raise Http404
    record = working_record(proof.article)
    fields = list(fields_of(record))
    if request.method == "POST":
        keep(request, proof, fields)
        response: HttpResponse = HttpResponseRedirect(request.path)
    else:
        context = {
            "proof": proof,
            "record": record,
            "title": plain(prefer(record.title, record.language)),
            "fields": fields,
            "remarks": list(proof.remarks.all()),
            "journal": proof.article.journal,
            "is_confirmed": proof.confirmed_version == proof.article.version,
        }
        response = render(request, "pages/proof.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response


def keep(request: HttpRequest, proof: Proof, fields: list[Field]) -> None:
    """Every remark with the version that it speaks of; a confirmation is of that version alone."""
    version = proof.article.version
    typed = ((field, request.POST.get(field.key, "").strip()[:MOST_LETTERS]) for field in fields)
    said = [(field, text) for field, text in typed if text]
    room = MOST_REMARKS - proof.remarks.count()
    Remark.objects.bulk_create(
        Remark(proof=proof, field=field.label, language=field.language, text=text, version=version)
        for field, text in said[: max(room, 0)]
    )
    if "confirm" in request.POST and not said:
        proof.confirmed_at, proof.confirmed_version = timezone.now(), version
        proof.save(update_fields=["confirmed_at", "confirmed_version"])


def fields_of(record: Record) -> Iterator[Field]:
    for code in LANGUAGES:
        yield Field(f"title.{code}", _("Title"), code, plain(record.title.get(code, "")))
        authors = "; ".join(
            full(author.names[code], code) if code in author.names else ""
            for author in record.authors
        )
        yield Field(f"authors.{code}", _("Authors"), code, authors.strip("; "))
        places = "; ".join(one.name.get(code, "") for one in record.affiliations)
        yield Field(f"affiliations.{code}", _("Affiliations"), code, places.strip("; "))
        yield Field(f"abstract.{code}", _("Abstract"), code, plain(record.abstract.get(code, "")))
        keywords = ", ".join(record.keywords.get(code, ()))
        yield Field(f"keywords.{code}", _("Keywords"), code, keywords)
    numbered = (f"{number}. {one.text}" for number, one in enumerate(record.references, 1))
    yield Field("references", _("References"), "", "\n".join(numbered))
    yield Field("other", _("Everything else"), "", "")

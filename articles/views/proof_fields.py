"""The places of a proof that its author may remark upon, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Proof
from articles.models.proof import Remark
from articles.records.body import clean_body, plain_body
from articles.records.html import marked
from articles.records.languages import LANGUAGES
from articles.records.names import full
from articles.records.record import Record

MOST_REMARKS = 200  # of one proof
MOST_LETTERS = 4_000


class Field(msgspec.Struct, frozen=True):
    """A place that the author may remark upon; `key` is its name in the form."""

    key: str
    label: str
    language: str
    text: str  # safe HTML where it has marks


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
        yield Field(f"title.{code}", _("Title"), code, marked(record.title.get(code, "")))
        authors = "; ".join(
            full(author.names[code], code) if code in author.names else ""
            for author in record.authors
        )
        yield Field(f"authors.{code}", _("Authors"), code, authors.strip("; "))
        places = "; ".join(one.name.get(code, "") for one in record.affiliations)
        yield Field(f"affiliations.{code}", _("Affiliations"), code, places.strip("; "))
        yield Field(f"abstract.{code}", _("Abstract"), code, marked(record.abstract.get(code, "")))
        keywords = ", ".join(record.keywords.get(code, ()))
        yield Field(f"keywords.{code}", _("Keywords"), code, keywords)
    yield Field("body", _("Full text"), record.language, plain_body(clean_body(record.body)))
    yield Field("references", _("References"), "", numbered(one.text for one in record.references))
    latin = [one.romanized for one in record.references]
    if any(latin):
        yield Field("romanized", _("References in Latin script"), "", numbered(latin))
    yield Field("other", _("Everything else"), "", "")


def numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))

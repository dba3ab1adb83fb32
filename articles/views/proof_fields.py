"""The fields of a proof that its author may remark upon, and the saving of the remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Proof
from articles.models.proof import Remark
from articles.records.body import clean_body, plain_body
from articles.records.html import markup
from articles.records.languages import LANGUAGES, Language
from articles.records.names import full_name
from articles.records.record import Record

MOST_REMARKS = 200  # of one proof
MOST_CHARACTERS = 4_000  # of one remark


class ProofField(NamedTuple):
    """`key` is its name in the form; `language` is '' for what has none of its own."""

    key: str
    label: str
    language: str
    text: str  # safe HTML where it has markup


def save_remarks(proof: Proof, posted: Mapping[str, str], fields: Iterable[ProofField]) -> None:
    """Each remark with the version that it is about; a confirmation is of that version alone.

    A confirmation that comes with remarks does not count.
    """
    version = proof.article.version
    typed = ((field, posted.get(field.key, "").strip()[:MOST_CHARACTERS]) for field in fields)
    remarks = [
        Remark(proof=proof, field=field.label, language=field.language, text=text, version=version)
        for field, text in typed
        if text
    ]
    room = max(0, MOST_REMARKS - proof.remarks.count())
    Remark.objects.bulk_create(remarks[:room])
    if "confirm" in posted and not remarks:
        proof.confirmed_at, proof.confirmed_version = timezone.now(), version
        proof.save(update_fields=["confirmed_at", "confirmed_version"])


def proof_fields(record: Record) -> Iterator[ProofField]:
    for code in LANGUAGES:
        yield from fields_in(code, record)
    yield ProofField("body", _("Full text"), record.language, plain_body(clean_body(record.body)))
    yield from reference_fields(record)
    yield ProofField("other", _("Other"), "", "")


def fields_in(code: Language, record: Record) -> Iterator[ProofField]:
    """The fields of the article in one language."""
    authors = "; ".join(
        full_name(author.names[code], code) if code in author.names else ""
        for author in record.authors
    )
    affiliations = "; ".join(affiliation.name.get(code, "") for affiliation in record.affiliations)
    keywords = ", ".join(record.keywords.get(code, ()))
    yield ProofField(f"title.{code}", _("Title"), code, markup(record.title.get(code, "")))
    yield ProofField(f"authors.{code}", _("Authors"), code, authors.strip("; "))
    yield ProofField(f"affiliations.{code}", _("Affiliations"), code, affiliations.strip("; "))
    yield ProofField(f"abstract.{code}", _("Abstract"), code, markup(record.abstract.get(code, "")))
    yield ProofField(f"keywords.{code}", _("Keywords"), code, keywords)


def reference_fields(record: Record) -> Iterator[ProofField]:
    printed = numbered(reference.text for reference in record.references)
    yield ProofField("references", _("References"), "", printed)
    romanized = [reference.romanized for reference in record.references]
    if any(romanized):
        label = _("References in Latin script")
        yield ProofField("romanized", label, "", numbered(romanized))


def numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))

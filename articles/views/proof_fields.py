"""The fields of a proof, each with what the author reads and may remark upon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.records.body import clean_body, plain_body
from articles.records.html import markup
from articles.records.languages import LANGUAGES, Language
from articles.records.names import full_name
from articles.records.record import Record


class ProofField(NamedTuple):
    """`key` is its name in the form; `language` is '' for what has none of its own."""

    key: str
    label: str
    language: str
    text: str  # safe HTML where it has markup


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


def changed_keys(before: Record, after: Record) -> set[str]:
    """The keys of the fields whose text is not the same in the two records."""
    texts = {field.key: field.text for field in proof_fields(before)}
    return {field.key for field in proof_fields(after) if texts.get(field.key) != field.text}

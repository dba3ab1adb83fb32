"""The form and check digit of identifiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.findings import Finding, Level
from articles.records.record import Record

from .messages import fill
from .subject import Subject

Read = Callable[[str], str]


def check_identifiers(subject: Subject) -> Iterator[Finding]:
    """Each ORCID, ROR ID, DOI, EDN, IRSTI code, UDC number and ISSN is well formed."""
    for field, value, read in _identifiers(subject.record):
        try:
            if value:
                read(value)
        except InvalidValue as refusal:
            yield Finding(
                Level.BLOCKS if field != "udc" else Level.WARNS,
                field,
                None,
                fill(refusal.message, **refusal.values),
                _("Copy it again from where it is registered."),
                rule="identifiers",
            )


def check_countries(subject: Subject) -> Iterator[Finding]:
    """Each country is an ISO 3166-1 alpha-2 code; writers refuse by the same check."""
    for finding in checks.check_countries(subject.record, "identifiers"):
        yield msgspec.structs.replace(finding, check=check_countries.__name__)


def check_irsti_given(subject: Subject) -> Iterator[Finding]:
    """A scholarly article has an IRSTI code; check_required reports it if it is required."""
    if not subject.record.irsti and subject.is_scholarly and "irsti" not in subject.policy.required:
        yield Finding(
            Level.WARNS,
            "irsti",
            None,
            _("There is no IRSTI code."),
            _("Choose a code in the IRSTI rubricator, such as 11.25.40."),
        )


def _identifiers(record: Record) -> Iterator[tuple[str, str, Read]]:
    yield "doi", record.doi, identifiers.doi
    yield "edn", record.edn, identifiers.edn
    for place, code in enumerate(record.irsti, 1):
        yield f"irsti[{place}]", code, identifiers.irsti
    for place, code in enumerate(record.udc, 1):
        yield f"udc[{place}]", code, identifiers.udc
    for place, author in enumerate(record.authors, 1):
        yield f"authors[{place}].orcid", author.orcid, identifiers.orcid
    for place, affiliation in enumerate(record.affiliations, 1):
        yield f"affiliations[{place}].ror", affiliation.ror, identifiers.ror
    for place, reference in enumerate(record.references, 1):
        yield f"references[{place}].doi", reference.doi, identifiers.doi
    if record.journal:
        yield "journal.issn_print", record.journal.issn_print, identifiers.issn
        yield "journal.issn_online", record.journal.issn_online, identifiers.issn

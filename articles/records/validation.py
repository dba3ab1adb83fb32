"""Validation of a record for storage: lengths, identifiers and marks, whatever its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import identifiers, pages
from .body import foreign_pictures
from .cleaning import InvalidValue
from .countries import country_code
from .findings import Finding, Level
from .languages import Language
from .plain_fields import FIELDS, Kind, PlainField
from .record import Authorship, Record
from .urls import web_address

KEYWORD_MOST = 300
BODY_MOST = 2_000_000
NAME_MOST = 300
LIST_MOST = 2_000  # authors, references …

# Fields of a record's parts, and the characters that each may have.
PART_LENGTHS: Mapping[str, Mapping[str, int]] = {
    "authors": {"email": 254},
    "affiliations": {},  # the number of them
    "references": {"type": 30, "doi": 220},
    "funding": {"funder_id": 220, "award": 200},
    "external_files": {"label": 200, "url": 2_000},
    "galleys": {"name": 200, "path": 300, "made_from": 100},
}


def validate(record: Record) -> list[Finding]:
    """Return the findings about a record that cannot be stored; all of them block.

    The form, the imports and the reading of manuscripts use the same list.
    """
    return [finding for check in CHECKS for finding in check(record)]


def check_identifiers(record: Record) -> Iterator[Finding]:
    """Check that each identifier is in its canonical form, with its check digits."""
    yield from check_canonical(identifiers.doi, record.doi, "doi")
    yield from check_canonical(identifiers.edn, record.edn, "edn")
    for n, value in enumerate(record.irsti, 1):
        yield from check_canonical(identifiers.irsti, value, f"irsti[{n}]")
    for n, value in enumerate(record.udc, 1):
        yield from check_canonical(identifiers.udc, value, f"udc[{n}]")
    for n, value in enumerate(record.page_ranges, 1):
        yield from check_canonical(pages.page_range, value, f"page_ranges[{n}]")
    for n, author in enumerate(record.authors, 1):
        yield from check_canonical(identifiers.orcid, author.orcid, f"authors[{n}].orcid")
    for n, affiliation in enumerate(record.affiliations, 1):
        yield from check_canonical(identifiers.ror, affiliation.ror, f"affiliations[{n}].ror")
        yield from check_canonical(country_code, affiliation.country, f"affiliations[{n}].country")
    for n, relation in enumerate(record.relations, 1):
        yield from check_canonical(identifiers.doi, relation.doi, f"relations[{n}].doi")


def check_addresses(record: Record) -> Iterator[Finding]:
    """Check that each address leads to a web site: others are never made links."""
    addresses = [("licence", record.licence)]
    addresses += [(f"references[{n}].url", each.url) for n, each in enumerate(record.references, 1)]
    addresses += [
        (f"funding[{n}].funder_id", each.funder_id) for n, each in enumerate(record.funding, 1)
    ]
    addresses += [
        (f"external_files[{n}].url", each.url) for n, each in enumerate(record.external_files, 1)
    ]
    for field, address in addresses:
        if address and not web_address(address):
            message = _("“%(address)s” is not a web address. Begin it with https:// or http://.")
            yield blocking_finding(field, None, message % {"address": address[:80]})


def check_pictures(record: Record) -> Iterator[Finding]:
    """Check that the full text shows files of the article alone."""
    for address in foreign_pictures(record.body):
        yield blocking_finding("body", record.language, foreign_picture_message(address))


def foreign_picture_message(address: str) -> str:
    message = _(
        "Picture “%(address)s” is on another site. Add it to the files of the article and write "
        "only the name of the file."
    )
    return message % {"address": address[:80]}


def check_journal(record: Record) -> Iterator[Finding]:
    """Check the ISSNs of the journal."""
    if record.journal:
        for field in ("issn_print", "issn_online"):
            yield from check_canonical(
                identifiers.issn, getattr(record.journal, field), f"journal.{field}"
            )


def check_names(record: Record) -> Iterator[Finding]:
    """Check that names are plain text: tags would be printed or refused."""
    for n, author in enumerate(record.authors, 1):
        for language, part, value in name_parts(author):
            field = f"authors[{n}].{part}"
            if "<" in value or ">" in value:
                yield blocking_finding(
                    field,
                    language,
                    _("Names cannot contain markup. Delete “<”, “>” and the text between them."),
                )
            yield from check_length(value, NAME_MOST, field, language)


def name_parts(author: Authorship) -> Iterator[tuple[Language, str, str]]:
    """The parts of an author's names: language, path, value."""
    for language, name in author.names.items():
        for part in ("family", "given", "patronymic", "suffix"):
            yield language, f"names.{language}.{part}", getattr(name, part)
    for language, collective in author.collective.items():
        yield language, "collective", collective


def check_marks(record: Record) -> Iterator[Finding]:
    """Check that authors refer to affiliations that exist."""
    for n, author in enumerate(record.authors, 1):
        for mark in author.marks:
            if not 1 <= mark <= len(record.affiliations):
                yield blocking_finding(
                    f"authors[{n}].marks",
                    None,
                    _("There is no affiliation %(mark)d.") % {"mark": mark},
                )


def check_lengths(record: Record) -> Iterator[Finding]:
    """Check the lengths of texts, markup included."""
    for field in FIELDS:
        if field.max_length is not None:
            yield from check_plain_length(field, field.max_length, record)
    for language, terms in record.keywords.items():
        for n, term in enumerate(terms, 1):
            yield from check_length(term, KEYWORD_MOST, f"keywords.{language}[{n}]", language)
    yield from check_length(record.body, BODY_MOST, "body", record.language)


def check_plain_length(field: PlainField, most: int, record: Record) -> Iterator[Finding]:
    """Markup counts."""
    value = field.value_in(record)
    texts = value.items() if field.kind is Kind.TRILINGUAL else ((None, value),)
    for language, text in texts:
        yield from check_length(text, most, field.path, language)


def check_parts(record: Record) -> Iterator[Finding]:
    """Check the lengths of lists and of their parts."""
    for field, lengths in PART_LENGTHS.items():
        parts = getattr(record, field)
        if len(parts) > LIST_MOST:
            yield blocking_finding(field, None, _("The maximum is %(most)d.") % {"most": LIST_MOST})
        for n, part in enumerate(parts[:LIST_MOST], 1):
            for name, most in lengths.items():
                yield from check_length(getattr(part, name), most, f"{field}[{n}].{name}")


def check_numbers(record: Record) -> Iterator[Finding]:
    """Check that whole numbers fit their columns."""
    numbers: tuple[tuple[str, Any], ...] = (
        ("position", record.position),
        ("copyright_year", record.copyright_year),
        ("internal.review_count", record.internal.review_count),
    )
    for field, number in numbers:
        if number is not None and not 0 <= number <= 32_767:
            yield blocking_finding(field, None, _("This number is too large or negative."))


CHECKS: tuple[Callable[[Record], Iterator[Finding]], ...] = (
    check_lengths,
    check_names,
    check_identifiers,
    check_addresses,
    check_pictures,
    check_journal,
    check_marks,
    check_parts,
    check_numbers,
)


def check_canonical(normalise: Callable[[str], str], value: str, field: str) -> Iterator[Finding]:
    """Find an invalid identifier, or one that is not in its canonical form."""
    try:
        right = normalise(value) if value else ""
    except InvalidValue as refusal:
        yield blocking_finding(field, None, str(refusal))
    else:
        if right != value:
            yield blocking_finding(field, None, _("Write it as %(value)s.") % {"value": right})


def check_length(
    value: str, most: int, field: str, language: Language | None = None
) -> Iterator[Finding]:
    """Find a text that is longer than `most` characters."""
    if len(value) > most:
        yield blocking_finding(
            field,
            language,
            _("Too long: %(count)d characters. The maximum is %(most)d.")
            % {"count": len(value), "most": most},
        )


def blocking_finding(field: str, language: Language | None, message: Any) -> Finding:
    """Return a blocking finding."""
    return Finding(Level.BLOCKS, field, language, message, rule="form", check="validity")

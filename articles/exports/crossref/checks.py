"""What Crossref requires, also beyond its schema; used by the article form and by the writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.exports.characters import check_characters
from articles.exports.checks import IN_JOURNAL, MISTYPED, SHORTEN
from articles.exports.crossref.container import journal_title, registrant
from articles.exports.crossref.contributors import PLACE_LENGTH, where
from articles.exports.crossref.rights import UPDATES
from articles.exports.identifiers import is_doi
from articles.exports.record_values import full_texts, licence_of
from articles.records.credit import CREDIT_ROLES
from articles.records.facts import JournalFacts
from articles.records.findings import Finding
from articles.records.imprint import number_of, part_label, volume_of
from articles.records.languages import LANGUAGES
from articles.records.pages import pages_of
from articles.records.record import Affiliation, Authorship, Record
from articles.records.urls import galley_url

RULE = "crossref"

blocks = partial(checks.blocks, RULE)
warns = partial(checks.warns, RULE)

YEARS = range(1400, 2201)
TITLE_LENGTH = 255
NAME_LENGTH = 200
ORGANISATION_LENGTH = 511
INSTITUTION_LENGTH = 1024
NUMBER_LENGTH = 32  # of volumes, issues, pages and article numbers
OTHER_PAGES_LENGTH = 100
SUFFIX_LENGTH = 10
PART_LENGTH = 15
REGISTRANT_LENGTH = 255
ADDRESS_LENGTH = 2048
DEPOSITOR_LENGTH = 130
EMAIL_LENGTH = (6, 200)


def check(record: Record) -> Iterator[Finding]:
    """Find everything that Crossref would refuse, and what the deposit has to leave out."""
    yield from check_characters(record)
    yield from checks.check_doi(record, RULE)
    yield from checks.check_title(record, RULE)
    yield from checks.check_site(record, RULE)
    yield from checks.check_year(record, RULE)
    yield from check_years(record)
    yield from check_numbers(record)
    yield from check_addresses(record)
    yield from checks.check_names(record, RULE)
    yield from check_authors(record)
    yield from checks.check_rors(record, RULE)
    yield from checks.check_countries(record, RULE)
    yield from check_affiliations(record)
    yield from checks.check_issns(record, RULE)
    if record.journal:
        yield from check_journal(record.journal)
    yield from check_what_is_left_out(record)


def check_years(record: Record) -> Iterator[Finding]:
    """Check that years are within 1400 to 2200, as the schema requires."""
    issue = record.issue
    days = {
        "received_on": record.received_on,
        "revised_on": record.revised_on,
        "accepted_on": record.accepted_on,
        "published_on": record.published_on,
        "licence_from": record.licence_from,
        "issue.published_on": issue.published_on if issue else None,
    }
    years = {field: day.year for field, day in days.items() if day}
    if issue:
        years["issue.year"] = issue.year
    for field, year in years.items():
        if year not in YEARS:
            yield blocks(field, _("Crossref accepts years from 1400 to 2200."), MISTYPED)


def check_numbers(record: Record) -> Iterator[Finding]:
    """Check the lengths of volumes, numbers and pages, and the order of pages."""
    issue, pages = record.issue, pages_of(record)
    numbers = {
        "first_page": pages.first,
        "last_page": pages.last,
        "article_number": record.article_number,
        "issue.volume": volume_of(record),
        "issue.number": number_of(record),
    }
    for field, number in numbers.items():
        if len(number) > NUMBER_LENGTH:
            yield blocks(field, _("The Crossref limit is 32 characters."), SHORTEN)
    if issue and len(part_label(issue.part, "en")) > PART_LENGTH:
        yield blocks("issue.part", _("The Crossref limit is 15 characters."), SHORTEN)
    if len(", ".join(pages.further)) > OTHER_PAGES_LENGTH:
        yield blocks("page_ranges", _("The Crossref limit is 100 characters."), SHORTEN)
    first, last = pages.first, pages.last
    if first.isdecimal() and last.isdecimal() and int(last) < int(first):
        yield warns("last_page", _("The last page comes before the first."), MISTYPED)


def check_addresses(record: Record) -> Iterator[Finding]:
    """Check the lengths of the addresses of files; a Cyrillic letter takes 6 characters."""
    for place, galley in enumerate(record.galleys, 1):
        if galley in full_texts(record) and len(galley_url(record, galley)) > ADDRESS_LENGTH:
            yield blocks(
                f"galleys[{place}].name",
                _("The name makes an address of more than 2048 characters, the Crossref limit."),
                SHORTEN,
            )


def check_authors(record: Record) -> Iterator[Finding]:
    """Check names and roles of the authors."""
    for place, author in enumerate(record.authors, 1):
        field = f"authors[{place}]"
        if longest(author.collective.values()) > ORGANISATION_LENGTH:
            yield blocks(f"{field}.collective", _("The Crossref limit is 511 characters."), SHORTEN)
        yield from check_lengths_of_names(author, field)
        if not CREDIT_ROLES.keys() >= set(author.roles):
            yield blocks(f"{field}.roles", _("This role is not one of the 14 CRediT roles."))


def check_lengths_of_names(author: Authorship, field: str) -> Iterator[Finding]:
    """Check the lengths of an author's names."""
    for code, name in author.names.items():
        if max(len(name.family), len(name.given) + len(name.patronymic) + 1) > NAME_LENGTH:
            yield blocks(
                f"{field}.names.{code}", _("The Crossref limit is 200 characters."), SHORTEN
            )
        if len(name.suffix) > SUFFIX_LENGTH:
            yield blocks(
                f"{field}.names.{code}.suffix", _("The Crossref limit is 10 characters."), SHORTEN
            )


def check_affiliations(record: Record) -> Iterator[Finding]:
    """Check the lengths of affiliations."""
    for place, affiliation in enumerate(record.affiliations, 1):
        if longest(affiliation.name.values()) > INSTITUTION_LENGTH:
            yield blocks(
                f"affiliations[{place}].name",
                _("The Crossref limit is 1024 characters."),
                SHORTEN,
            )
        yield from check_places(affiliation, f"affiliations[{place}]")


def check_places(affiliation: Affiliation, field: str) -> Iterator[Finding]:
    """Warn of a department, or a city and country, too short or too long for the deposit."""
    least, most = PLACE_LENGTH
    places = [where(affiliation, code) for code in LANGUAGES]
    for name, values in (("unit", affiliation.unit.values()), ("city", places)):
        lengths = [len(value.strip()) for value in values if value.strip()]
        if lengths and not least <= min(lengths) <= max(lengths) <= most:
            message = _("Crossref accepts 2 to 255 characters here; otherwise it is left out.")
            yield warns(f"{field}.{name}", message)


def longest(values: Iterable[str]) -> int:
    """Return the length of the longest value."""
    return max(map(len, values), default=0)


def check_journal(journal: JournalFacts) -> Iterator[Finding]:
    """Check the title, depositor, ISSN and Crossmark DOI of the journal."""
    if not 1 <= len(journal_title(journal).strip()) <= TITLE_LENGTH:
        yield blocks(
            "journal.crossref_title",
            _("The journal's title must have 1 to 255 characters."),
            IN_JOURNAL,
        )
    yield from check_depositor(journal)
    if not journal.issn_print and not journal.issn_online:
        yield warns("journal.issn_print", _("Crossref identifies journals by ISSN."), IN_JOURNAL)
    if journal.crossmark_doi and not is_doi(journal.crossmark_doi):
        yield blocks("journal.crossmark_doi", _("This is not a DOI."), MISTYPED)


def check_depositor(journal: JournalFacts) -> Iterator[Finding]:
    """Check the depositor's name, e-mail and registrant."""
    if not 1 <= len(journal.depositor_name.strip()) <= DEPOSITOR_LENGTH:
        yield blocks(
            "journal.depositor_name", _("Crossref needs the depositor's name."), IN_JOURNAL
        )
    least, most = EMAIL_LENGTH
    if not least <= len(journal.depositor_email.strip()) <= most:
        yield blocks(
            "journal.depositor_email",
            _("Crossref needs the depositor's email address."),
            IN_JOURNAL,
        )
    if not 1 <= len(registrant(journal).strip()) <= REGISTRANT_LENGTH:
        yield blocks(
            "journal.registrant",
            _("Crossref needs the registrant, in 255 characters at most."),
            IN_JOURNAL,
        )


def check_what_is_left_out(record: Record) -> Iterator[Finding]:
    """Warn of values that the deposit cannot express."""
    policy = record.journal.crossmark_doi if record.journal else ""
    for place, relation in enumerate(record.relations, 1):
        field = f"relations[{place}]"
        if not is_doi(relation.doi):
            yield warns(f"{field}.doi", _("Crossref identifies related articles by their DOIs."))
        elif relation.kind in UPDATES and not policy:
            yield warns(
                field,
                _("Crossref receives this update only through Crossmark."),
                _("Enter the DOI of the Crossmark policy in the journal settings."),
            )
    for place, reference in enumerate(record.references, 1):
        if reference.doi and not is_doi(reference.doi):
            yield warns(f"references[{place}].doi", _("This is not a DOI."), MISTYPED)
    if (record.licence or (record.journal and record.journal.licence)) and not licence_of(record):
        yield warns("licence", _("Crossref accepts only the URL of a licence."))

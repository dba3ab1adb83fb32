"""Checks that several registries share; each finding has the rule of the format that asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from articles.exports.characters import check_characters
from articles.exports.format import Check
from articles.exports.identifiers import is_doi, is_issn, is_orcid, is_ror
from articles.exports.record_values import in_order
from articles.records.cleaning import InvalidValue
from articles.records.countries import country_code
from articles.records.findings import Finding, Level
from articles.records.imprint import year_of
from articles.records.languages import Language
from articles.records.record import Authorship, Record
from articles.records.urls import web_address


def with_characters(check_saved: Check) -> Check:
    """Return the check of any record: its characters first, then `check_saved`.

    A saved record has no control characters, so pages call `check_saved` alone.
    """

    def check(record: Record) -> Iterator[Finding]:
        yield from check_characters(record)
        yield from check_saved(record)

    return check


text_when_shown = lazy(str, str)  # translated when it is shown, as the other messages

ENTER = _("Enter it.")
MISTYPED = _("Check for a typo.")
SHORTEN = _("Shorten it.")
IN_JOURNAL = _("Enter it in the journal settings.")
ISSN_IN_JOURNAL = _("Enter it in the journal settings; a former title has its own.")


def blocks(rule: str, field: str, message: Promise | str, remedy: Promise | str = "") -> Finding:
    """Return a finding that blocks an export."""
    return Finding(Level.BLOCKS, field, None, message, remedy, rule=rule, check=rule)


def warns(rule: str, field: str, message: Promise, remedy: Promise | str = "") -> Finding:
    """Return a finding that warns."""
    return Finding(Level.WARNS, field, None, message, remedy, rule=rule, check=rule)


def check_doi(record: Record, rule: str) -> Iterator[Finding]:
    """Require a DOI of the right form."""
    if not record.doi:
        yield blocks(rule, "doi", _("The DOI is missing."), ENTER)
    else:
        yield from check_form_of_doi(record, rule)


def check_form_of_doi(record: Record, rule: str) -> Iterator[Finding]:
    """Require that a DOI, if there is one, has the right form."""
    if record.doi and not is_doi(record.doi):
        yield blocks(rule, "doi", _("This is not a DOI."), MISTYPED)


def check_title(record: Record, rule: str) -> Iterator[Finding]:
    """Require a title in any language."""
    if not in_order(record.title):
        yield blocks(rule, "title", _("The title has no text, only markup."), ENTER)


def check_site(record: Record, rule: str) -> Iterator[Finding]:
    """Require the address of the site, of which web addresses are made."""
    if not web_address(record.site):
        yield blocks(
            rule,
            "site",
            _("The site address is not set (SITE_URL). Contact the site administrator."),
        )


def check_year(record: Record, rule: str) -> Iterator[Finding]:
    """Require the year of the issue or of the publication."""
    if year_of(record) is None:
        yield blocks(rule, "published_on", _("The year of publication is missing."), ENTER)


def check_authors_and_journal(record: Record, rule: str) -> Iterator[Finding]:
    """Check authors' names and ORCIDs, RORs and countries of affiliations, the journal's ISSNs."""
    yield from check_names(record, rule)
    yield from check_rors(record, rule)
    yield from check_countries(record, rule)
    yield from check_issns(record, rule)


def check_names(record: Record, rule: str) -> Iterator[Finding]:
    """Require a name for each author, and ORCIDs of the right form."""
    for place, author in enumerate(record.authors, 1):
        field = f"authors[{place}]"
        if author.kind == "organisation":
            if not in_order(author.collective):
                yield blocks(rule, f"{field}.collective", _("The organisation has no name."), ENTER)
        elif not named_languages(author):
            yield blocks(
                rule,
                f"{field}.names",
                _("The author has no family name in any language."),
                _("Enter it. If a person has only one name, enter it as the family name."),
            )
        yield from check_orcid(author, field, rule)


def check_orcid(author: Authorship, field: str, rule: str) -> Iterator[Finding]:
    """Require that an ORCID, if there is one, has the right form and check digit."""
    if author.orcid and not is_orcid(author.orcid):
        yield blocks(rule, f"{field}.orcid", _("This is not an ORCID."), MISTYPED)


def check_rors(record: Record, rule: str) -> Iterator[Finding]:
    """Require that each ROR ID has the right form."""
    for place, affiliation in enumerate(record.affiliations, 1):
        if affiliation.ror and not is_ror(affiliation.ror):
            yield blocks(rule, f"affiliations[{place}].ror", _("This is not a ROR ID."), MISTYPED)


def check_countries(record: Record, rule: str) -> Iterator[Finding]:
    """Require that each country is an ISO 3166-1 alpha-2 code; preflight calls this, too."""
    for place, affiliation in enumerate(record.affiliations, 1):
        try:
            if affiliation.country:
                country_code(affiliation.country)
        except InvalidValue as refusal:
            yield blocks(rule, f"affiliations[{place}].country", text_when_shown(refusal))


def check_issns(record: Record, rule: str) -> Iterator[Finding]:
    """Require a journal, and ISSNs of the right form; a journal may have none."""
    if not record.journal:
        yield blocks(rule, "journal", _("The article belongs to no journal."))
        return
    for field in ("issn_print", "issn_online"):
        issn = getattr(record.journal, field)
        if issn and not is_issn(issn):
            yield blocks(rule, f"journal.{field}", _("This is not an ISSN."), MISTYPED)


def named_languages(author: Authorship) -> list[Language]:
    """Return the languages in which a person has a family name."""
    return [code for code, name in author.names.items() if name.family.strip()]

"""What Crossref demands, also what its schema lets pass: for the form and the writer alike."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exports.characters import check_characters
from articles.exports.choices import in_order, licence_of
from articles.exports.crossref.container import journal_title
from articles.exports.crossref.contributors import CREDIT, named_languages
from articles.exports.crossref.rights import UPDATES
from articles.exports.valid import is_doi, is_issn, is_orcid, is_ror
from articles.records.facts import JournalFacts
from articles.records.findings import Finding, Level
from articles.records.languages import prefer
from articles.records.record import Authorship, Record

YEARS = range(1400, 2201)
TITLE_LENGTH = 255
NAME_LENGTH = 200
ORGANISATION_LENGTH = 511
INSTITUTION_LENGTH = 1024
NUMBER_LENGTH = 32  # of volumes, issues, pages and article numbers

ENTER = _("Enter it.")
MISTYPED = _("Look for a mistyped character.")
SHORTEN = _("Shorten it.")
IN_JOURNAL = _("Enter it among the journal's facts.")


def blocks(field: str, message: Promise, remedy: Promise | str = "") -> Finding:
    return Finding(Level.BLOCKS, field, None, message, remedy, rule="crossref", check="crossref")


def warns(field: str, message: Promise, remedy: Promise | str = "") -> Finding:
    return Finding(Level.WARNS, field, None, message, remedy, rule="crossref", check="crossref")


def check(record: Record) -> Iterator[Finding]:
    yield from check_characters(record)
    yield from check_article(record)
    yield from check_dates(record)
    yield from check_numbers(record)
    yield from check_authors(record)
    yield from check_affiliations(record)
    yield from check_journal(record.journal)
    yield from check_what_is_left_out(record)


def check_article(record: Record) -> Iterator[Finding]:
    if not record.doi:
        yield blocks("doi", _("Crossref registers DOIs; the article has none."), ENTER)
    elif not is_doi(record.doi):
        yield blocks("doi", _("This is no DOI."), MISTYPED)
    if not in_order(record.title):
        yield blocks("title", _("Crossref needs a title that is more than markup."), ENTER)
    if not record.site.startswith(("http://", "https://")):
        yield blocks("site", _("The site's address is not set (SITE_URL)."))


def check_dates(record: Record) -> Iterator[Finding]:
    published, issue = record.published_on, record.issue
    if not published and not issue:
        yield blocks("published_on", _("Crossref needs the year of publication."), ENTER)
    days = ("received_on", "revised_on", "accepted_on", "published_on", "licence_from")
    for field in days:
        day = getattr(record, field)
        if day and day.year not in YEARS:
            yield blocks(field, _("Crossref takes the years 1400 to 2200."), MISTYPED)
    if issue and not (
        issue.year in YEARS and (not issue.published_on or issue.published_on.year in YEARS)
    ):
        yield blocks("issue.year", _("Crossref takes the years 1400 to 2200."), MISTYPED)


def check_numbers(record: Record) -> Iterator[Finding]:
    issue = record.issue
    numbers = {
        "first_page": record.first_page,
        "last_page": record.last_page,
        "article_number": record.article_number,
        "issue.volume": (issue.volume or issue.through_number) if issue else "",
        "issue.number": issue.number if issue else "",
        "issue.part": issue.part if issue else "",
    }
    for field, number in numbers.items():
        if len(number) > NUMBER_LENGTH:
            yield blocks(field, _("Crossref takes 32 characters at most."), SHORTEN)
    first, last = record.first_page, record.last_page
    if first.isdecimal() and last.isdecimal() and int(last) < int(first):
        yield warns("last_page", _("The last page comes before the first."), MISTYPED)


def check_authors(record: Record) -> Iterator[Finding]:
    for place, author in enumerate(record.authors, 1):
        field = f"authors[{place}]"
        if author.kind == "organisation":
            yield from check_collective(author, field)
        else:
            yield from check_person(author, field)


def check_collective(author: Authorship, field: str) -> Iterator[Finding]:
    name = prefer(author.collective, "en").strip()
    if not name:
        yield blocks(f"{field}.collective", _("The organisation has no name."), ENTER)
    if max(map(len, author.collective.values()), default=0) > ORGANISATION_LENGTH:
        yield blocks(f"{field}.collective", _("Crossref takes 511 characters at most."), SHORTEN)


def check_person(author: Authorship, field: str) -> Iterator[Finding]:
    if not named_languages(author):
        yield blocks(
            f"{field}.names",
            _("The author has no family name in any language."),
            _("Enter it; a person's only name is a family name."),
        )
    for code, name in author.names.items():
        if max(len(name.family), len(name.given) + len(name.patronymic) + 1) > NAME_LENGTH:
            yield blocks(
                f"{field}.names.{code}", _("Crossref takes 200 characters at most."), SHORTEN
            )
    if author.orcid and not is_orcid(author.orcid):
        yield blocks(f"{field}.orcid", _("This is no ORCID."), MISTYPED)
    if not CREDIT.issuperset(author.roles):
        yield blocks(f"{field}.roles", _("A role is none of CRediT's fourteen."))


def check_affiliations(record: Record) -> Iterator[Finding]:
    for place, affiliation in enumerate(record.affiliations, 1):
        field = f"affiliations[{place}]"
        if max(map(len, affiliation.name.values()), default=0) > INSTITUTION_LENGTH:
            yield blocks(f"{field}.name", _("Crossref takes 1024 characters at most."), SHORTEN)
        if affiliation.ror and not is_ror(affiliation.ror):
            yield blocks(f"{field}.ror", _("This is no ROR ID."), MISTYPED)


def check_journal(journal: JournalFacts | None) -> Iterator[Finding]:
    if not journal:
        yield blocks("journal", _("The article belongs to no journal."))
        return
    if not 1 <= len(journal_title(journal).strip()) <= TITLE_LENGTH:
        yield blocks(
            "journal.crossref_title",
            _("The journal's title has to have 1 to 255 characters."),
            IN_JOURNAL,
        )
    if not 1 <= len(journal.depositor_name.strip()) <= 130:
        yield blocks(
            "journal.depositor_name", _("Crossref needs the depositor's name."), IN_JOURNAL
        )
    if not 6 <= len(journal.depositor_email.strip()) <= 200:
        yield blocks(
            "journal.depositor_email", _("Crossref needs the depositor's e-mail."), IN_JOURNAL
        )
    if not (journal.registrant or prefer(journal.publisher, "en")).strip():
        yield blocks("journal.registrant", _("Crossref needs the registrant."), IN_JOURNAL)
    for field in ("issn_print", "issn_online"):
        issn = getattr(journal, field)
        if issn and not is_issn(issn):
            yield blocks(f"journal.{field}", _("This is no ISSN."), MISTYPED)
    if not journal.issn_print and not journal.issn_online:
        yield warns(
            "journal.issn_print", _("Crossref tells journals apart by their ISSN."), IN_JOURNAL
        )
    if journal.crossmark_doi and not is_doi(journal.crossmark_doi):
        yield blocks("journal.crossmark_doi", _("This is no DOI."), MISTYPED)


def check_what_is_left_out(record: Record) -> Iterator[Finding]:
    """What the writer cannot say, though the record does."""
    policy = record.journal.crossmark_doi if record.journal else ""
    for place, relation in enumerate(record.relations, 1):
        field = f"relations[{place}]"
        if not is_doi(relation.doi):
            yield warns(f"{field}.doi", _("Crossref learns of related articles by their DOIs."))
        elif relation.kind in UPDATES and not policy:
            yield warns(
                field,
                _("Crossref is told of this update only within Crossmark."),
                _("Enter the DOI of the journal's Crossmark policy among the journal's facts."),
            )
    for place, reference in enumerate(record.references, 1):
        if reference.doi and not is_doi(reference.doi):
            yield warns(f"references[{place}].doi", _("This is no DOI."), MISTYPED)
    if (record.licence or (record.journal and record.journal.licence)) and not licence_of(record):
        yield warns("licence", _("Crossref takes the address of a licence only."))

"""ISSN, year and pages in a DOI, compared with the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.identifiers.dois import NOT_IN_NEW_DOI
from articles.records.record import Record

from .messages import fill
from .subject import Subject

ISSN = re.compile(r"(?<![0-9])([0-9]{4}-[0-9]{3}[0-9X])(?![0-9])", re.IGNORECASE)
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
# Year, whole number, number, first page, last page: 2021-134-1-23-30.
PAGES = re.compile(r"(?:19|20)\d\d(?:[-._]\d{1,4}){1,3}[-._](\d{1,4})-(\d{1,4})$")

CORRECT_RECORD = _("A printed or registered DOI cannot change. Correct the record instead.")


def check_doi_prefix(subject: Subject) -> Iterator[Finding]:
    """The DOI has the journal's prefix. An older article may have another publisher's."""
    record = subject.record
    wanted = record.journal.doi_prefix if record.journal else ""
    prefix = record.doi.partition("/")[0]
    if wanted and prefix and prefix != wanted:
        yield Finding(
            Level.NOTES if subject.is_printed else Level.WARNS,
            "doi",
            None,
            fill(_("Prefix %(prefix)s; the journal has %(wanted)s."), prefix=prefix, wanted=wanted),
        )


def check_doi_letters(subject: Subject) -> Iterator[Finding]:
    """The journal's own new DOI has no signs that Crossref allows in old DOIs only.

    Other letters than ASCII are no DOI at all, which check_identifiers reports.
    """
    record = subject.record
    prefix, _slash, suffix = record.doi.partition("/")
    is_own = record.journal and prefix == record.journal.doi_prefix and suffix.isascii()
    if is_own and not subject.is_printed and (match := NOT_IN_NEW_DOI.search(suffix)):
        yield Finding(
            Level.WARNS,
            "doi",
            None,
            fill(
                _(
                    "“%(character)s” cannot be part of a new DOI. Use only Latin letters, digits "
                    "and - . _ ; ( ) /"
                ),
                character=match[0],
            ),
            rule="crossref",
        )


def check_doi_suffix(subject: Subject) -> Iterator[Finding]:
    """ISSN, year and pages in the suffix, if it has any, agree with the record."""
    record = subject.record
    suffix = record.doi.partition("/")[2]
    for stated, fact in _disagreements(suffix, record):
        yield Finding(
            Level.NOTES if subject.is_printed else Level.WARNS,
            "doi",
            None,
            fill(
                _("The DOI contains %(stated)s, but the record has %(fact)s."),
                stated=stated,
                fact=fact,
            ),
            CORRECT_RECORD,
        )
    if pages := stated_pages(suffix, record):
        yield Finding(
            Level.NOTES,
            "doi",
            None,
            fill(_("The DOI contains the pages %(pages)s."), pages=pages),
            _("A DOI without page numbers can be assigned before the pages are known."),
            rule="crossref",
        )


def _disagreements(suffix: str, record: Record) -> Iterator[tuple[str, str]]:
    journal = record.journal
    issns = [issn for issn in (journal.issn_print, journal.issn_online) if issn] if journal else []
    stated = ISSN.search(suffix)
    if stated and issns and stated[1].upper() not in issns:
        yield f"ISSN {stated[1]}", " / ".join(issns)
    years = _years(record)
    year = YEAR.search(ISSN.sub("", suffix))
    if year and years and int(year[1]) not in years and not _is_own_number(year[1], record):
        yield year[1], " / ".join(map(str, sorted(years)))
    pages = stated_pages(suffix, record)
    printed = f"{record.first_page}-{record.last_page}"
    if pages and record.first_page and record.last_page and pages != printed:
        yield pages, printed


def _years(record: Record) -> set[int]:
    """The years of the issue and of publication: an issue of 2023 may be published in 2024."""
    days = (record.published_on, record.issue.published_on if record.issue else None)
    return {day.year for day in days if day} | ({record.issue.year} if record.issue else set())


def _is_own_number(stated: str, record: Record) -> bool:
    """Whether it is the article's number on this site, as {id} in a DOI pattern gives it."""
    return stated == str(record.id)


def stated_pages(suffix: str, record: Record) -> str:
    """`23-30` if the last two numbers can be pages rather than issue and article, else ''."""
    match = PAGES.search(suffix)
    if not match or int(match[1]) >= int(match[2]):
        return ""
    pages = f"{match[1]}-{match[2]}"
    is_long = suffix[match.start() : match.end()].count("-") > 3
    return pages if is_long or pages == f"{record.first_page}-{record.last_page}" else ""

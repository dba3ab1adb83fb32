"""The facts of a journal and an issue as values, and records with those of their time."""

from __future__ import annotations

from datetime import date, datetime

import msgspec
from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from articles.models.article import Article
from articles.models.issue import Issue, Section
from articles.models.journal import Journal
from articles.models.listing import Listing
from articles.models.title_periods import TitlePeriod
from articles.records.facts import IssueFacts, JournalFacts, Policy
from articles.records.languages import LANGUAGES, Text, text
from articles.records.record import Record


def text_of(row: Model, column: str) -> Text:
    """The three columns of a translated field as one text."""
    return text(*(getattr(row, f"{column}_{code}") or "" for code in LANGUAGES))


def attach(record: Record, article: Article | Listing) -> Record:
    """The record with its key, site, section, journal and issue.

    Where the article has been moved since the record was saved, the record's own issue and section
    count. Asks for the rows that are not fetched yet.
    """
    issue, section = issue_of(record, article), section_of(record, article)
    return msgspec.structs.replace(
        record,
        id=article.pk,
        site=settings.SITE_URL,
        section=text_of(section, "title") if section else {},
        journal=journal_facts(article.journal, title_day(record, issue)),
        issue=issue_facts(issue) if issue else None,
    )


def with_release(record: Record, released_at: datetime | None) -> Record:
    """The released record with the day of its release, as clocks of the site show it."""
    day = timezone.localdate(released_at) if released_at else None
    return msgspec.structs.replace(record, released_on=day)


def issue_of(record: Record, article: Article | Listing) -> Issue | None:
    if record.issue_id == article.issue_id:
        return article.issue
    return Issue.objects.filter(pk=record.issue_id).first() if record.issue_id else None


def section_of(record: Record, article: Article | Listing) -> Section | None:
    if record.section_id == article.section_id:
        return article.section
    return Section.objects.filter(pk=record.section_id).first() if record.section_id else None


def title_day(record: Record, issue: Issue | None) -> date | None:
    """The day whose journal title an article has; None for today.

    The issue's, so that all its articles have one title; of an article without an issue, its own.
    """
    return issue_day(issue) if issue else record.published_on


def issue_day(issue: Issue) -> date:
    """The issue's date, or the nearest day of its year; without a date, the last of the year."""
    first, last = date(issue.year, 1, 1), date(issue.year, 12, 31)
    return max(first, min(issue.published_on, last)) if issue.published_on else last


def journal_facts(journal: Journal, day: date | None = None) -> JournalFacts:
    """The facts of a journal, its name and ISSNs as they were on that day; None for today.

    One query for the former titles, unless they are prefetched.
    """
    period = period_of(journal, day)
    return JournalFacts(
        slug=journal.slug,
        name=text_of(period or journal, "name"),
        publisher=text_of(journal, "publisher"),
        founder=text_of(journal, "founder"),
        city=text_of(journal, "city"),
        issn_print=(period or journal).issn_print,
        issn_online=(period or journal).issn_online,
        doi_prefix=journal.doi_prefix,
        crossref_title=journal.crossref_title if not period else "",
        crossmark_doi=journal.crossmark_doi,
        depositor_name=journal.depositor_name,
        depositor_email=journal.depositor_email,
        registrant=journal.registrant,
        names_first=journal.names_first,  # type: ignore[arg-type]  # one of its choices
        licence=journal.licence,
        elibrary_id=journal.elibrary_id,
        through_number_is_volume=journal.through_number_is_volume,
        policy=policy_of(journal),
    )


def period_of(journal: Journal, day: date | None) -> TitlePeriod | None:
    """The former title that the journal had on that day, if any."""
    periods = journal.title_periods.all()
    return next((period for period in periods if day and period.covers(day)), None)


def policy_of(journal: Journal) -> Policy:
    """What the journal demands of its articles."""
    return Policy(
        abstract_words={
            code: (
                getattr(journal, f"abstract_words_min_{code}"),
                getattr(journal, f"abstract_words_max_{code}"),
            )
            for code in LANGUAGES
        },
        keywords=(journal.keywords_min, journal.keywords_max),
        required=tuple(journal.required_fields.split()),
        authors_most=journal.authors_max,
        romanization_ru=journal.romanization_ru,  # type: ignore[arg-type]  # one of its choices
        romanization_kk=journal.romanization_kk,  # type: ignore[arg-type]  # one of its choices
        irsti_label_kk=journal.irsti_label_kk,
        keywords_label_kk=journal.keywords_label_kk,
    )


def issue_facts(issue: Issue) -> IssueFacts:
    return IssueFacts(
        id=issue.id,
        year=issue.year,
        volume=issue.volume,
        number=issue.number,
        part=issue.part,
        through_number=issue.through_number,
        title=text_of(issue, "title"),
        description=text_of(issue, "description"),
        published_on=issue.published_on,
        signed_on=issue.signed_on,
        cover=str(issue.cover or ""),
        pdf=str(issue.pdf or ""),
        pdf_size=issue.pdf_size,
        epub=str(issue.epub or ""),
        epub_size=issue.epub_size,
        doi_number=issue.doi_number,
    )

"""A record with the facts of its journal and issue, as they were in its time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from django.conf import settings

from articles.models.article import Article
from articles.models.issue import Issue, Section
from articles.records.facts import IssueFacts, JournalFacts, Policy
from articles.records.languages import LANGUAGES, Text, text
from articles.records.record import Record


def text_of(row: Any, column: str) -> Text:
    """The three columns of a translated field as one text, of a model or a row of its values."""
    return text(*(getattr(row, f"{column}_{code}") or "" for code in LANGUAGES))


def attach(record: Record, article: Article) -> Record:
    """The record with its key, site, section, journal and issue.

    Where the article has been moved since, the record's own issue and section count. Asks for
    rows that are not fetched yet.
    """
    issue, section = issue_of(record, article), section_of(record, article)
    return msgspec.structs.replace(
        record,
        id=article.pk,
        site=settings.SITE_URL,
        section=text_of(section, "title") if section else {},
        journal=journal_facts(article.journal, day_of(record, issue)),
        issue=issue_facts(issue) if issue else None,
    )


def issue_of(record: Record, article: Article) -> Issue | None:
    if record.issue_id == article.issue_id:
        return article.issue
    return Issue.objects.filter(pk=record.issue_id).first() if record.issue_id else None


def section_of(record: Record, article: Article) -> Section | None:
    if record.section_id == article.section_id:
        return article.section
    return Section.objects.filter(pk=record.section_id).first() if record.section_id else None


def day_of(record: Record, issue: Any | None) -> date | None:
    """The day whose journal title holds: published, or its issue's year, or today's."""
    if record.published_on:
        return record.published_on
    return issue.published_on or date(issue.year, 12, 31) if issue else None


def journal_facts(
    journal: Any, day: date | None = None, periods: Iterable[Any] | None = None
) -> JournalFacts:
    """Of a journal, or of a row of its values with its former titles.

    One query for the former titles, unless they are given or prefetched.
    """
    period = period_of(journal.title_periods.all() if periods is None else periods, day)
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
        names_first=journal.names_first,
        licence=journal.licence,
        elibrary_id=journal.elibrary_id,
        policy=policy_of(journal),
    )


def period_of(periods: Iterable[Any], day: date | None) -> Any | None:
    return next((period for period in periods if day and period.covers(day)), None)


def policy_of(journal: Any) -> Policy:
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
        romanization_ru=journal.romanization_ru,
        romanization_kk=journal.romanization_kk,
        irsti_label_kk=journal.irsti_label_kk,
        keywords_label_kk=journal.keywords_label_kk,
    )


def issue_facts(issue: Any) -> IssueFacts:
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
    )

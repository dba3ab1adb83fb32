"""The working copy of an article: its latest revision, released or not."""

from __future__ import annotations

from articles.models import Article, Revision
from articles.queries.record_facts import attach
from articles.records.record import Record


def working_record(article: Article) -> Record:
    """The latest record with facts; one query, and those for journal, issue and section."""
    return attach(latest_revision(article).record, article)


def record_at(article: Article, version: int) -> Record:
    """The record as this version of the article had it. Raises Revision.DoesNotExist."""
    return attach(Revision.objects.get(article=article, version=version).record, article)


def latest_revision(article: Article) -> Revision:
    return Revision.objects.get(article=article, version=article.version)

"""The record that editors work on: the latest revision's, released or not."""

from __future__ import annotations

from articles.models import Article, Revision
from articles.queries.record_facts import attach
from articles.records.record import Record


def working_record(article: Article) -> Record:
    """One query, and the journal's, issue's and section's where the caller has not fetched them."""
    return attach(latest_revision(article).record, article)


def latest_revision(article: Article) -> Revision:
    return Revision.objects.get(article=article, version=article.version)

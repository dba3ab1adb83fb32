"""The working copy of an article: its latest revision, released or not."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from articles.models import Article, Revision
from articles.queries.current_keys import with_current_keys
from articles.queries.record_facts import attach
from articles.queries.released_records import FactsLoader
from articles.records import json
from articles.records.record import Record


def working_record(article: Article) -> Record:
    """The latest record with facts; one query, and those for journal, issue, section and people."""
    return loaded(latest_revision(article), article)


def record_at(article: Article, version: int) -> Record:
    """The record as this version of the article had it. Raises Revision.DoesNotExist."""
    return loaded(Revision.objects.get(article=article, version=version), article)


def loaded(revision: Revision, article: Article) -> Record:
    """The record with its facts, and with the people and organisations that its keys lead to."""
    (record,) = with_current_keys([attach(revision.record, article)])
    return record


def latest_revision(article: Article) -> Revision:
    return Revision.objects.get(article=article, version=article.version)


def working_records(keys: Sequence[int], loader: FactsLoader) -> list[Record]:
    """The latest records of these articles, in this order, with facts.

    At most seven queries: records, journals, their titles, issues, sections, people, organisations.
    """
    latest = Revision.objects.filter(article__in=keys, version=F("article__version"))
    rows = latest.values_list("article_id", "article__journal_id", "stored")
    stored_records = [(pk, journal, json.load(stored)) for pk, journal, stored in rows]
    records = {record.id: record for record in loader.attach_all(stored_records)}
    return [records[key] for key in keys if key in records]

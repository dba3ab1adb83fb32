"""Articles from the package of a journal: as they were on the site that wrote it."""

from __future__ import annotations

import msgspec

from articles.dois import mark_registered_elsewhere
from articles.editing.archive import mark_archived
from articles.models import Article
from articles.records.record import Record


def restored(record: Record) -> Record:
    """The record of a package: keys of rows mean nothing on this site, even if it was its own.

    A relation to an article without a DOI leads nowhere, and is left out.
    """
    relations = tuple(relation for relation in record.relations if relation.doi)
    return msgspec.structs.replace(record, site="", relations=relations)


def mark_restored(article: Article) -> None:
    """An article of an archived issue is published as it was, and its DOI is never deposited."""
    mark_archived(article)
    if article.is_archived and article.doi:
        mark_registered_elsewhere(article)

"""The rows that search looks in, written in the transaction that saves or releases an article."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from django.db.models.expressions import Combinable

from articles.models import Article, SearchRow
from articles.records.record import Record

# Over a megabyte of lexemes is refused by tsvector.
MOST_CHARACTERS = 300_000


def write_search_row(article: Article, record: Record, scope: SearchRow.Scope) -> None:
    SearchRow.objects.update_or_create(
        article=article, scope=scope, defaults={"vector": vector_of(record)}
    )


def vector_of(record: Record) -> Combinable:
    """Title A; authors, keywords and abstract B; body C; references D."""
    return (
        weighted(record.title.values(), "A")
        + weighted([*names(record), *keywords(record), *record.abstract.values()], "B")
        + weighted([record.body], "C")
        + weighted([one.text for one in record.references], "D")
    )


def weighted(texts: Iterable[str], weight: str) -> SearchVector:
    joined = " ".join(texts)[:MOST_CHARACTERS]
    return SearchVector(Value(joined), config="simple", weight=weight)


def names(record: Record) -> list[str]:
    people = [name for author in record.authors for name in author.names.values()]
    collectives = [text for author in record.authors for text in author.collective.values()]
    return [f"{name.family} {name.given} {name.patronymic}" for name in people] + collectives


def keywords(record: Record) -> list[str]:
    return [term for terms in record.keywords.values() for term in terms]

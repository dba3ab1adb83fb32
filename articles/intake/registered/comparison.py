"""A file of Crossref compared with the articles of a journal, DOI by DOI; nothing is saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from articles.editing.working_copy import working_records
from articles.imports import Reading, read_crossref
from articles.intake.article_files import read_content
from articles.intake.importing import Importer
from articles.intake.other_journal import refuse_other_journal
from articles.models import Article, Journal
from articles.queries.released_records import FactsLoader, released_records
from articles.records.identifiers import doi_key
from articles.records.languages import prefer
from articles.records.record import Record

from .fields import FieldDifference, differences

CHUNK = 200


class ComparedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article of one side or both; `id` is that of the article here."""

    doi: str
    title: str
    id: int | None = None
    fields: tuple[FieldDifference, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    same_count: int = 0
    different: tuple[ComparedArticle, ...] = ()
    not_here: tuple[ComparedArticle, ...] = ()
    not_registered: tuple[ComparedArticle, ...] = ()  # public articles that the files lack

    @property
    def registered_count(self) -> int:
        return self.same_count + len(self.different) + len(self.not_here)


def compare(readings: Iterable[Reading], journal: Journal) -> Comparison:
    """Of several registrations of one DOI the last counts."""
    registered = {doi_key(reading.record.doi): reading for reading in readings}
    here: list[ComparedArticle] = []
    not_registered: list[ComparedArticle] = []
    for record in records_with_dois(journal):
        if reading := registered.pop(doi_key(record.doi), None):
            here.append(compared(record, tuple(differences(reading, record))))
        elif record.status in Article.PUBLIC:
            not_registered.append(compared(record))
    different = tuple(each for each in here if each.fields)
    return Comparison(
        same_count=len(here) - len(different),
        different=different,
        not_here=tuple(compared(reading.record) for reading in registered.values()),
        not_registered=tuple(not_registered),
    )


def read_registered(path: Path, importer: Importer, journal: Journal) -> list[Reading]:
    """The articles of a file of Crossref.

    Raises Unreadable for any other file, NotImported for another journal's, and OSError.
    """
    readings = read_crossref(read_content(path), importer.language)
    for reading in () if importer.is_same_journal else readings:
        refuse_other_journal(reading, journal)
    return readings


def compared(record: Record, fields: tuple[FieldDifference, ...] = ()) -> ComparedArticle:
    title = prefer(record.title, record.language)
    return ComparedArticle(doi=record.doi, title=title, id=record.id, fields=fields)


def records_with_dois(journal: Journal) -> Iterator[Record]:
    """What readers see of the public articles, then the drafts as they are."""
    articles = Article.objects.filter(journal=journal, doi__isnull=False).order_by("pk")
    yield from released_records(articles)
    drafts = list(articles.filter(released__isnull=True).values_list("pk", flat=True))
    loader = FactsLoader()
    for start in range(0, len(drafts), CHUNK):
        yield from working_records(drafts[start : start + CHUNK], loader)

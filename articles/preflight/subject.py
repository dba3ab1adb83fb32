"""The article under check: its texts one by one, its journal's policy and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from articles.records.base import Value
from articles.records.body import plain_body
from articles.records.facts import Policy
from articles.records.findings import Level
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.markup import plain
from articles.records.names import Name
from articles.records.record import Record
from articles.records.scripts import Word, language_by_letters, words

from .neighbours import Neighbours

PUBLISHED = ("published", "retracted", "withdrawn")
SCHOLARLY = ("research", "review", "short", "conference")

# The part before @ is bounded, so that a long text without spaces is searched in linear time.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+|10\.\d{4,9}/\S+")


class Passage(Value, frozen=True):
    """One text of the article, without markup. Spots count its characters."""

    field: str
    language: Language | None
    text: str


class Subject:
    """A record with its neighbours. Values that several checks need are computed once."""

    def __init__(self, record: Record, neighbours: Neighbours) -> None:
        self.record = record
        self.neighbours = neighbours
        self.policy = record.journal.policy if record.journal else Policy()
        self._blanked: dict[Passage, str] = {}
        self._words: dict[Passage, list[Word]] = {}

    @property
    def is_published(self) -> bool:
        return self.record.status in PUBLISHED

    @property
    def is_printed(self) -> bool:
        """Published here, or years ago in an issue of the archive: paper cannot be changed."""
        return self.is_published or self.neighbours.is_archived

    @property
    def blocking_level(self) -> Level:
        """The level of a rule that an old printed article may break."""
        return Level.WARNS if self.is_printed else Level.BLOCKS

    @property
    def gap_level(self) -> Level:
        """The level of a text that is missing in a language although another language has it.

        Printed so years ago, it is a note.
        """
        return Level.NOTES if self.neighbours.is_archived else Level.WARNS

    @property
    def is_scholarly(self) -> bool:
        """A research article, a review or a report, not an editorial or a notice."""
        return self.record.type in SCHOLARLY

    @cached_property
    def body(self) -> str:
        return plain_body(self.record.body)

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """Titles, abstracts, keywords, the full text and the biographies."""
        return tuple(passage for passage in self._texts() if passage.text)

    @cached_property
    def references(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self._references() if passage.text)

    @cached_property
    def names(self) -> tuple[Passage, ...]:
        """Names of people and organisations."""
        return tuple(passage for passage in self._names() if passage.text)

    @cached_property
    def statements(self) -> tuple[Passage, ...]:
        """Statements, and what bylines, affiliations and funding say beside names."""
        return tuple(
            Passage(field, code, text)
            for field, texts in self._statements()
            for code, text in texts.items()
            if text
        )

    def without_links(self, passage: Passage) -> str:
        """The text with spaces in place of links, email addresses and DOIs."""
        if passage not in self._blanked:
            self._blanked[passage] = ADDRESS.sub(
                lambda address: " " * len(address[0]), passage.text
            )
        return self._blanked[passage]

    def words(self, passage: Passage) -> list[Word]:
        if passage not in self._words:
            self._words[passage] = list(words(passage.text))
        return self._words[passage]

    def texts_in(self, language: Language) -> Iterator[Passage]:
        return (passage for passage in self.texts if passage.language == language)

    def _texts(self) -> Iterator[Passage]:
        record = self.record
        for code in LANGUAGES:
            yield Passage("title", code, plain(record.title.get(code, "")))
            yield Passage("abstract", code, plain(record.abstract.get(code, "")))
            yield Passage("keywords", code, "; ".join(record.keywords.get(code, ())))
        yield Passage("body", record.language, self.body)
        for place, author in enumerate(record.authors, 1):
            for code, bio in author.bio.items():
                yield Passage(f"authors[{place}].bio", code, bio)

    def _references(self) -> Iterator[Passage]:
        for place, reference in enumerate(self.record.references, 1):
            text = reference.text
            yield Passage(f"references[{place}].text", language_by_letters(text), text)
            yield Passage(f"references[{place}].romanized", None, reference.romanized)

    def _names(self) -> Iterator[Passage]:
        for place, author in enumerate(self.record.authors, 1):
            for code, name in author.names.items():
                yield Passage(f"authors[{place}].names", code, full_name(name))
        for place, affiliation in enumerate(self.record.affiliations, 1):
            for code, organisation in affiliation.name.items():
                yield Passage(f"affiliations[{place}].name", code, organisation)

    def _statements(self) -> Iterator[tuple[str, Text]]:
        record = self.record
        for name in ("contributions", "conflicts", "data", "thanks"):
            yield f"statements.{name}", getattr(record.statements, name)
        yield "copyright_holder", record.copyright_holder
        for place, author in enumerate(record.authors, 1):
            for name in ("collective", "degree", "academic_title", "post"):
                yield f"authors[{place}].{name}", getattr(author, name)
        for place, affiliation in enumerate(record.affiliations, 1):
            yield f"affiliations[{place}].unit", affiliation.unit
            yield f"affiliations[{place}].city", affiliation.city
        for place, funding in enumerate(record.funding, 1):
            yield f"funding[{place}].funder", funding.funder


def full_name(name: Name) -> str:
    return " ".join(filter(None, (name.family, name.given, name.patronymic, name.suffix)))

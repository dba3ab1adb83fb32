"""What a list shows of an article, small enough to read hundreds of them at once."""

from __future__ import annotations

from .base import Value
from .languages import LANGUAGES, Language, Text
from .names import Name
from .record import ArticleType, Record, RelationKind, Status


class Person(Value, frozen=True, kw_only=True):
    """An author of the byline."""

    names: dict[Language, Name] = {}
    collective: Text = {}
    author_id: int | None = None


class File(Value, frozen=True, kw_only=True):
    """A galley that readers can download."""

    id: int
    language: Language
    kind: str
    name: str
    size: int
    pages: int | None = None


class Summary(Value, frozen=True, kw_only=True):
    """An article in a list."""

    id: int
    language: Language
    type: ArticleType = "research"
    status: Status = "published"
    title: Text = {}
    authors: tuple[Person, ...] = ()
    abstract_languages: tuple[Language, ...] = ()
    doi: str = ""
    first_page: str = ""
    last_page: str = ""
    page_ranges: tuple[str, ...] = ()
    article_number: str = ""
    files: tuple[File, ...] = ()
    relations: tuple[RelationKind, ...] = ()


def summary(record: Record, id: int) -> Summary:
    """Return the summary of a record; `id` is the article's."""
    return Summary(
        id=id,
        language=record.language,
        type=record.type,
        status=record.status,
        title=record.title,
        authors=tuple(people(record)),
        abstract_languages=tuple(code for code in LANGUAGES if code in record.abstract),
        doi=record.doi,
        first_page=record.first_page,
        last_page=record.last_page,
        page_ranges=record.page_ranges,
        article_number=record.article_number,
        files=tuple(files(record)),
        relations=tuple(dict.fromkeys(relation.kind for relation in record.relations)),
    )


def people(record: Record) -> list[Person]:
    """Return the authors of the byline."""
    return [
        Person(names=author.names, collective=author.collective, author_id=author.author_id)
        for author in record.authors
    ]


def files(record: Record) -> list[File]:
    """Return the stored galleys; images belong to the body."""
    return [
        File(
            id=galley.id,
            language=galley.language,
            kind=galley.kind,
            name=galley.name,
            size=galley.size,
            pages=galley.pages,
        )
        for galley in record.galleys
        if galley.id is not None and galley.kind != "image"
    ]

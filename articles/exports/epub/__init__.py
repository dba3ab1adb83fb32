"""EPUB 3.3 of an article and of an issue, made from records alone.

XHTML with MathML, notes that open in place, contents, and metadata on accessibility. The same
records and pictures give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from articles.exports.epub.chapter import chapter_of
from articles.exports.epub.container import pack
from articles.exports.epub.issue_pages import contents_page, cover_page, title_page
from articles.exports.epub.metadata import article_metadata, issue_metadata
from articles.exports.epub.navigation import navigation
from articles.exports.epub.package_document import package_document
from articles.exports.epub.pictures import shown_pictures
from articles.records.languages import Language
from articles.records.record import Record

__all__ = ["Epub", "article_epub", "issue_epub"]

Pictures = Mapping[str, bytes]


class Epub(msgspec.Struct, frozen=True):
    """An EPUB, and what could not be shown in it, by article."""

    content: bytes
    broken: tuple[tuple[str, ...], ...] = ()  # names of pictures that are not shown
    reduced: tuple[tuple[str, ...], ...] = ()  # names of pictures that were made smaller
    loss: str = ""  # `pictures`, where they took too much time or memory


def article_epub(record: Record, pictures: Pictures) -> Epub:
    """Return the EPUB of an article; `pictures` are the images of its text, by file name."""
    shown = shown_pictures([record], [pictures])
    chapter = chapter_of(record, "article", shown.articles[0])
    files = [navigation([chapter], record.language, start=chapter.file.name), chapter.file]
    files += shown.files
    document = package_document(article_metadata(record, chapter), files, record.language)
    broken = (chapter.full_text.missing_pictures,)
    return Epub(pack([document, *files]), broken, shown.reduced, shown.loss)


def issue_epub(records: Sequence[Record], pictures: Sequence[Pictures], cover: bytes = b"") -> Epub:
    """Return the EPUB of an issue: cover, title page, contents in three languages, articles.

    `records` are in the order of the issue, at least one; `pictures` are those of each.
    """
    first, code = records[0], issue_language(records[0])
    shown = shown_pictures(records, pictures, cover)
    chapters = [
        chapter_of(record, f"article-{place}", own)
        for place, (record, own) in enumerate(zip(records, shown.articles, strict=True), 1)
    ]
    contents = contents_page(records, chapters, code)
    files = [
        *([cover_page(first, code, shown.cover)] if shown.cover else []),
        title_page(first, code),
        contents,
        navigation(chapters, code, chapters[0].file.name, contents.name),
        *(chapter.file for chapter in chapters),
        *shown.files,
    ]
    document = package_document(issue_metadata(records, chapters, code), files, code)
    broken = tuple(chapter.full_text.missing_pictures for chapter in chapters)
    return Epub(pack([document, *files]), broken, shown.reduced, shown.loss)


def issue_language(record: Record) -> Language:
    """Return the language of an issue's first pages: the first of its journal."""
    languages = record.journal.policy.languages if record.journal else ()
    return languages[0] if languages else record.language

"""The authors of each language: which bylines and affiliation lines are in it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.authors.author_lists import AuthorList, build_author_list
from articles.imports.manuscript.authors.bylines import Byline
from articles.imports.manuscript.classify.header_blocks import HeaderBlock
from articles.imports.manuscript.header.header import BlockHeaders, Header
from articles.imports.manuscript.language import detect_language, journal_language
from articles.records.languages import LANGUAGES, Language


def read_author_lists(headers: BlockHeaders, article_language: Language | None) -> list[AuthorList]:
    """Return the authors in each language, the article's own language first."""
    author_lists: dict[Language, AuthorList] = {}
    for block, header in headers:
        for language, part in _parts_by_language(block, header):
            if language not in author_lists and part.bylines:
                author_lists[language] = build_author_list(language, part)
    if not author_lists:  # only a byline of another language: its names are better than none
        parts = (part for block, header in headers for part in _split_by_letters(block, header))
        author_lists |= {language: build_author_list(language, part) for language, part in parts}
    return sorted(author_lists.values(), key=lambda authors: authors.language != article_language)


def _parts_by_language(block: HeaderBlock, header: Header) -> Iterator[tuple[Language, Header]]:
    """The header whole if it is in the language of its block, else split by the letters."""
    latin = [
        byline
        for byline in header.bylines
        if journal_language(detect_language(_names(byline))) == "en"
    ]
    if block.language and (len(latin) in (0, len(header.bylines))):
        language: Language = block.language
        if (language == "en") == bool(latin) or not header.bylines:
            yield language, header
            return
    if block.detected == "other":
        return
    yield from _split_by_letters(block, header)


def _names(byline: Byline) -> str:
    return " ".join(person.name for person in byline.people)


def _split_by_letters(block: HeaderBlock, header: Header) -> Iterator[tuple[Language, Header]]:
    """The bylines and affiliation lines of each language that has a byline."""
    for language in LANGUAGES:
        part = Header(titles=header.titles, contacts=header.contacts)
        part.bylines = [
            byline for byline in header.bylines if _is_in(language, _names(byline), block)
        ]
        part.affiliations = [
            line for line in header.affiliations if _is_in(language, line.name, block)
        ]
        own = [*part.bylines, *part.affiliations]
        part.printed_order = [
            printed for printed in header.printed_order if any(printed is line for line in own)
        ]
        if part.bylines:
            yield language, part


def _is_in(language: Language, text: str, block: HeaderBlock) -> bool:
    """Kazakh names may look Russian: then the language of the block decides."""
    detected = journal_language(detect_language(text))
    if detected == "ru" and block.language in ("kk", "ru"):
        return block.language == language
    return detected == language

"""Listing keys of a public article: its authors, keywords and titles, for public lists."""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import Listing, ListingKey
from articles.records.collation import sort_key
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import plain
from articles.records.names import inverted_name
from articles.records.record import Authorship, Record
from articles.search.folding import typed

KEY_LENGTH = 300  # characters; an index row must stay small


def listing_keys(record: Record, listing: Listing) -> Iterator[ListingKey]:
    for author in record.authors:
        yield from author_keys(author, listing)
    for code, terms in record.keywords.items():
        for term in dict.fromkeys(terms):
            yield listing_key(listing, ListingKey.Kind.KEYWORD, code, term)
    for code, title in record.title.items():
        yield listing_key(listing, ListingKey.Kind.TITLE, code, plain(title))


def author_keys(author: Authorship, listing: Listing) -> Iterator[ListingKey]:
    for code in LANGUAGES:
        name = author.names.get(code)
        if label := inverted_name(name) if name else author.collective.get(code):
            yield listing_key(listing, ListingKey.Kind.AUTHOR, code, label, author.author_id)


def listing_key(
    listing: Listing,
    kind: ListingKey.Kind,
    language: Language,
    label: str,
    author: int | None = None,
) -> ListingKey:
    return ListingKey(
        listing=listing,
        journal_id=listing.journal_id,
        kind=kind,
        language=language,
        label=label,
        key=label.casefold()[:KEY_LENGTH],
        sort_key=sort_key(label, language),
        typed=typed(label),
        author_id=author,
    )

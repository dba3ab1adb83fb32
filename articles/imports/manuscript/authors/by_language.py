"""The authors of each language, from the first header that has a byline in it."""

from __future__ import annotations

import dataclasses

from articles.imports.manuscript.authors.author_lists import AuthorList, build_author_list
from articles.imports.manuscript.authors.surnames import comparable_surname, is_same_surname
from articles.imports.manuscript.header.header import Header
from articles.records.languages import Language


def read_author_lists(headers: list[Header], article_language: Language | None) -> list[AuthorList]:
    """Return the authors in each language, the article's own language first."""
    author_lists: dict[Language, AuthorList] = {}
    for header in headers:
        if header.bylines and (language := header.language) and language not in author_lists:
            author_lists[language] = build_author_list(language, header)
    if not author_lists:
        return []
    in_order = sorted(
        author_lists.values(), key=lambda authors: authors.language != article_language
    )
    return in_order[:1] + [_in_order_of(in_order[0], other) for other in in_order[1:]]


def _in_order_of(main: AuthorList, authors: AuthorList) -> AuthorList:
    """The same people in the order of the main byline, where the surnames tell that it differs."""
    first, second = map(_surnames, (main, authors))
    order = [
        next((at for at, other in enumerate(second) if is_same_surname(surname, other)), -1)
        for surname in first
    ]
    if sorted(order) != list(range(len(second))):
        return authors
    return dataclasses.replace(
        authors,
        people=[authors.people[at] for at in order],
        affiliation_places=[authors.affiliation_places[at] for at in order],
    )


def _surnames(authors: AuthorList) -> list[str]:
    return [comparable_surname(person.name, authors.language) for person in authors.people]

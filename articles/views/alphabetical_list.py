"""Lists of authors and keywords from A to Я, in any of the three languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from articles.models.listing import ListingKey
from articles.queries.alphabet import IndexEntry, first_letters, index_entries
from articles.records.collation import CYRILLIC, LATIN
from articles.records.languages import LANGUAGES, Language

from .language_names import NATIVE_NAMES, reader_language
from .page_layout import Pagination
from .request_parameters import page_number

LINES = 500  # on a page


class Choice(NamedTuple):
    """A link to another letter or language of the list."""

    url: str
    label: str
    is_current: bool
    language: Language | str = ""


class Line(NamedTuple):
    url: str
    label: str
    article_total: int


class ListQuery(NamedTuple):
    """The query of a list's address; defaults are left out."""

    language: Language
    letter: str
    reader: Language

    def url(self, page: int = 1) -> str:
        pairs: list[tuple[str, str]] = (
            [("language", self.language)] if self.language != self.reader else []
        )
        pairs += [("letter", self.letter)] if self.letter else []
        pairs += [("page", str(page))] if page > 1 else []
        return f"?{urlencode(pairs)}"


def alphabetical_list(
    request: HttpRequest, kind: ListingKey.Kind, url_of: Callable[[IndexEntry, Language], str]
) -> dict[str, Any]:
    """The context of a page of names or terms, chosen by `?language=`, `?letter=` and `?page=`."""
    reader, number, letter = reader_language(), page_number(request), chosen_letter(request)
    language = next((code for code in LANGUAGES if code == request.GET.get("language")), reader)
    entries = index_entries(kind, language, letter, (number - 1) * LINES, LINES + 1)
    if not entries and (number > 1 or letter):
        raise Http404
    query = ListQuery(language, letter, reader)
    return {
        "lines": [
            Line(url_of(entry, reader), entry.label, entry.article_count)
            for entry in entries[:LINES]
        ],
        "language": "" if language == reader else language,
        "all_letters": Choice(query._replace(letter="").url(), "", not letter),
        "letters": letter_choices(query, first_letters(kind, language)),
        "languages": language_choices(query),
        "pagination": pagination(query, number, has_next=len(entries) > LINES),
    }


def chosen_letter(request: HttpRequest) -> str:
    """One letter of the alphabets, or ''."""
    letter = request.GET.get("letter", "")[:2].lower()
    return letter.upper() if len(letter) == 1 and letter in CYRILLIC + LATIN else ""


def letter_choices(query: ListQuery, letters: list[str]) -> list[Choice]:
    """The letters that at least one entry begins with."""
    return [
        Choice(query._replace(letter=letter).url(), letter, letter == query.letter, query.language)
        for letter in letters
    ]


def language_choices(query: ListQuery) -> list[Choice]:
    return [
        Choice(
            query._replace(language=code, letter="").url(),
            NATIVE_NAMES[code],
            code == query.language,
            code,
        )
        for code in LANGUAGES
    ]


def pagination(query: ListQuery, number: int, has_next: bool) -> Pagination:
    return Pagination(
        number=number,
        previous_url=query.url(number - 1) if number > 1 else "",
        next_url=query.url(number + 1) if has_next else "",
    )

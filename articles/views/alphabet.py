"""Lists from A to Я of authors and keywords, in any of the three languages."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.models.listing import ListingKey
from articles.queries.alphabet import IndexEntry, first_letters, index_entries
from articles.records.collation import CYRILLIC, LATIN
from articles.records.languages import LANGUAGES, Language

from .asked import page_asked
from .frame import site_frame
from .part import Part
from .rendering import page
from .words import NAMES, reader_language

LINES = 500  # on a page
Addressed = Callable[[IndexEntry, Language], str]


class Choice(Part, frozen=True):
    url: str
    label: str
    is_current: bool
    language: Language | str = ""


def alphabet_page(request: HttpRequest, kind: str, title: str, address: Addressed) -> HttpResponse:
    reader, number = reader_language(), page_asked(request)
    language = next((one for one in LANGUAGES if one == request.GET.get("language")), reader)
    letter = letter_asked(request)
    found = index_entries(kind, language, letter, (number - 1) * LINES, LINES + 1)
    if not found and (number > 1 or letter):
        raise Http404
    context = {
        "title": title,
        "names": [(one.label, address(one, reader), one.article_count) for one in found[:LINES]],
        "language": "" if language == reader else language,
        "letters": letter_choices(kind, language, letter, reader),
        "languages": language_choices(language, reader),
        "earlier": query(language, letter, number - 1, reader) if number > 1 else "",
        "later": query(language, letter, number + 1, reader) if len(found) > LINES else "",
        "number": number,
    }
    return page(site_frame(request), "alphabet", context)


def letter_asked(request: HttpRequest) -> str:
    """One letter of the alphabets, or none."""
    letter = request.GET.get("letter", "")[:2].lower()
    return letter.upper() if len(letter) == 1 and letter in CYRILLIC + LATIN else ""


def letter_choices(kind: str, language: Language, letter: str, reader: Language) -> list[Choice]:
    everything = Choice(query(language, "", 1, reader), _("All"), not letter)
    each = [
        Choice(query(language, one, 1, reader), one, one == letter, language)
        for one in first_letters(kind, language)
    ]
    return [everything, *each] if each else []


def language_choices(language: Language, reader: Language) -> list[Choice]:
    return [
        Choice(query(code, "", 1, reader), NAMES[code], code == language, code)
        for code in LANGUAGES
    ]


def query(language: Language, letter: str, number: int, reader: Language) -> str:
    pairs: list[tuple[str, str]] = [("language", language)] if language != reader else []
    pairs += [("letter", letter)] if letter else []
    pairs += [("page", str(number))] if number > 1 else []
    return f"?{urlencode(pairs)}"


def keyword_address(one: IndexEntry, reader: Language) -> str:
    return f"/{reader}/keywords/?term={quote(one.label)}"


def author_address(one: IndexEntry, reader: Language) -> str:
    """The person's page, or a search for who has none."""
    if one.author_id:
        return f"/{reader}/authors/{one.author_id}/"
    return f"/{reader}/search/?{urlencode({'author': one.key})}"


def author_page(request: HttpRequest) -> HttpResponse:
    return alphabet_page(request, ListingKey.Kind.AUTHOR, _("Authors"), author_address)


def keyword_page(request: HttpRequest) -> HttpResponse:
    return alphabet_page(request, ListingKey.Kind.KEYWORD, _("Keywords"), keyword_address)

"""Autocomplete: people and organisations by any spelling, ORCID or ROR.

Each suggestion says which inputs of the row its choice fills.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, Model, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.http import HttpRequest, JsonResponse

from articles.models import ArticleAffiliation, Author, Authorship, Organisation
from articles.models.merging import CURRENT
from articles.models.people import NAME_PARTS
from articles.models.roles import Action, articles_within
from articles.records.languages import LANGUAGES
from articles.records.scripts import fold_lookalikes
from articles.search.folding import fold

from ..country_field import country_label
from ..permissions import editor_of
from ..trilingual import trio

if TYPE_CHECKING:
    from . import ArticleAdmin

Columns = dict[str, Any]

CODE_ADDRESS = re.compile(r"https?://(?:www\.)?(?:orcid|ror)\.org/")
MAX_SUGGESTIONS = 12
MAX_QUERY = 100  # characters
MAX_WORDS = 4
MAX_CANDIDATES = 200  # rows that the database may find before the folded words are compared
NAMES = tuple(column for part in NAME_PARTS for column in trio(part))
PERSON = (*NAMES, "orcid")
PRINTED = (*trio("degree"), *trio("academic_title"), *trio("post"), "email")
ORGANISATION_NAMES = (*trio("name"), *trio("city"))
ORGANISATION = (*ORGANISATION_NAMES, "country", "ror")
PATTERN_LETTERS = 4  # of the folded word in a pattern; `matches` compares the whole word

# Folded letters and how each may be written, in Kazakh, Russian and Latin letters.
SPELLINGS = """
    иа=я,ya,ia,ja,иа,йа,â иу=ю,yu,iu,ju,иу,йу,û
    а=а,ә,a,ä,á,ə б=б,b в=в,v,w г=г,ғ,g,gh,ğ,ǵ д=д,d е=е,ё,э,e,ye,yo,je,é ж=ж,zh,j,ž з=з,z
    и=и,й,і,ы,i,y,j,ı,í к=к,қ,k,q,c,x л=л,l м=м,m н=н,ң,n,ñ,ń о=о,ө,o,ö,ó п=п,p р=р,r с=с,s т=т,t
    у=у,ұ,ү,u,ü,ú,w ф=ф,f,ph х=х,һ,kh,h,x ц=ц,ts,tz,c ч=ч,ch,č ш=ш,щ,sh,shch,sch,ş,š
    ы=ы,і,и,y,i,ı
"""
CHOICES = {
    letter: f"(?:{'|'.join(signs.split(','))})"
    for letter, signs in (pair.split("=") for pair in SPELLINGS.split())
}
SIGNS = re.compile("|".join(CHOICES) + "|.", re.DOTALL)


def people_view(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    """Known people first, then authors as printed in earlier articles. Two queries."""
    words = query_words(admin, request)
    if not words:
        return JsonResponse({"suggestions": []})
    known = search_rows(Author, NAMES, ("orcid", "spin"), words, PERSON, F("pk"), CURRENT)
    printed = search_rows(
        Authorship,
        NAMES,
        ("orcid",),
        words,
        (*PERSON, *PRINTED),
        Coalesce("author__merged_into", "author"),
        visible_articles(request),
    )
    return suggestions_response(person_suggestion(row) for row in (*known, *printed))


def organisations_view(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    """Known organisations first, then affiliations as printed in earlier articles."""
    words = query_words(admin, request)
    if not words:
        return JsonResponse({"suggestions": []})
    known = search_rows(
        Organisation, ORGANISATION_NAMES, ("ror",), words, ORGANISATION, F("pk"), CURRENT
    )
    printed = search_rows(
        ArticleAffiliation,
        ORGANISATION_NAMES,
        ("ror",),
        words,
        (*ORGANISATION, *trio("unit")),
        Coalesce("organisation__merged_into", "organisation"),
        visible_articles(request),
    )
    return suggestions_response(organisation_suggestion(row) for row in (*known, *printed))


def visible_articles(request: HttpRequest) -> Q:
    """Restricts printed rows to articles that this editor may see."""
    return articles_within(editor_of(request), Action.VIEW, "article__")


def check_may_search(admin: ArticleAdmin, request: HttpRequest) -> None:
    """Raises PermissionDenied."""
    if not admin.has_view_permission(request):
        raise PermissionDenied


def query_words(admin: ArticleAdmin, request: HttpRequest) -> list[str]:
    """The first words of `q`; none where it is a single letter."""
    check_may_search(admin, request)
    typed = CODE_ADDRESS.sub("", request.GET.get("q", "")[:MAX_QUERY])
    query = fold_lookalikes(" ".join(typed.split()))
    words = query.replace(".", " ").replace(",", " ").split()
    return words[:MAX_WORDS] if len("".join(words)) > 1 else []


def search_rows(
    model: type[Model],
    names: tuple[str, ...],
    codes: tuple[str, ...],
    words: list[str],
    columns: tuple[str, ...],
    key: Combinable,
    within: Q,
) -> list[Columns]:
    """Rows that have every word, in any spelling, in a name or a code; the newest first.

    `key` is the person or organisation that a row leads to.
    """
    candidates = reduce(and_, (may_match(word, names, codes) for word in words))
    rows = (
        model._default_manager.filter(candidates, within).order_by("-pk").values(*columns, key=key)
    )
    return [
        row
        for row in rows[:MAX_CANDIDATES]
        if all(matches(word, row, names, codes) for word in words)
    ]


def may_match(word: str, names: tuple[str, ...], codes: tuple[str, ...]) -> Q:
    """A coarse filter in the database; `matches` decides."""
    by_name = (Q(**{f"{column}__iregex": spelling_pattern(word)}) for column in names)
    by_code = (Q(**{f"{column}__icontains": word}) for column in codes)
    return reduce(or_, (*by_name, *by_code))


def spelling_pattern(word: str) -> str:
    """A pattern for `iregex` that matches the beginning of a name in any of its spellings.

    Soft signs and apostrophes between letters are skipped.
    """
    letters = SIGNS.findall(fold(word))[:PATTERN_LETTERS]
    return "[ъьʼ'’-]*".join(CHOICES.get(letter, re.escape(letter)) for letter in letters)


def matches(word: str, row: Columns, names: tuple[str, ...], codes: tuple[str, ...]) -> bool:
    """Whether the word begins a word of a name, in folded letters, or is part of a code."""
    folded = fold(word)
    name_words = (fold(part) for column in names for part in (row[column] or "").split())
    code = word.lower()
    return any(name_word.startswith(folded) for name_word in name_words) or any(
        code in (row.get(column) or "").lower() for column in codes
    )


def suggestions_response(suggestions: Iterable[Columns]) -> JsonResponse:
    """The first suggestion of each `same`: the code, or else all names, that identify it."""
    unique: dict[Any, Columns] = {}
    for suggestion in suggestions:
        unique.setdefault(suggestion.pop("same"), suggestion)
    return JsonResponse({"suggestions": list(unique.values())[:MAX_SUGGESTIONS]})


def person_suggestion(row: Columns) -> Columns:
    key = row.pop("key")
    names = [full_name(row, code) for code in LANGUAGES]
    return {
        "same": row["orcid"] or tuple(names),
        "label": " / ".join(dict.fromkeys(filter(None, names))),
        "note": row["orcid"],
        "fill": {"author": key, **filled_columns(row)},
    }


def full_name(row: Columns, code: str) -> str:
    return " ".join(filter(None, (row[f"{part}_{code}"] for part in NAME_PARTS)))


def organisation_suggestion(row: Columns) -> Columns:
    key = row.pop("key")
    names = [row[f"name_{code}"] or "" for code in LANGUAGES]
    row["country"] = country_label(row["country"])
    facts = (row["city_kk"] or row["city_en"], row["country"], row["ror"])
    return {
        "same": row["ror"] or (None, *names),
        "label": " / ".join(dict.fromkeys(filter(None, names))),
        "note": " ".join(filter(None, facts)),
        "fill": {"organisation": key, **filled_columns(row)},
    }


def filled_columns(row: Columns) -> dict[str, str]:
    return {column: value for column, value in row.items() if value}

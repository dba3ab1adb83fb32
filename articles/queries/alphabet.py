"""The questions of the alphabetical lists: letters, and the names or terms that begin with one."""

from __future__ import annotations

import msgspec
from django.db import connection
from django.db.models import Count, F, Min, QuerySet
from django.db.models.functions import ExtractYear

from articles.models.issue import Section
from articles.models.listing import Listing, ListingKey
from articles.records.collation import CYRILLIC, LATIN, sort_key
from articles.records.languages import Language

# One question a letter, answered from the index: no letter costs more for being a frequent one.
LETTERS = """
    SELECT letter FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY asked (letter, start, place)
    WHERE EXISTS (
        SELECT FROM articles_listingkey
        WHERE kind = %s AND language = %s AND sort_key >= start AND sort_key < start || '~'
    ) ORDER BY place
"""


class Name(msgspec.Struct, frozen=True):
    """A line of a list: how it is printed, what it is asked for by, how many articles it has."""

    label: str
    key: str
    article_count: int
    author_id: int | None = None


def letters(kind: str, language: Language) -> list[str]:
    """Those that something begins with, in the order of the language's alphabet."""
    order = LATIN + CYRILLIC if language == "en" else CYRILLIC + LATIN
    signs = [sign for sign in order if not (language == "ru" and sign == "ё")]
    with connection.cursor() as cursor:
        starts = [sort_key(sign, language) for sign in signs]
        cursor.execute(LETTERS, [[sign.upper() for sign in signs], starts, kind, language])
        return [letter for (letter,) in cursor.fetchall()]


def names(kind: str, language: Language, letter: str, start: int, most: int) -> list[Name]:
    """In alphabetical order; all of them for no letter. Each person of the site once a name."""
    keys = _beginning(letter, language).filter(kind=kind, language=language)
    rows = keys.values("sort_key", "key", "author_id").annotate(
        label_=Min("label"), article_count=Count("listing", distinct=True)
    )
    ordered = rows.order_by("sort_key", "key", "author_id")[start : start + most]
    return [
        Name(row["label_"], row["key"], row["article_count"], row["author_id"]) for row in ordered
    ]


def _beginning(letter: str, language: Language) -> QuerySet[ListingKey]:
    keys = ListingKey.objects.all()
    if not letter:
        return keys
    start = sort_key(letter, language)
    return keys.filter(sort_key__gte=start, sort_key__lt=f"{start}~")


def years() -> list[tuple[int, int]]:
    """With how many public articles each has, the newest first: the issue's, or the article's."""
    dated = Listing.objects.exclude(status="withdrawn")
    found: dict[int, int] = {}
    for issued, year in ((True, F("issue__year")), (False, ExtractYear("published_on"))):
        rows = dated.filter(issue__isnull=not issued).values(year_=year).annotate(n=Count("pk"))
        for row in rows:
            found[row["year_"]] = found.get(row["year_"], 0) + row["n"]
    return sorted(found.items(), reverse=True)


def sections() -> list[tuple[Section, int]]:
    """Those that have public articles, in the order of their journals."""
    listings = Listing.objects.exclude(status="withdrawn").filter(section__isnull=False)
    counts = dict(listings.values_list("section").annotate(n=Count("pk")))
    found = Section.objects.filter(pk__in=counts).select_related("journal")
    return [(one, counts[one.pk]) for one in found.order_by("journal__slug", "order", "pk")]

"""How the hits divide: by journal, year, section, language, author and keyword."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec
from django.db import connection

from articles.records.languages import Language, Text, text
from articles.search.filters import Filters
from articles.search.hits import Hit

VALUES = 12  # of a facet, the most frequent

# Counted by their tags, which stand in an index; what those of the most articles are called is
# then read from one article each.
KEYS = """
    WITH counted AS MATERIALIZED (
        SELECT kind, tag, count(*) AS article_count, min(listing_id) AS listing_id
        FROM articles_listingkey
        WHERE listing_id = ANY(%s::bigint[]) AND kind IN ('author', 'keyword') AND language = %s
        GROUP BY kind, tag
    ), most AS (
        (SELECT * FROM counted WHERE kind = 'author' ORDER BY article_count DESC, tag LIMIT %s)
        UNION ALL
        (SELECT * FROM counted WHERE kind = 'keyword' ORDER BY article_count DESC, tag LIMIT %s)
    )
    SELECT kind, value, label, article_count FROM most, LATERAL (
        SELECT coalesce(author_id::text, key) AS value, label FROM articles_listingkey named
        WHERE named.listing_id = most.listing_id AND named.language = %s
            AND named.kind IN ('author', 'keyword') AND named.tag = most.tag LIMIT 1
    ) named
    ORDER BY article_count DESC, label
"""

JOURNALS = """
    SELECT id, slug, coalesce(name_kk, ''), coalesce(name_ru, ''), coalesce(name_en, '')
    FROM articles_journal WHERE id = ANY(%s)
"""
SECTIONS = """
    SELECT id, id::text, coalesce(title_kk, ''), coalesce(title_ru, ''), coalesce(title_en, '')
    FROM articles_section WHERE id = ANY(%s)
"""
ELSEWHERE = """
    SELECT lost.value, min(label), count(DISTINCT listing_id)
    FROM articles_listingkey, unnest(%s::text[]) AS lost(value)
    WHERE kind = %s AND listing_id = ANY(%s::bigint[]) AND lost.value IN (key, author_id::text)
    GROUP BY 1
"""


class Value(msgspec.Struct, frozen=True):
    """One box to tick: what the address says, what the page shows, how many articles."""

    value: str
    label: Text | str
    count: int
    is_chosen: bool = False


class Facet(msgspec.Struct, frozen=True):
    kind: str
    values: tuple[Value, ...]


Part = Callable[[Sequence[Hit], Language], list[Value]]


def facets(
    found: Sequence[Hit], others: Mapping[str, Sequence[Hit]], filters: Filters, reader: Language
) -> list[Facet]:
    """`others`: for a facet that filters already, the hits without this filter of its own."""
    by_key = key_values(found, reader)
    made = []
    for kind in ORDER:
        among = others.get(kind, found)
        if kind in PARTS:
            values = PARTS[kind](among)
        elif kind in others:
            values = key_values(among, reader)[kind]
        else:
            values = by_key[kind]
        if kind not in PARTS:
            values += elsewhere(kind, among, values, getattr(filters, kind))
        made.append(Facet(kind, shown(values, getattr(filters, kind))))
    return [facet for facet in made if facet.values]


def shown(values: list[Value], chosen: tuple[str, ...]) -> tuple[Value, ...]:
    """The most frequent, and whatever is chosen, though it be found nowhere."""
    folded = {one.casefold() for one in chosen}
    marked = [
        msgspec.structs.replace(one, is_chosen=True) if one.value in folded else one
        for one in values
    ]
    kept = marked[:VALUES] + [one for one in marked[VALUES:] if one.is_chosen]
    known = {one.value for one in kept}
    lost = [Value(one, one, 0, True) for one in chosen if one.casefold() not in known]
    return (*kept, *lost)


def years(found: Sequence[Hit]) -> list[Value]:
    counts = Counter([hit.year for hit in found if hit.year])
    return [Value(str(year), str(year), counts[year]) for year in sorted(counts, reverse=True)]


def languages(found: Sequence[Hit]) -> list[Value]:
    counts = Counter([hit.language for hit in found])
    return [Value(code, code, count) for code, count in counts.most_common()]


def journals(found: Sequence[Hit]) -> list[Value]:
    """Of one journal alone there is nothing to choose."""
    return counted([hit.journal_id for hit in found], JOURNALS)


def sections(found: Sequence[Hit]) -> list[Value]:
    return counted([hit.section_id for hit in found if hit.section_id], SECTIONS)


def counted(keys: Sequence[int], names: str) -> list[Value]:
    """Most frequent first; `names` asks what the address and the page call them."""
    counts = Counter(keys)
    if not counts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(names, [list(counts)])
        called = {key: (value, text(*names)) for key, value, *names in cursor.fetchall()}
    return [Value(*called[key], count) for key, count in counts.most_common() if key in called]


def key_values(found: Sequence[Hit], reader: Language) -> dict[str, list[Value]]:
    """Authors and keywords in the language of the reader: the most frequent."""
    keys = array(found)
    values: dict[str, list[Value]] = {"author": [], "keyword": []}
    with connection.cursor() as cursor:
        cursor.execute(KEYS, [keys, reader, VALUES, VALUES, reader])
        for kind, value, label, count in cursor.fetchall():
            values[kind].append(Value(value, label, count))
    return values


def array(found: Sequence[Hit]) -> str:
    """Their keys in PostgreSQL's notation, for thousands take the driver longer than the answer."""
    return "{" + ",".join([str(hit.article_id) for hit in found]) + "}"


def elsewhere(
    kind: str, found: Sequence[Hit], values: Sequence[Value], chosen: tuple[str, ...]
) -> list[Value]:
    """What was chosen but is not among the values: a rare one, one of another language, a name."""
    known = {one.value for one in values}
    lost = [one for one in map(str.casefold, chosen) if one not in known]
    if not (lost and found):
        return []
    keys = array(found)
    with connection.cursor() as cursor:
        cursor.execute(ELSEWHERE, [lost, kind, keys])
        return [Value(value, label, count) for value, label, count in cursor.fetchall()]


PARTS: dict[str, Callable[[Sequence[Hit]], list[Value]]] = {
    "journal": journals,
    "year": years,
    "language": languages,
    "section": sections,
}
ORDER = ("journal", "year", "language", "section", "author", "keyword")

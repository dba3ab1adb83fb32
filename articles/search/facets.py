"""Facets: how many hits there are by journal, year, section, language, author and keyword."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from articles.records.languages import Language, Text, text
from articles.search.filters import Filters
from articles.search.hits import Hit
from journal.replica.router import read_connection

VALUES = 12  # shown of a facet, the most frequent

# Counted by tags, which the index has; only the labels of the most frequent are then read, from
# one article each.
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
SELECTED_ELSEWHERE = """
    SELECT missing.value, min(label), count(DISTINCT listing_id)
    FROM articles_listingkey, unnest(%s::text[]) AS missing(value)
    WHERE kind = %s AND listing_id = ANY(%s::bigint[]) AND missing.value IN (key, author_id::text)
    GROUP BY 1
"""


class Value(msgspec.Struct, frozen=True):
    """A value of a facet: its form in the address, its label, its number of articles."""

    value: str
    label: Text | str
    count: int
    is_selected: bool = False


class Facet(msgspec.Struct, frozen=True):
    kind: str
    values: tuple[Value, ...]


def facets(
    hits: Sequence[Hit], others: Mapping[str, Sequence[Hit]], filters: Filters, reader: Language
) -> list[Facet]:
    """The facets of `hits` that have values. `others` has, for a facet with a filter set, the hits
    without that filter.
    """
    by_key = key_values(hits, reader)
    facet_list = []
    for kind in ORDER:
        among = others.get(kind, hits)
        if kind in COUNTERS:
            values = COUNTERS[kind](among)
        elif kind in others:
            values = key_values(among, reader)[kind]
        else:
            values = by_key[kind]
        if kind not in COUNTERS:
            values += selected_elsewhere(kind, among, values, getattr(filters, kind))
        facet_list.append(Facet(kind, visible_values(values, getattr(filters, kind))))
    return [facet for facet in facet_list if facet.values]


def visible_values(values: list[Value], selected: tuple[str, ...]) -> tuple[Value, ...]:
    """The most frequent values, and all that are selected, even without articles."""
    folded = {one.casefold() for one in selected}
    marked = [
        msgspec.structs.replace(one, is_selected=True) if one.value in folded else one
        for one in values
    ]
    visible = marked[:VALUES] + [one for one in marked[VALUES:] if one.is_selected]
    known = {one.value for one in visible}
    missing = [Value(one, one, 0, True) for one in selected if one.casefold() not in known]
    return (*visible, *missing)


def years(hits: Sequence[Hit]) -> list[Value]:
    counts = Counter([hit.year for hit in hits if hit.year])
    return [Value(str(year), str(year), counts[year]) for year in sorted(counts, reverse=True)]


def languages(hits: Sequence[Hit]) -> list[Value]:
    counts = Counter([hit.language for hit in hits])
    return [Value(code, code, count) for code, count in counts.most_common()]


def journals(hits: Sequence[Hit]) -> list[Value]:
    """The journals of the hits."""
    return counted([hit.journal_id for hit in hits], JOURNALS)


def sections(hits: Sequence[Hit]) -> list[Value]:
    return counted([hit.section_id for hit in hits if hit.section_id], SECTIONS)


def counted(keys: Sequence[int], names: str) -> list[Value]:
    """The most frequent keys first; the SQL `names` selects their values and labels."""
    counts = Counter(keys)
    if not counts:
        return []
    with read_connection().cursor() as cursor:
        cursor.execute(names, [list(counts)])
        called = {key: (value, text(*names)) for key, value, *names in cursor.fetchall()}
    return [Value(*called[key], count) for key, count in counts.most_common() if key in called]


def key_values(hits: Sequence[Hit], reader: Language) -> dict[str, list[Value]]:
    """The most frequent authors and keywords in the reader's language."""
    keys = array(hits)
    values: dict[str, list[Value]] = {"author": [], "keyword": []}
    with read_connection().cursor() as cursor:
        cursor.execute(KEYS, [keys, reader, VALUES, VALUES, reader])
        for kind, value, label, count in cursor.fetchall():
            values[kind].append(Value(value, label, count))
    return values


def array(hits: Sequence[Hit]) -> str:
    """The keys of the hits as a PostgreSQL array; psycopg's own conversion of thousands is slow."""
    return "{" + ",".join([str(hit.article_id) for hit in hits]) + "}"


def selected_elsewhere(
    kind: str, hits: Sequence[Hit], values: Sequence[Value], selected: tuple[str, ...]
) -> list[Value]:
    """Selected values that are not among `values`: rare ones, or ones in another language."""
    known = {one.value for one in values}
    missing = [one for one in map(str.casefold, selected) if one not in known]
    if not (missing and hits):
        return []
    keys = array(hits)
    with read_connection().cursor() as cursor:
        cursor.execute(SELECTED_ELSEWHERE, [missing, kind, keys])
        return [Value(value, label, count) for value, label, count in cursor.fetchall()]


COUNTERS: dict[str, Callable[[Sequence[Hit]], list[Value]]] = {
    "journal": journals,
    "year": years,
    "language": languages,
    "section": sections,
}
ORDER = ("journal", "year", "language", "section", "author", "keyword")

"""Pairs of people who may be one person, each with its reasons, the surest first.

Nobody is compared with everybody: only people whose name begins alike (`PlainName.block`), and
those with one ORCID. Six queries, for any number of people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import combinations
from typing import Any

import msgspec
from django.db.models import F
from django.db.models.functions import Coalesce

from articles.models import Author, AuthorDistinction, Authorship
from articles.models.merging import CURRENT
from articles.records.languages import LANGUAGES

from .kinds import PEOPLE
from .names import (
    PlainName,
    has_contradiction,
    is_same_family,
    is_similar_family,
    plain_name,
)
from .refusals import people_by_article, roots_of_members

MOST_IN_BLOCK = 60  # the newest of a very frequent name are compared, and no more
MOST_PAIRS = 1_000  # the surest, listed until some of them are decided
NAME_COLUMNS = tuple(
    f"{part}_{code}" for code in LANGUAGES for part in ("family_name", "given_name", "patronymic")
)
Pair = tuple[int, int]  # the lower key first


class Reason(IntEnum):
    """Why two rows may be the same; the lowest is the surest."""

    IDENTIFIER = 1  # one ORCID, one ROR
    SPELLING = 2
    SIMILAR = 3


class Candidate(msgspec.Struct, frozen=True):
    first: int
    second: int
    reasons: tuple[Reason, ...]


def find_people() -> list[Candidate]:
    """The surest pairs, without those who are kept apart or wrote an article together."""
    rows = Author.objects.filter(CURRENT).order_by("-pk").values_list("pk", "orcid", *NAME_COLUMNS)
    orcids: dict[str, set[int]] = defaultdict(set)
    own_orcid: dict[int, str] = {}
    names: dict[int, list[PlainName]] = {}
    for pk, orcid, *columns in rows.iterator(chunk_size=2_000):
        names[pk] = list(plain_names(columns))
        own_orcid[pk] = orcid
        if orcid:
            orcids[orcid].add(pk)
    for orcid, person in printed_orcids():
        orcids[orcid].add(person)
    found = name_reasons(names, own_orcid)
    for pair in pairs_of(orcids.values()):
        found[pair].insert(0, Reason.IDENTIFIER)
    never = distinct_pairs()
    surest = in_order(found, never)[:MOST_PAIRS]
    together = pairs_of_articles({key for one in surest for key in (one.first, one.second)})
    return [one for one in surest if (one.first, one.second) not in together]


def plain_names(columns: list[str | None]) -> Iterator[PlainName]:
    """The different names in `NAME_COLUMNS`."""
    seen = set()
    for at in range(0, len(columns), 3):
        name = plain_name(*(column or "" for column in columns[at : at + 3]))
        if name and name not in seen:
            seen.add(name)
            yield name


def printed_orcids() -> Iterable[tuple[str, int]]:
    """The ORCIDs that articles print with people who have none, or another one."""
    rows = Authorship.objects.filter(orcid__gt="", author__isnull=False)
    rows = rows.exclude(orcid=F("author__orcid"))
    return rows.values_list("orcid", Coalesce("author__merged_into", "author")).distinct()


def name_reasons(
    names: dict[int, list[PlainName]], orcids: dict[int, str]
) -> dict[Pair, list[Reason]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for key, own in names.items():
        for block in {name.block for name in own}:
            blocks[block].append(key)
    found: dict[Pair, list[Reason]] = defaultdict(list)
    for pair in pairs_of(block[:MOST_IN_BLOCK] for block in blocks.values()):
        first, second = pair
        if orcids[first] and orcids[second]:
            continue  # two ORCIDs: two people
        if reason := compare(names[first], names[second]):
            found[pair].append(reason)
    return found


def pairs_of(groups: Iterable[Iterable[int]]) -> set[Pair]:
    """The pairs of all groups, the lower key first."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def compare(names: list[PlainName], others: list[PlainName]) -> Reason | None:
    if has_contradiction(names, others):
        return None
    both = [(one, other) for one in names for other in others]
    if any(is_same_family(*pair) for pair in both):
        return Reason.SPELLING
    return Reason.SIMILAR if any(is_similar_family(*pair) for pair in both) else None


def distinct_pairs() -> set[Pair]:
    """The pairs that editors keep apart, as the rows are merged now."""
    rows = AuthorDistinction.objects.values_list(
        Coalesce("first__merged_into", "first"), Coalesce("second__merged_into", "second")
    )
    return {(min(pair), max(pair)) for pair in rows}


def pairs_of_articles(people: set[int]) -> set[Pair]:
    """The pairs who are authors of one article."""
    return pairs_of(people_by_article(roots_of_members(PEOPLE, people)).values())


def in_order(found: dict[Pair, Any], never: set[Pair]) -> list[Candidate]:
    pairs = [Candidate(*pair, tuple(why)) for pair, why in found.items() if pair not in never]
    return sorted(pairs, key=lambda one: (one.reasons, one.first, one.second))

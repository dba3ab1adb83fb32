"""Pairs of organisations that may be one, each with its reasons, the surest first.

Only those that share a rare word of their names, a whole name or a ROR are compared. Three
queries, for any number of organisations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import F
from django.db.models.functions import Coalesce
from rapidfuzz import fuzz

from articles.models import ArticleAffiliation, Organisation, OrganisationDistinction
from articles.models.merging import CURRENT
from articles.records.languages import LANGUAGES
from articles.search.folding import typed

from .candidates import Candidate, Pair, Reason, in_order, pairs_of

SIMILAR = 90  # of 100
RARE = 60  # a word that more organisations have, such as `university`, tells nothing
LETTERS = 4  # shorter words are no names
NAMES = tuple(f"name_{code}" for code in LANGUAGES)


def find_organisations() -> list[Candidate]:
    """All pairs, without those that are kept apart, and without those of two countries."""
    rows = Organisation.objects.filter(CURRENT).values_list("pk", "ror", "country", *NAMES)
    rors: dict[str, set[int]] = defaultdict(set)
    names: dict[int, set[str]] = {}
    facts: dict[int, tuple[str, str]] = {}
    for pk, ror, country, *columns in rows.iterator(chunk_size=2_000):
        names[pk] = set(plain_names(columns))
        facts[pk] = ror, country
        if ror:
            rors[ror].add(pk)
    for ror, organisation in printed_rors():
        rors[ror].add(organisation)
    found = name_reasons(names, facts)
    for pair in pairs_of(rors.values()):
        found[pair].insert(0, Reason.IDENTIFIER)
    return in_order(found, distinct_pairs())


def plain_names(columns: Iterable[str | None]) -> Iterator[str]:
    """The words of each name in plain letters, in alphabetical order."""
    for name in filter(None, columns):
        yield " ".join(sorted(typed(name).split()))


def printed_rors() -> Iterable[tuple[str, int]]:
    rows = ArticleAffiliation.objects.filter(ror__gt="", organisation__isnull=False)
    rows = rows.exclude(ror=F("organisation__ror"))
    current = Coalesce("organisation__merged_into", "organisation")
    return rows.values_list("ror", current).distinct()


def name_reasons(
    names: dict[int, set[str]], facts: dict[int, tuple[str, str]]
) -> dict[Pair, list[Reason]]:
    whole: dict[str, set[int]] = defaultdict(set)
    by_word: dict[str, set[int]] = defaultdict(set)
    for key, own in names.items():
        for name in own:
            whole[name].add(key)
            for word in name.split():
                if len(word) >= LETTERS:
                    by_word[word].add(key)
    found: dict[Pair, list[Reason]] = defaultdict(list)
    rare = (keys for keys in by_word.values() if len(keys) <= RARE)
    for pair in pairs_of(whole.values()) | pairs_of(rare):
        reason = compare(*(names[key] for key in pair))
        if reason and not is_contradicted(*(facts[key] for key in pair)):
            found[pair].append(reason)
    return found


def compare(names: set[str], others: set[str]) -> Reason | None:
    if names & others:
        return Reason.SPELLING
    is_similar = any(fuzz.ratio(one, other) >= SIMILAR for one in names for other in others)
    return Reason.SIMILAR if is_similar else None


def is_contradicted(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether both have a ROR or a country, and not the same."""
    return any(a and b and a != b for a, b in zip(one, other, strict=True))


def distinct_pairs() -> set[Pair]:
    rows = OrganisationDistinction.objects.values_list(
        Coalesce("first__merged_into", "first"), Coalesce("second__merged_into", "second")
    )
    return {(min(pair), max(pair)) for pair in rows}

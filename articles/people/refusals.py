"""What forbids a merge: rows that are gone, kept apart, or authors of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import ListingKey
from articles.records.cleaning import InvalidValue

from .kinds import PEOPLE, Kind


class NotMerged(InvalidValue):
    """Nothing was changed; the message says why and what to do."""


def check_current(kind: Kind, rows: dict[int, Any], keys: set[int]) -> None:
    """Raises NotMerged unless each of the locked rows exists and is merged into no other."""
    if keys - rows.keys():
        raise NotMerged(_("One of these records no longer exists. Open the list again."))
    for row in rows.values():
        if row.merged_into_id:
            merge = active_merges(kind).get(merged=row)
            raise NotMerged(
                _(
                    "“%(name)s” has been merged into “%(kept)s” (%(editor)s). Nothing was changed. "
                    "Open the list again."
                ),
                name=row,
                kept=merge.kept,
                editor=merge.editor or "–",
            )


def active_merges(kind: Kind) -> Any:
    """The merges that are not undone."""
    rows = kind.merges.objects.filter(undone_at__isnull=True)
    return rows.select_related("merged", "kept", "editor")


def roots_of_members(kind: Kind, keys: Iterable[int]) -> dict[int, int]:
    """By key, of the rows and of all that are merged into them, the row that is kept now."""
    members = kind.rows.objects.filter(Q(pk__in=keys) | Q(merged_into__in=keys))
    return dict(members.values_list("pk", Coalesce("merged_into", "pk")))


def check_not_kept_apart(kind: Kind, roots: dict[int, int]) -> None:
    """Raises NotMerged if an editor called two of the rows, or rows merged into them, different."""
    pairs = kind.distinctions.objects.filter(first__in=roots, second__in=roots)
    for pair in pairs.select_related("first", "second", "editor"):
        if roots[pair.first_id] != roots[pair.second_id]:
            raise NotMerged(
                _(
                    "“%(first)s” and “%(second)s” are kept apart as different (%(editor)s). "
                    "Take that back first."
                ),
                first=pair.first,
                second=pair.second,
                editor=pair.editor or "–",
            )


def check_not_of_one_article(rows: dict[int, Any], roots: dict[int, int]) -> None:
    """Raises NotMerged if two of the people are authors of one article, as edited or released."""
    for article, people in people_by_article(roots).items():
        if len(people) > 1:
            first, second = sorted(people)[:2]
            raise NotMerged(
                _(
                    "“%(first)s” and “%(second)s” are both authors of article № %(article)s, so "
                    "they are two people. If the article names the wrong person, correct it first."
                ),
                first=rows[first],
                second=rows[second],
                article=article,
            )


def people_by_article(roots: dict[int, int]) -> dict[int, set[int]]:
    """The people of each article that has any of them: two queries."""
    printed = PEOPLE.printed.objects.filter(author__in=roots).values_list("article", "author")
    public = ListingKey.objects.filter(author__in=roots).values_list("listing", "author").distinct()
    people: dict[int, set[int]] = defaultdict(set)
    for article, person in (*printed, *public):
        if person is not None:
            people[article].add(roots[person])
    return people

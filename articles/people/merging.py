"""Merging rows of one person or organisation, keeping different ones apart, and undoing both.

A merged row stays, with `merged_into`. Bylines and revisions are not written; what readers see
(listings, their keys) is made anew in the same transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import User
from articles.records.languages import LANGUAGES, Language

from .kinds import PEOPLE, Kind
from .public_pages import show_change
from .refusals import (
    NotMerged,
    active_merges,
    check_current,
    check_not_kept_apart,
    check_not_of_one_article,
    roots_of_members,
)

Changes = dict[str, dict[str, list[str]]]  # merged | kept: column: [before, after]


@transaction.atomic
def merge_rows(
    kind: Kind,
    kept_key: int,
    merged_keys: Iterable[int],
    *,
    spellings: Mapping[Language, int] | None = None,
    editor: User | None = None,
) -> Any:
    """Merges rows into the one that is kept, and returns it.

    `spellings` are the rows whose names it has from now on, by language. Of two editors who merge
    a row at once, the second gets NotMerged, as for whatever else forbids it.
    """
    keys = {kept_key, *merged_keys}
    rows = lock(kind, keys)
    if len(keys) < 2:
        raise NotMerged(_("Choose at least two records."))
    check_current(kind, rows, keys)
    roots = roots_of_members(kind, keys)
    check_not_kept_apart(kind, roots)
    if kind is PEOPLE:
        check_not_of_one_article(rows, roots)
    kept, merged = rows[kept_key], [rows[key] for key in sorted(keys - {kept_key})]
    changes = take_over(kind, kept, merged, spellings or {})
    for row in merged:
        row.merged_into = kept
        row.save()
        kind.merges.objects.create(merged=row, kept=kept, changes=changes[row.pk], editor=editor)
    kept.save()
    kind.rows.objects.filter(merged_into__in=merged).update(merged_into=kept)
    show_change(kind, list(roots))
    return kept


def lock(kind: Kind, keys: Iterable[int]) -> dict[int, Any]:
    """The rows, locked in the order of their keys until the transaction ends."""
    rows = kind.rows.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    return {row.pk: row for row in rows}


def take_over(
    kind: Kind, kept: Any, merged: list[Any], spellings: Mapping[Language, int]
) -> dict[int, Changes]:
    """Gives the kept row names and codes of the others; returns what changed, by merged row."""
    changes: dict[int, Changes] = {row.pk: {"kept": {}, "merged": {}} for row in merged}
    for language in LANGUAGES:
        if source := source_of_name(kind, kept, merged, language, spellings.get(language)):
            for column in kind.columns_of_name(language):
                set_column(kept, column, getattr(source, column), changes[source.pk]["kept"])
    for column in (kind.identifier, *kind.codes):
        source = next((row for row in merged if getattr(row, column)), None)
        if source and not getattr(kept, column):
            set_column(kept, column, getattr(source, column), changes[source.pk]["kept"])
            if column == kind.identifier:
                set_column(source, column, "", changes[source.pk]["merged"])
    return changes


def source_of_name(
    kind: Kind, kept: Any, merged: list[Any], language: Language, chosen: int | None
) -> Any:
    """The row whose name is taken over; None where the kept row has its own."""
    if chosen == kept.pk or (chosen is None and kind.has_name(kept, language)):
        return None
    named = [row for row in merged if kind.has_name(row, language)]
    return next((row for row in named if chosen in (None, row.pk)), None)


def set_column(row: Any, column: str, value: str | None, changed: dict[str, list[str]]) -> None:
    before = getattr(row, column) or ""
    if before != (value or ""):
        changed[column] = [before, value or ""]
        setattr(row, column, value or "")


@transaction.atomic
def undo_merge(kind: Kind, merge_key: int, *, editor: User | None = None) -> Any:
    """Parts the merged row again, with all that was merged into it before; returns the merge.

    What an editor changed in the kept row since stays. Raises NotMerged.
    """
    merge = kind.merges.objects.select_for_update(of=("self",)).filter(pk=merge_key).first()
    if merge is None:
        raise NotMerged(_("This merge no longer exists."))
    if merge.undone_at:
        raise NotMerged(
            _("This merge has already been undone (%(by)s)."), by=merge.undone_by or "–"
        )
    rows = lock(kind, (merge.kept_id, merge.merged_id))
    kept, merged = rows[merge.kept_id], rows[merge.merged_id]
    if kept.merged_into_id:
        raise NotMerged(
            _("“%(name)s” has itself been merged into “%(kept)s”. Undo that merge first."),
            name=kept,
            kept=kept.merged_into,
        )
    members = list(roots_of_members(kind, [kept.pk]))
    merge.undone_at, merge.undone_by = timezone.now(), editor
    merge.save()
    put_back(kind, kept, merged, merge.changes)
    part(kind, merged, members)
    show_change(kind, members)
    return merge


def put_back(kind: Kind, kept: Any, merged: Any, changes: Changes) -> None:
    """Gives both rows the values from before the merge, except those that have changed since."""
    for column, (before, after) in changes.get("kept", {}).items():
        if (getattr(kept, column) or "") == after:
            setattr(kept, column, before)
    kept.save()
    for column, (before, _after) in changes.get("merged", {}).items():
        if not kind.rows.objects.filter(**{column: before}).exists():
            setattr(merged, column, before)


def part(kind: Kind, merged: Any, members: list[int]) -> None:
    """Saves the row as current, and under it the rows that had been merged into it."""
    kept_by: dict[int, list[int]] = defaultdict(list)
    for merge in active_merges(kind).filter(merged__in=members):
        kept_by[merge.kept_id].append(merge.merged_id)
    below = list(kept_by[merged.pk])
    for key in below:
        below += kept_by[key]
    merged.merged_into = None
    merged.save()
    kind.rows.objects.filter(pk__in=below).update(merged_into=merged)


@transaction.atomic
def keep_apart(kind: Kind, keys: Iterable[int], *, editor: User | None = None) -> None:
    """Remembers for good that these rows are all different. Raises NotMerged for a merged one."""
    wanted = set(keys)
    check_current(kind, lock(kind, wanted), wanted)
    if len(wanted) < 2:
        raise NotMerged(_("Choose at least two records."))
    kind.distinctions.objects.bulk_create(
        (
            kind.distinctions(first_id=first, second_id=second, editor=editor)
            for first, second in combinations(sorted(wanted), 2)
        ),
        ignore_conflicts=True,
    )


def take_back_distinction(kind: Kind, key: int) -> None:
    """The two rows may be merged, and are proposed again."""
    kind.distinctions.objects.filter(pk=key).delete()

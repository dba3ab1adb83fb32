"""The history of an article: what each revision changed, and restoring earlier values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Revision, User
from articles.records.cleaning import InvalidValue
from articles.records.diff import Change, Path, changes, comparable
from articles.records.json import from_tree
from articles.records.record import Record

from .saving import save_article
from .working_copy import latest_revision


class StatusNotRestorable(InvalidValue):
    """The status of an article cannot be restored from its history."""


class RevisionWithChanges(msgspec.Struct, frozen=True):
    """A revision and its changes from the previous one."""

    revision: Revision
    changes: tuple[Change, ...]


def history(article: Article) -> Iterator[RevisionWithChanges]:
    """All revisions with their changes, the newest first. One query, two revisions in memory."""
    rows = Revision.objects.filter(article=article).select_related("editor").order_by("-version")
    newer: Revision | None = None
    for revision in rows.iterator(chunk_size=50):
        if newer:
            yield RevisionWithChanges(newer, tuple(changes(revision.record, newer.record)))
        newer = revision
    if newer:
        yield RevisionWithChanges(newer, ())


def restore(
    article: Article,
    version: int,
    *,
    path: Path = (),
    editor: User | None = None,
    reason: str = "",
) -> Revision:
    """Saves the article with the value that `version` had at `path`, or with all of that version.

    The status is never restored. Raises Revision.DoesNotExist, StatusNotRestorable, EditConflict.
    """
    old = Revision.objects.get(article=article, version=version).record
    latest = latest_revision(article)
    record = restored_record(latest.record, old, path)
    return save_article(record, article=article, base=latest.version, editor=editor, reason=reason)


def restored_record(now: Record, old: Record, path: Path) -> Record:
    if not path:
        return msgspec.structs.replace(old, status=now.status)
    if path[0] == "status":
        raise StatusNotRestorable(_("Change the status on the Publish page, not in the history."))
    tree = comparable(now)
    set_value(tree, path, value_at(comparable(old), path))
    return from_tree(tree)


def value_at(tree: Any, path: Path) -> Any:
    """The value at the path, or None."""
    for part in path:
        if isinstance(tree, dict):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def set_value(tree: Any, path: Path, value: Any) -> None:
    """Sets the value at the path; None removes it."""
    *parents, last = path
    for part in parents:
        tree = tree.setdefault(part, {}) if isinstance(tree, dict) else tree[part]
    if value is not None:
        tree[last] = value
    elif isinstance(tree, dict):
        tree.pop(last, None)
    else:
        del tree[last]

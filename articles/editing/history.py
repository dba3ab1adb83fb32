"""History: who changed which field in which language, when; and going back to it."""

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
    """What is asked back is not changed by going back."""


class Entry(msgspec.Struct, frozen=True):
    """One save: the revision, and what it changed against the one before."""

    revision: Revision
    changes: tuple[Change, ...]


def history(article: Article) -> Iterator[Entry]:
    """Every save, the newest first; two revisions in memory at a time, one query."""
    rows = Revision.objects.filter(article=article).select_related("editor").order_by("-version")
    newer: Revision | None = None
    for revision in rows.iterator(chunk_size=50):
        if newer:
            yield Entry(newer, tuple(changes(revision.record, newer.record)))
        newer = revision
    if newer:
        yield Entry(newer, ())


def restore(
    article: Article,
    version: int,
    *,
    path: Path = (),
    editor: User | None = None,
    reason: str = "",
) -> Revision:
    """Saves the article with what `version` had at `path` (title.kk, authors …), or with all of it.

    Where it stands (status) is not history's to change. Raises Revision.DoesNotExist, NotHistorys.
    """
    old = Revision.objects.get(article=article, version=version).record
    latest = latest_revision(article)
    record = restored(latest.record, old, path)
    return save_article(record, article=article, base=latest.version, editor=editor, reason=reason)


def restored(now: Record, old: Record, path: Path) -> Record:
    if not path:
        return msgspec.structs.replace(old, status=now.status)
    if path[0] == "status":
        raise StatusNotRestorable(_("Change the status on the Publish page, not in the history."))
    tree = comparable(now)
    put(tree, path, value_at(comparable(old), path))
    return from_tree(tree)


def value_at(tree: Any, path: Path) -> Any:
    """What stands there, or None."""
    for part in path:
        if isinstance(tree, dict):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def put(tree: Any, path: Path, value: Any) -> None:
    """Sets what stands there; None takes it away."""
    *parents, last = path
    for part in parents:
        tree = tree.setdefault(part, {}) if isinstance(tree, dict) else tree[part]
    if value is not None:
        tree[last] = value
    elif isinstance(tree, dict):
        tree.pop(last, None)
    else:
        del tree[last]

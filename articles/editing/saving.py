"""save_article, the only function that writes an article's rows."""

from __future__ import annotations

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Journal, Revision, SearchRow, User
from articles.records import json
from articles.records.merge import Merge, merge
from articles.records.record import Record
from articles.search.engine import engine

from .dois import check_doi
from .links import find_links
from .permissions import check_permission
from .uploads import with_confirmed_files
from .writing import write_columns, write_rows


class EditConflict(Exception):
    """Another editor changed the same field differently; nothing was saved.

    `merge` has the conflicts and the merged rest, `theirs` is the other editor's revision.
    """

    def __init__(self, merge: Merge, theirs: Revision) -> None:
        super().__init__(_("Another editor changed the same fields. Choose which text to keep."))
        self.merge = merge
        self.theirs = theirs


class UnknownRevision(ValueError):
    """The version that the editor began from does not exist."""


@transaction.atomic
def save_article(
    record: Record,
    *,
    journal: Journal | None = None,
    article: Article | None = None,
    base: int | None = None,
    editor: User | None = None,
    reason: str = "",
    even_if_same: bool = False,
) -> Revision:
    """Saves the record as a new article of `journal`, or as the next revision of `article`.

    `base` is the version that the editor began from (None: the latest). If the article has changed
    since, changes to other fields are merged. Returns the new revision, or the latest if nothing
    differs. Raises EditConflict, UnknownRevision, FrozenDoi, ChangeNotPermitted, InvalidValue,
    FileGone, and IntegrityError for what the database refuses (a DOI that another article has).
    """
    record = json.clean(json.without_facts(record))
    if article is None:
        if journal is None:
            raise ValueError("A new article needs its journal.")
        record = find_links(record).unlink_deleted(record)
        check_permission(editor, Article(journal=journal), None, record)
        return _write(Article(journal=journal), None, record, editor, reason)
    locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    revisions = {
        revision.version: revision
        for revision in Revision.objects.filter(
            article=locked, version__in={locked.version, locked.version if base is None else base}
        )
    }
    latest = revisions[locked.version]
    began_from = revisions.get(locked.version if base is None else base)
    before, base_record = latest.record, (began_from or latest).record
    links = find_links(record, before, base_record)
    record = links.as_in(base_record, record)
    if began_from is not latest:
        record = _merged(began_from, latest, record)
    record = links.unlink_deleted(links.as_in(before, record))
    if record == before and not even_if_same:
        return latest
    check_permission(editor, locked, links.unlink_deleted(before), record)
    return _write(locked, before, record, editor, reason)


def _merged(base: Revision | None, latest: Revision, mine: Record) -> Record:
    if base is None:
        raise UnknownRevision(
            _("The version this form was opened on was not found. Open the article again.")
        )
    result = merge(base.record, latest.record, mine)
    if result.conflicts:
        raise EditConflict(result, latest)
    return result.record


def _write(
    article: Article, before: Record | None, record: Record, editor: User | None, reason: str
) -> Revision:
    check_doi(article, record.doi)
    record = with_confirmed_files(record)
    article.version += 1
    write_columns(article, record)
    article.save()
    galley_keys = write_rows(article, before, record)
    record = with_galley_keys(record, galley_keys)
    revision = Revision.objects.create(
        article=article,
        version=article.version,
        editor=editor,
        reason=reason,
        stored=json.write(record).decode(),
    )
    engine.write(article, record, SearchRow.Scope.EDITORS)
    return revision


def with_galley_keys(record: Record, keys: dict[int, int]) -> Record:
    """The record with the keys of new galleys, by their places; two may have one file."""
    if not keys:
        return record
    galleys = tuple(
        galley if galley.id is not None else msgspec.structs.replace(galley, id=keys[place])
        for place, galley in enumerate(record.galleys, 1)
    )
    return msgspec.structs.replace(record, galleys=galleys)

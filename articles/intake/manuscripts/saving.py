"""What an editor has looked at becomes a draft, or the next revision of its article."""

from __future__ import annotations

import msgspec
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles.editing import save_article
from articles.models import Article, Manuscript, Revision, User
from articles.records.record import Record
from articles.records.validation import validity

from ..import_errors import NotImported, from_database, from_findings


def save_draft(manuscript: Manuscript, record: Record, editor: User | None) -> Revision:
    """A new article of the manuscript's journal; raises NotImported, FrozenDoi, Unprintable."""
    return save(manuscript, msgspec.structs.replace(record, status="draft"), editor)


def save_correction(
    manuscript: Manuscript, record: Record, base: int, editor: User | None
) -> Revision:
    """The next revision of its article; raises what save_draft does, and EditConflict."""
    return save(manuscript, record, editor, base)


def save(
    manuscript: Manuscript, record: Record, editor: User | None, base: int | None = None
) -> Revision:
    if found := validity(record):
        raise NotImported(from_findings(found))
    try:
        with transaction.atomic():
            locked = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
            refuse_twice(locked)
            revision = save_article(
                record,
                journal=locked.journal,
                article=locked.article,
                base=base,
                editor=editor,
                reason=_("from the file %(name)s") % {"name": locked.name},
            )
            locked.article, locked.state = revision.article, Manuscript.State.SAVED
            locked.save(update_fields=["article", "state"])
    except DatabaseError as error:
        raise from_database(error) from error
    return revision


def refuse_twice(manuscript: Manuscript) -> None:
    """Two presses of one button make one article."""
    if manuscript.state != Manuscript.State.READ:
        raise AlreadySaved(manuscript.article)


class AlreadySaved(Exception):
    """The file has been made an article before."""

    def __init__(self, article: Article | None) -> None:
        super().__init__(_("This file has been saved already."))
        self.article = article

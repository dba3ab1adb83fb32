"""Saving a read manuscript: as a draft, or as the next version of the article that it corrects."""

from __future__ import annotations

import msgspec
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles.editing import save_article
from articles.models import Article, Journal, Manuscript, Revision, User
from articles.records import json
from articles.records.cleaning import InvalidValue
from articles.records.record import Record
from articles.records.validation import validate

from ..import_errors import NotImported, database_refusal, reasons_of
from .queue import discard_manuscript, read_manuscript
from .uploads import keep_file


class ReviewCount(msgspec.Struct, frozen=True):
    """How many values the reader offered on the review page, and how many the editor changed."""

    offered: int
    changed: int


class AlreadySaved(Exception):
    """The manuscript was saved as an article before."""

    def __init__(self, article: Article | None) -> None:
        super().__init__(_("This file has already been saved."))
        self.article = article


class NotSaved(Exception):
    """The file could not be read, or its draft not be saved."""


def save_draft(
    manuscript: Manuscript, record: Record, editor: User | None, count: ReviewCount | None = None
) -> Revision:
    """A new article; raises AlreadySaved, NotImported, FrozenDoi, Unprintable."""
    draft = msgspec.structs.replace(record, status="draft")
    return save(manuscript, draft, editor, count=count)


def save_correction(
    manuscript: Manuscript, record: Record, base: int, editor: User | None
) -> Revision:
    """The next version of its article, made from version `base`.

    Raises what save_draft does, and EditConflict.
    """
    return save(manuscript, record, editor, base)


def save(
    manuscript: Manuscript,
    record: Record,
    editor: User | None,
    base: int | None = None,
    count: ReviewCount | None = None,
) -> Revision:
    if findings := validate(record):
        raise NotImported(reasons_of(findings))
    try:
        with transaction.atomic():
            locked = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
            if locked.state != Manuscript.State.READ:
                raise AlreadySaved(locked.article)
            revision = save_article(
                record,
                journal=locked.journal,
                article=locked.article,
                base=base,
                editor=editor,
                reason=_("from the file %(name)s") % {"name": locked.name},
            )
            locked.article, locked.state = revision.article, Manuscript.State.SAVED
            if count:
                locked.offered, locked.changed = count.offered, count.changed
            locked.save(update_fields=["article", "state", "offered", "changed"])
    except DatabaseError as error:
        raise database_refusal(error) from error
    return revision


def save_file(data: bytes, name: str, journal: Journal) -> Article:
    """Reads a file and saves its draft without a review, for `read_manuscript --save`.

    Raises NotSaved or InvalidValue, and then keeps nothing.
    """
    manuscript = keep_file(ContentFile(data, name), journal, None)
    read_manuscript(manuscript)
    try:
        if manuscript.state == Manuscript.State.REFUSED:
            raise NotSaved(manuscript.why)
        return save_draft(manuscript, json.load(manuscript.stored), None).article
    except (NotImported, NotSaved, InvalidValue) as error:
        discard_manuscript(manuscript)
        raise NotSaved(str(error)) from error

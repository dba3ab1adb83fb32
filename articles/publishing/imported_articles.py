"""Articles that come from a file as published: made public here as the file says they stand."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.models import Article, Revision, User
from articles.records.record import Record

from .publication import (
    correct_article,
    express_concern,
    publish_article,
    release_as,
    retract_article,
    withdraw_article,
)
from .release import release


class ImportPublisher(msgspec.Struct, frozen=True, kw_only=True):
    """`override` is a chief editor's reason to publish in spite of blocking findings."""

    editor: User | None = None
    override: str = ""

    def publish(self, article: Article, told: Record) -> Revision:
        """With the date and the standing that the file tells.

        Raises Blocked, or ValueError where the file tells no date.
        """
        if told.published_on is None:
            raise ValueError("Only what has a date is published from a file.")
        revision = publish_article(
            article, published_on=told.published_on, editor=self.editor, override=self.override
        )
        if told.status == "withdrawn":
            return withdraw_article(article, reason=_("imported"), editor=self.editor)
        if told.status == "retracted":
            record = working_record(article)
            return release_as(article, record, "retracted", self.editor, _("imported"))
        return revision

    def settle(self, notice: Article) -> None:
        """What a published notice says of other articles of this site, told there too."""
        for relation in working_record(notice).relations:
            target = Article.objects.public().with_doi(relation.doi).first()
            if target is None:
                continue
            if relation.kind == "retracts" and target.status != Article.Status.RETRACTED:
                retract_article(target, notice, editor=self.editor)
                release(notice)
            elif relation.kind == "corrects":
                correct_article(target, notice, editor=self.editor)
            elif relation.kind == "expresses_concern":
                express_concern(target, notice, editor=self.editor)

"""Publishing imported articles with the status that their file gives."""

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
    """Publishes imported articles. `override` is the reason for publishing despite errors."""

    editor: User | None = None
    override: str = ""

    def despite_errors(self, reason: str) -> ImportPublisher:
        """The publisher that publishes articles with errors too, for this reason."""
        return msgspec.structs.replace(self, override=self.override or reason)

    def publish(self, article: Article, imported: Record) -> Revision:
        """Publishes the article with the date and status of the imported record.

        Raises Blocked, or ValueError if the record has no date of publication.
        """
        if imported.published_on is None:
            raise ValueError("An imported article needs a date of publication.")
        revision = publish_article(
            article, published_on=imported.published_on, editor=self.editor, override=self.override
        )
        if imported.status == "withdrawn":
            return withdraw_article(article, reason=_("imported"), editor=self.editor)
        if imported.status == "retracted":
            record = working_record(article)
            return release_as(article, record, "retracted", self.editor, _("imported"))
        return revision

    def settle(self, notice: Article) -> None:
        """Applies a published notice to the articles of this site that it corrects or retracts."""
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

"""Publishing imported articles with the status that their file gives."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.models import Article, Revision, User
from articles.records.record import Record

from .publication import apply_notice, publish_article, release_as, withdraw_article


class ImportPublisher(msgspec.Struct, frozen=True, kw_only=True):
    """Publishes imported articles. `override` is the reason for publishing despite errors."""

    editor: User | None = None
    override: str = ""

    def despite_errors(self, reason: str) -> ImportPublisher:
        """The publisher that publishes articles with errors too, for this reason."""
        return msgspec.structs.replace(self, override=self.override or reason)

    def publish(self, article: Article, imported: Record) -> Revision:
        """Publishes the article with the date and status of the imported record.

        What a notice does to other articles is done by `settle`, when all of them are public.
        Raises Blocked, or ValueError if the record has no date of publication.
        """
        if imported.published_on is None:
            raise ValueError("An imported article needs a date of publication.")
        revision = publish_article(
            article,
            published_on=imported.published_on,
            editor=self.editor,
            override=self.override,
            with_notices=False,
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
            target = Article.objects.readable().with_doi(relation.doi).first()
            if target is None:
                continue
            if relation.kind != "retracts" or target.status != Article.Status.RETRACTED:
                apply_notice(relation.kind, target, notice, editor=self.editor)

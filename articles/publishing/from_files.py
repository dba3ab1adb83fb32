"""Articles that come from a file as published: made public here as the file says they stand."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.models import Article, Revision, User
from articles.records.record import Record, Relation

from .publication import publish_article, release_as, retract_article, withdraw_article
from .relations import relate
from .release import release


class FromFiles(msgspec.Struct, frozen=True, kw_only=True):
    """`override` is a chief editor's reason to publish in spite of blocking findings."""

    editor: User | None = None
    override: str = ""

    def publish(self, article: Article, told: Record) -> Revision:
        """With the date and the standing that the file tells; raises Blocked."""
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

    def settle(self, article: Article) -> None:
        """What a published notice says of another article of this site, written there too."""
        for relation in working_record(article).relations:
            target = Article.objects.public().with_doi(relation.doi).first()
            if target and self._tell(article, relation, target):
                release(article)

    def _tell(self, notice: Article, relation: Relation, target: Article) -> bool:
        """Whether the other article was told."""
        if relation.kind == "retracts" and target.status != Article.Status.RETRACTED:
            retract_article(target, notice, editor=self.editor)
            return True
        if relation.kind == "corrects":
            relate(notice, target, "corrects", "corrected_by", self.editor)
            release(target)
            return True
        return False

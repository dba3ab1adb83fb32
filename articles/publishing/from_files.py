"""Articles that come from a file as published: made public here as the file says they stand."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.models import Article, Revision
from articles.records.record import Record

from .publication import publish_article, release_as, retract_article, withdraw_article
from .relations import relate
from .release import release


def publish(article: Article, told: Record) -> Revision:
    """With the date and the standing that the file tells; raises Blocked."""
    if told.published_on is None:
        raise ValueError("Only what has a date is published from a file.")
    revision = publish_article(article, published_on=told.published_on)
    if told.status == "withdrawn":
        return withdraw_article(article, reason=_("imported"))
    if told.status == "retracted":
        return release_as(article, working_record(article), "retracted", None, _("imported"))
    return revision


def settle(article: Article) -> None:
    """What a published notice says of another article of this site, written there too."""
    for relation in working_record(article).relations:
        target = Article.objects.public().with_doi(relation.doi).first()
        if target is None:
            continue
        if relation.kind == "retracts" and target.status != Article.Status.RETRACTED:
            retract_article(target, article)
            release(article)
        elif relation.kind == "corrects":
            relate(article, target, "corrects", "corrected_by")
            release(target)
            release(article)

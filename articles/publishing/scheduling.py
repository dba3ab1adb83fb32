"""Scheduled publication."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.editing.permissions import ChangeNotPermitted
from articles.models import Article, Issue, Listing, User
from articles.preflight.blocked import Blocked
from articles.queries.work_queues import scheduled_articles

from .publication import publish_article
from .release import write_listing

logger = logging.getLogger(__name__)


def schedule_article(article: Article, at: datetime | None, *, editor: User | None = None) -> None:
    """Sets the time of publication, or removes it with None. Raises ValueError if public."""
    if article.is_public:
        raise ValueError("A public article cannot be scheduled.")
    article.scheduled_for = at
    article.scheduled_by = editor if at else None
    article.save(update_fields=["scheduled_for", "scheduled_by"])


def publish_due(now: datetime | None = None) -> list[Article]:
    """Publishes the articles that are due, each in its own transaction. Blocked ones are logged.

    Several workers may run it: rows that another worker has locked are skipped.
    """
    now = now or timezone.now()
    due = scheduled_articles(now)
    published = []
    for pk in due.order_by("scheduled_for", "pk").values_list("pk", flat=True):
        if article := _publish_if_due(pk, now):
            published.append(article)
    return published


@transaction.atomic
def mark_arrived(now: datetime | None = None) -> None:
    """Marks articles and issues that were stored with a later date as changed when it has come.

    Publishing refuses such dates. Lists leave out what was stored with one before; from its day
    on, it has keys, and harvesters and the page cache have to learn of it.
    """
    arrived = Listing.objects.listable().filter(changed_at__date__lt=F("published_on"))
    for listing in arrived.select_related("article__released"):
        if released := listing.article.released:
            write_listing(listing.article, released.record, now or timezone.now())
    for issue in Issue.objects.public().filter(facts_changed_at__date__lt=F("published_on")):
        issue.save(update_fields=["facts_changed_at"])


@transaction.atomic
def _publish_if_due(pk: int, now: datetime) -> Article | None:
    rows = Article.objects.select_for_update(of=("self",), skip_locked=True)
    article = rows.filter(pk=pk, scheduled_for__lte=now).first()
    if article is None or article.scheduled_for is None or article.is_public:
        return None
    day = article.published_on or timezone.localtime(article.scheduled_for).date()
    try:
        publish_article(article, published_on=day, editor=article.scheduled_by)
    except (Blocked, ChangeNotPermitted) as blocked:
        logger.warning("article %s is due and blocked: %s", pk, blocked)
        return None
    Article.objects.filter(pk=pk).update(scheduled_for=None, scheduled_by=None)
    return article

"""Publishing, correcting, retracting and withdrawing articles, each as a released revision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing import save_article, working_record
from articles.editing.checks import check_article
from articles.models import Article, Revision, User
from articles.preflight.blocked import Blocked
from articles.preflight.dates import published_ahead
from articles.records.findings import blocking
from articles.records.identifiers import doi_key
from articles.records.record import Record, RelationKind, Status

from .article_pdfs import with_current_pdf
from .epubs import with_current_epub
from .public_issue_files import take_back_files
from .relations import is_about, lock_article, relate
from .release import release


class PublishedAhead(Blocked):
    """The date of publication is after today. No reason overrides that."""

    def __init__(self, published_on: date) -> None:
        super().__init__([published_ahead(published_on)])

    def __str__(self) -> str:
        (finding,) = self.findings
        return f"{finding.message} {finding.remedy}"


def require_not_ahead(published_on: date) -> None:
    """Raises PublishedAhead for a day after today, in the site's time zone."""
    if published_on > timezone.localdate():
        raise PublishedAhead(published_on)


@transaction.atomic
def publish_article(
    article: Article,
    *,
    published_on: date,
    editor: User | None = None,
    override: str = "",
    with_notices: bool = True,
) -> Revision:
    """Publishes the latest revision with the date that the editor confirmed.

    Raises Blocked for blocking findings, unless a chief editor's reason for `override` is given,
    which becomes the reason of the revision; PublishedAhead for a date in the future. A notice that
    becomes public is applied to the articles that it names (`articles_noticed`), unless the caller
    does that later, as an import.
    """
    require_not_ahead(published_on)
    article = lock_article(article)
    record = msgspec.structs.replace(working_record(article), published_on=published_on)
    errors = blocking(check_article(record))
    if errors and not override:
        raise Blocked(errors)
    if record.status not in ("draft", "ready"):
        return release_as(article, record, record.status, editor, override)
    revision = release_as(article, record, "published", editor, override)
    for kind, target in articles_noticed(article, record) if with_notices else ():
        apply_notice(kind, target, article, editor=editor)
    return revision


def articles_noticed(notice: Article, record: Record) -> list[tuple[RelationKind, Article]]:
    """The articles that publishing a notice corrects, doubts or retracts; two queries at most.

    Those of its own journal that readers can read; a retracted one is not retracted again.
    """
    relations = [relation for relation in record.relations if relation.kind in NOTICE_ACTIONS]
    if not relations:
        return []
    wanted = Q(pk__in=[relation.article_id for relation in relations if relation.article_id])
    wanted |= Q(key__in=[doi_key(relation.doi) for relation in relations if relation.doi])
    rows = Article.objects.readable().alias(key=Lower("doi")).filter(wanted, journal=notice.journal)
    return [
        (relation.kind, article)
        for article in rows.select_related("journal", "released").order_by("pk")
        for relation in relations
        if is_about(relation, article)
        and not (relation.kind == "retracts" and article.status == Article.Status.RETRACTED)
    ]


def apply_notice(
    kind: RelationKind, article: Article, notice: Article, *, editor: User | None = None
) -> None:
    """Corrects, doubts or retracts the article by a public notice. Nothing for other relations."""
    if action := NOTICE_ACTIONS.get(kind):
        action(article, notice, editor=editor)


@transaction.atomic
def retract_article(article: Article, notice: Article, *, editor: User | None = None) -> Revision:
    """The article stays readable and marked everywhere; it and its notice name each other.

    Both are released, so that readers see it at once.
    """
    relate(notice, article, "retracts", "retracted_by", editor)
    release(notice)
    article = lock_article(article)
    return release_as(article, working_record(article), "retracted", editor, _("retracted"))


@transaction.atomic
def correct_article(article: Article, notice: Article, *, editor: User | None = None) -> Revision:
    """Links the article with its correction and releases both."""
    return _link_notice(article, notice, "corrects", "corrected_by", editor)


@transaction.atomic
def express_concern(article: Article, notice: Article, *, editor: User | None = None) -> Revision:
    """Links the article with its expression of concern and releases both."""
    return _link_notice(article, notice, "expresses_concern", "concern_expressed_by", editor)


NOTICE_ACTIONS: dict[RelationKind, Callable[..., Revision]] = {
    "corrects": correct_article,
    "expresses_concern": express_concern,
    "retracts": retract_article,
}


def _link_notice(
    article: Article,
    notice: Article,
    kind: RelationKind,
    inverse: RelationKind,
    editor: User | None,
) -> Revision:
    relate(notice, article, kind, inverse, editor)
    release(notice)
    return release(article)


@transaction.atomic
def withdraw_article(article: Article, *, reason: str, editor: User | None = None) -> Revision:
    """Withdraws the article: its page shows only the withdrawal and the reason.

    The PDF and the EPUB of its issue that were made here have its text, and are taken back too.
    """
    article = lock_article(article)
    if article.issue:
        take_back_files(article.issue)
    return release_as(article, working_record(article), "withdrawn", editor, reason)


def release_as(
    article: Article, record: Record, status: Status, editor: User | None, reason: str
) -> Revision:
    """Saves the article with the status, its PDF and EPUB made anew if need be, and releases it.

    The database requires a released revision for a public status, so that is set first.
    """
    if article.released_id is None:
        article.released_id = Revision.objects.get(article=article, version=article.version).pk
        article.save(update_fields=["released"])
    save_article(
        with_current_epub(with_current_pdf(msgspec.structs.replace(record, status=status))),
        article=article,
        editor=editor,
        reason=reason,
        even_if_same=bool(reason),  # a reason is saved even if nothing else differs
    )
    return release(article)

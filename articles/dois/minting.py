"""Minting, reserving and cancelling DOIs, and marking those registered elsewhere."""

from __future__ import annotations

import msgspec
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.editing import save_article, working_record
from articles.models import Article, Issue, RetiredDoi, Revision, User

from .patterns import doi_by_pattern


class DoiNotChanged(ValueError):
    """The DOI was not changed; the message says why."""


def mint_doi(article: Article, *, editor: User | None = None) -> Revision:
    """Saves the article with a DOI by its journal's pattern.

    Raises DoiNotChanged if it has a DOI or another article has this one, UnusablePattern,
    EditConflict.
    """
    if article.doi:
        raise DoiNotChanged(_("The article already has the DOI %(doi)s.") % {"doi": article.doi})
    record = working_record(article)
    doi = doi_by_pattern(record, article.journal.doi_pattern)
    if other := Article.objects.with_doi(doi).first():
        raise DoiNotChanged(
            _("“%(article)s” has the DOI %(doi)s.") % {"article": other, "doi": doi}
        )
    try:
        with transaction.atomic():
            return save_article(
                msgspec.structs.replace(record, doi=doi),
                article=article,
                base=article.version,
                editor=editor,
                reason=_("DOI assigned by the journal's pattern"),
            )
    except IntegrityError as error:
        raise DoiNotChanged(
            _("%(doi)s was just assigned to another article.") % {"doi": doi}
        ) from error


@transaction.atomic
def mint_issue_dois(issue: Issue, *, editor: User | None = None) -> list[Article]:
    """Mints DOIs for all articles of the issue that have none, or for none on an error."""
    articles = issue.articles.filter(doi__isnull=True).order_by("position", "pk")
    without_doi = list(articles.select_related("journal", "issue", "section"))
    for article in without_doi:
        mint_doi(article, editor=editor)
        article.refresh_from_db()
    return without_doi


def reserve_doi(article: Article) -> None:
    """Reserves the DOI for print, so that it cannot change. Raises DoiNotChanged without a DOI."""
    if not article.doi:
        raise DoiNotChanged(_("There is no DOI to reserve."))
    if article.doi_state == Article.DoiState.NONE:
        _set_state(article, Article.DoiState.RESERVED)


def mark_registered_elsewhere(article: Article) -> None:
    """Marks the DOI as registered by another system, so that it is never sent automatically.

    Raises DoiNotChanged without a DOI.
    """
    if not article.doi:
        raise DoiNotChanged(_("There is no DOI to mark."))
    if article.doi_state != Article.DoiState.REGISTERED:
        _set_state(article, Article.DoiState.ELSEWHERE)


@transaction.atomic
def cancel_doi(article: Article, *, reason: str, editor: User | None = None) -> Revision:
    """Cancels a reserved DOI, which is never used again.

    Raises DoiNotChanged without a reason, and for a DOI that is not reserved or already public.
    """
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if not reason.strip():
        raise DoiNotChanged(_("Enter the reason for cancelling the DOI."))
    if not article.doi or article.is_public or article.doi_state != Article.DoiState.RESERVED:
        raise DoiNotChanged(_("Only a reserved DOI of an unpublished article can be cancelled."))
    RetiredDoi.objects.create(doi=article.doi, article=article, reason=reason, by=editor)
    _set_state(article, Article.DoiState.NONE)
    record = msgspec.structs.replace(working_record(article), doi="")
    return save_article(record, article=article, editor=editor, reason=reason)


def _set_state(article: Article, state: Article.DoiState) -> None:
    article.doi_state = state
    article.save(update_fields=["doi_state"])

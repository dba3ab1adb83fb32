"""Reserving and cancelling DOIs, and marking those registered elsewhere."""

from __future__ import annotations

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing import save_article, working_record
from articles.models import Article, RetiredDoi, Revision, User

from .clashes import DoiNotChanged


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

"""Rules on DOIs: a printed, published or registered one is frozen, a cancelled one never reused."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.models import Article, RetiredDoi
from articles.records.cleaning import InvalidValue
from articles.records.identifiers import doi_key


class FrozenDoi(InvalidValue):
    """The DOI cannot be changed to this one; the message says why."""


def is_frozen(article: Article) -> bool:
    return bool(article.doi) and (article.is_public or article.doi_state != Article.DoiState.NONE)


def check_doi(article: Article, doi: str) -> None:
    """Raises FrozenDoi if the article may not get this DOI. No query if it does not change."""
    if doi == (article.doi or ""):
        return
    if is_frozen(article):
        raise FrozenDoi(
            _("The DOI %(doi)s cannot be changed: it is %(why)s."),
            doi=article.doi,
            why=freezing_state(article),
        )
    if doi and RetiredDoi.objects.filter(key=doi_key(doi)).exists():
        raise FrozenDoi(_("The DOI %(doi)s was cancelled and cannot be used again."), doi=doi)


def freezing_state(article: Article) -> object:
    if article.doi_state == Article.DoiState.NONE:
        return article.get_status_display()
    return article.get_doi_state_display()

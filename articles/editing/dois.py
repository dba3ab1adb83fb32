"""A DOI that was printed, published or registered does not change; one given up is never used."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.models import Article, RetiredDoi
from articles.records.cleaning import InvalidValue
from articles.records.identifiers import doi_key


class FrozenDoi(InvalidValue):
    """The DOI may not become this; the message says why."""


def is_frozen(article: Article) -> bool:
    return bool(article.doi) and (article.is_public or article.doi_state != Article.DoiState.NONE)


def check_doi(article: Article, doi: str) -> None:
    """Raises FrozenDoi. No query where the DOI stays as it is."""
    if doi == (article.doi or ""):
        return
    if is_frozen(article):
        raise FrozenDoi(
            _("The DOI %(doi)s cannot be changed: it is %(why)s."),
            doi=article.doi,
            why=why_frozen(article),
        )
    if doi and RetiredDoi.objects.filter(key=doi_key(doi)).exists():
        raise FrozenDoi(_("The DOI %(doi)s was cancelled and cannot be used again."), doi=doi)


def why_frozen(article: Article) -> object:
    if article.doi_state == Article.DoiState.NONE:
        return article.get_status_display()
    return article.get_doi_state_display()

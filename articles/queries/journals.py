"""Journals as their pages need them: with look, contacts and the titles of their own pages."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from articles.models.journal import Journal
from articles.models.journal_pages import Page

JOURNALS = 100  # listed on the site's home at most


def journal_with_pages(slug: str) -> Journal | None:
    """`journal.pages.all()` asks nothing more."""
    return with_pages(Journal.objects.filter(slug=slug)).first()


def site_journals() -> list[Journal]:
    """The journals of the site in order; where there is one, it is the whole site's."""
    return list(with_pages(Journal.objects.in_order())[:JOURNALS])


def with_pages(journals: QuerySet[Journal]) -> QuerySet[Journal]:
    return journals.select_related("look", "contacts").prefetch_related(menu_pages("pages"))


def menu_pages(lookup: str) -> Prefetch[str]:
    """The pages of journals, in the order of the menu; `lookup` leads to them."""
    return Prefetch(lookup, Page.objects.for_menu())

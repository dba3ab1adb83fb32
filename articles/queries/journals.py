"""Journals as their pages need them: with look, contacts and the titles of their own pages."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from articles.models.journal import Journal
from articles.models.journal_pages import Page

JOURNALS = 100  # listed on the site's home at most


def journal_with_pages(slug: str) -> Journal | None:
    """`journal.pages.all()` asks nothing more."""
    return with_pages(Journal.objects.filter(slug=slug)).first()


def only_journal() -> Journal | None:
    """The journal of a site that has no other: its layout is also that of the site's pages."""
    journals = list(Journal.objects.in_order().select_related("look", "contacts")[:2])
    if len(journals) != 1:
        return None
    prefetch_related_objects(journals, menu_pages("pages"))
    return journals[0]


def site_journals() -> list[Journal]:
    """The journals of the site in order."""
    return list(with_pages(Journal.objects.in_order())[:JOURNALS])


def with_pages(journals: QuerySet[Journal]) -> QuerySet[Journal]:
    return journals.select_related("look", "contacts").prefetch_related(menu_pages("pages"))


def menu_pages(lookup: str) -> Prefetch[str]:
    """The pages of journals, in the order of the menu; `lookup` leads to them."""
    return Prefetch(lookup, Page.objects.for_menu())

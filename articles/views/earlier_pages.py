"""Pages of an earlier site besides articles and issues: to the nearest page here."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.imports.ojs import Locales
from articles.imports.ojs.addresses import OjsAddress
from articles.imports.ojs.page_addresses import plain_name, same_page_names, searched_words
from articles.models import Journal
from articles.models.board import BOARD_SLUG
from articles.models.contacts import CONTACTS_SLUG

from .page_layout import render_page

JOURNAL_PAGES = {
    "home": "journal_detail",
    "about": "journal_detail",  # unless it has a page on this
    "news": "news_list",
    "issues": "issue_list",
    "current": "issue_current",
    "feed": "journal_feed",
}


def page_url(request: HttpRequest, address: OjsAddress, journal: str) -> str:
    """The address of the page here; '' for a page that nobody made here.

    `journal` is the slug of the journal here. One query where an editor's page may be meant.
    """
    if address.page == "search":
        return search_url(request, address)
    if address.page == "sitemap":
        return reverse("sitemap_index")
    is_page = address.page == "page" or is_named_like_a_locale(address)
    if address.page == "about" or is_page:
        url = editors_page_url(address, journal)
        if url or is_page:
            return url
    return reverse(JOURNAL_PAGES[address.page], kwargs={"journal": journal})


def is_named_like_a_locale(address: OjsAddress) -> bool:
    """Whether the last part of the address, as in `SLUG/faq`, is a page's name and no locale."""
    is_home = address.page == "home" and address.locale not in ("", address.slug)
    return is_home and Locales().language(address.locale) is None


def editors_page_url(address: OjsAddress, journal: str) -> str:
    """The page on the same thing that an editor of the journal made; '' if there is none."""
    by_name = {plain_name(slug): url for slug, url in editors_pages(journal).items()}
    names = same_page_names(address.operation or address.locale)
    if address.page == "about":
        names.append("about")
    return next((by_name[name] for name in names if name in by_name), "")


def editors_pages(journal: str) -> dict[str, str]:
    """Addresses by slug: the pages of text, and the board and the contacts in their place."""
    journals = Journal.objects.filter(slug=journal)
    rows = journals.values_list("pages__slug", "has_board", "has_contacts")
    urls = {}
    for slug, has_board, has_contacts in rows:
        if slug:
            urls[slug] = reverse("page_detail", kwargs={"journal": journal, "slug": slug})
        if has_board:
            urls[BOARD_SLUG] = reverse("board", kwargs={"journal": journal})
        if has_contacts:
            urls[CONTACTS_SLUG] = reverse("contacts", kwargs={"journal": journal})
    return urls


def search_url(request: HttpRequest, address: OjsAddress) -> str:
    words = searched_words(address.operation, dict(request.GET.lists()))
    if address.operation == "authors" and not words:
        return reverse("author_list")
    return reverse("search") + (f"?{urlencode({'q': words})}" if words else "")


def account_response(request: HttpRequest, slug: str) -> HttpResponse:
    """410: accounts and submissions of the earlier site are not here, and where to turn instead."""
    journal = get_object_or_404(Journal, slug=slug)
    context = {"submission_url": journal.submission_url}
    return render_page(request, "earlier_account", context, journal, status=410)

"""The menu of a journal: its entries, in the order that the look of the journal gives them."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Journal
from articles.models.board import BOARD_SLUG
from articles.models.contacts import CONTACTS_SLUG
from articles.queries.record_facts import text_of
from articles.records.languages import Language, Text

LAST_OF_PAGES = 99  # the place of a board or contacts without a page of their own


class MenuLink(NamedTuple):
    url: str
    title: Text
    is_current: bool
    order: int = 0


def menu_links(path: str, journal: Journal, reader: Language) -> list[MenuLink]:
    """The entries that lead somewhere; of those with the same number, issues and news first."""
    links = [
        *site_links(path, journal, reader),
        *page_links(path, journal, reader),
        *submission_links(journal, reader),
    ]
    return sorted(links, key=lambda link: link.order)


def site_links(path: str, journal: Journal, reader: Language) -> list[MenuLink]:
    look = journal.look
    entries = [
        ("issue_current", _("Current issue"), look.order_current),
        ("issue_list", _("Archive"), look.order_archive),
    ]
    if journal.has_news:
        entries.append(("news_list", pgettext("heading", "News"), look.order_news))
    urls = [reverse(name, kwargs={"journal": journal.slug}) for name, _title, _order in entries]
    return [
        MenuLink(url, {reader: title}, path == url, order)
        for url, (_name, title, order) in zip(urls, entries, strict=True)
    ]


def page_links(path: str, journal: Journal, reader: Language) -> list[MenuLink]:
    """The pages of the journal that have a title, then its board and contacts without a page."""
    root = f"/{reader}/{journal.slug}"
    places = {
        page.slug: (f"{root}/pages/{page.slug}/", text_of(page, "title"), page.order)
        for page in journal.pages.all()
    }
    for slug, has_page in ((BOARD_SLUG, journal.has_board), (CONTACTS_SLUG, journal.has_contacts)):
        if has_page:
            order = places[slug][2] if slug in places else LAST_OF_PAGES
            places[slug] = f"{root}/{slug}/", page_title(journal, slug, reader), order
    links = [MenuLink(url, title, path == url, order) for url, title, order in places.values()]
    return [link for link in links if link.title]


def page_title(journal: Journal, slug: str, reader: Language) -> Text:
    """The title that the journal gives its board or contacts, else a word of the language."""
    for page in journal.pages.all():
        if page.slug == slug and (title := text_of(page, "title")):
            return title
    words = {BOARD_SLUG: _("Editorial board"), CONTACTS_SLUG: _("Contacts")}
    return {reader: words[slug]}


def submission_links(journal: Journal, reader: Language) -> list[MenuLink]:
    title, url = {reader: _("Submit a manuscript")}, journal.submission_url
    return [MenuLink(url, title, False, journal.look.order_submit)] if url else []

"""The menu of a journal: its entries, in the order that the look of the journal gives them."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Journal
from articles.queries.record_facts import text_of
from articles.records.languages import Language, Text


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
    """The pages of the journal that have a title."""
    root = f"/{reader}/{journal.slug}/pages"
    links = [
        MenuLink(url := f"{root}/{page.slug}/", text_of(page, "title"), path == url, page.order)
        for page in journal.pages.all()
    ]
    return [link for link in links if link.title]


def submission_links(journal: Journal, reader: Language) -> list[MenuLink]:
    title, url = {reader: _("Submit a manuscript")}, journal.submission_url
    return [MenuLink(url, title, False, journal.look.order_submit)] if url else []

"""The menu of a journal: its entries, in the order that the look of the journal gives them."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse

from articles.models import Journal, Look
from articles.queries.record_facts import text_of
from articles.records.languages import Language, Text

Entry = Look.MenuEntry


class MenuLink(NamedTuple):
    """A link in the menu; `name` is what a look calls it."""

    name: str
    url: str
    title: Text
    is_current: bool


def menu_links(path: str, journal: Journal, reader: Language) -> list[MenuLink]:
    """The entries that lead somewhere; those that the look does not name come last."""
    links = [
        *site_links(path, journal, reader),
        *page_links(path, journal, reader),
        *submission_links(journal, reader),
    ]
    places = {name: place for place, name in enumerate(journal.look.menu)}
    return sorted(links, key=lambda link: places.get(link.name, len(places)))


def site_links(path: str, journal: Journal, reader: Language) -> list[MenuLink]:
    pages = [(Entry.CURRENT, "issue_current"), (Entry.ARCHIVE, "issue_list")]
    if journal.has_news:
        pages.append((Entry.NEWS, "news_list"))
    urls = [(entry, reverse(name, kwargs={"journal": journal.slug})) for entry, name in pages]
    return [MenuLink(entry, url, label(entry, reader), path == url) for entry, url in urls]


def page_links(path: str, journal: Journal, reader: Language) -> list[MenuLink]:
    """The pages of the journal that have a title."""
    root = f"/{reader}/{journal.slug}/pages"
    pages = [
        (page.slug, f"{root}/{page.slug}/", text_of(page, "title")) for page in journal.pages.all()
    ]
    return [
        MenuLink(f"page:{slug}", url, title, path == url) for slug, url, title in pages if title
    ]


def submission_links(journal: Journal, reader: Language) -> list[MenuLink]:
    url = journal.submission_url
    return [MenuLink(Entry.SUBMIT, url, label(Entry.SUBMIT, reader), False)] if url else []


def label(entry: Look.MenuEntry, reader: Language) -> Text:
    return {reader: str(entry.label)}

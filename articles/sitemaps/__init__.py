"""Sitemaps of every public page in three languages, each with the addresses of the other two.

The index names a file of journals and their pages, and files of issues and of articles, the newest
first. Such a file has the rows of a range of keys: no new row moves others from file to file, so
that a crawler fetches again only what the index says has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.exports.xml import DECLARATION, Xml, close_tag, open_tag, tag, text
from articles.models import Issue, Journal, Listing, News, Page
from articles.models.board import BOARD_SLUG
from articles.models.contacts import CONTACTS_SLUG
from articles.page_cache import cached_page
from articles.queries.public_state import by_day, site_state
from articles.records.languages import LANGUAGES

# Keys in a file. Three languages make 15,000 addresses, about 10 MB; sitemaps.org allows 50,000
# addresses and 50 MB.
ARTICLES = 5_000
ISSUES = 5_000
INDEX = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
URLS = {**INDEX, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}

Place = tuple[str, datetime | None]  # an address below the language, and when it changed


@require_safe
@cached_page(site_state, keep=False)
def sitemap_index(request: HttpRequest) -> HttpResponse:
    files: list[Place] = [("pages", None)]
    files += ranges("issues", ISSUES, changed_issues())
    files += ranges("articles", ARTICLES, changed_articles())
    return document("sitemapindex", INDEX, (sitemap(*file) for file in files))


def ranges(name: str, size: int, rows: QuerySet) -> Iterator[Place]:
    """Yield each file that has rows, and its newest change; one query."""
    numbered = rows.order_by().annotate(file=(F("pk") - 1) / size + 1)
    newest = numbered.values("file").annotate(newest=Max("changed"))
    for number, at in newest.order_by("-file").values_list("file", "newest"):
        yield f"{name}-{number}", at


def sitemap(name: str, at: datetime | None) -> Xml:
    address = tag("loc", text(f"{settings.SITE_URL}/sitemap-{name}.xml"))
    return tag("sitemap", Xml(address + changed(at)))


@require_safe
@cached_page(by_day(site_state), keep=False)
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    return document("urlset", URLS, entries(page_places()))


@require_safe
@cached_page(site_state, keep=False)
def sitemap_issues(request: HttpRequest, number: int) -> HttpResponse:
    rows = in_range(changed_issues(), number, ISSUES)
    columns = rows.values_list("journal__slug", "pk", "changed")
    return rows_document(number, [(f"{slug}/issues/{pk}/", at) for slug, pk, at in columns])


@require_safe
@cached_page(site_state, keep=False)
def sitemap_articles(request: HttpRequest, number: int) -> HttpResponse:
    rows = in_range(changed_articles(), number, ARTICLES)
    columns = rows.values_list("pk", "changed")
    return rows_document(number, [(f"articles/{pk}/", at) for pk, at in columns])


def in_range(rows: QuerySet, number: int, size: int) -> QuerySet:
    """The rows of the file with this number, from 1, the newest first."""
    first = (number - 1) * size
    return rows.filter(pk__gt=first, pk__lte=first + size).order_by("-pk")


def rows_document(number: int, places: list[Place]) -> HttpResponse:
    """404 for a file without rows, except the first: a new site has one."""
    if not places and number > 1:
        raise Http404
    return document("urlset", URLS, entries(places))


def changed_articles() -> QuerySet:
    """The articles without the withdrawn ones, each with the moment when its page `changed`."""
    return Listing.objects.readable().listable().annotate(changed=F("changed_at"))


def changed_issues() -> QuerySet:
    """The issues that are out; their pages change with their articles too."""
    articles = Listing.objects.listable().filter(issue=OuterRef("pk")).order_by("-changed_at")
    newest = Subquery(articles.values("changed_at")[:1])
    return Issue.objects.public().annotate(changed=Greatest("facts_changed_at", newest))


def page_places() -> Iterator[Place]:
    """The home, journals, their archives, pages and news."""
    yield "", None
    newest = Greatest("facts_changed_at", Max("listings__changed_at"))
    journals = Journal.objects.annotate(changed=newest).order_by("slug")
    for journal in journals:
        yield f"{journal.slug}/", journal.changed
        yield f"{journal.slug}/issues/", journal.changed
        if journal.has_board:
            yield f"{journal.slug}/{BOARD_SLUG}/", None
        if journal.has_contacts:
            yield f"{journal.slug}/{CONTACTS_SLUG}/", None
    for slug, page in text_pages().values_list("journal__slug", "slug"):
        yield f"{slug}/pages/{page}/", None
    news = News.objects.public().order_by("journal__slug", "-pk")
    columns = news.values_list("journal__slug", "slug", "changed_at")
    for slug, of_journal in groupby(columns, lambda row: row[0]):
        yield f"{slug}/news/", None
        for _journal, name, at in of_journal:
            yield f"{slug}/news/{name}/", at


def text_pages() -> QuerySet:
    """The journals' pages of text, but those whose place a board or contacts take."""
    has_board = Q(slug=BOARD_SLUG, journal__has_board=True)
    has_contacts = Q(slug=CONTACTS_SLUG, journal__has_contacts=True)
    return Page.objects.exclude(has_board | has_contacts).order_by("pk")


def entries(places: Iterable[Place]) -> Iterator[Xml]:
    """Three `url` elements for each place."""
    for place, changed_at in places:
        addresses = {code: f"{settings.SITE_URL}/{code}/{place}" for code in LANGUAGES}
        others = Xml("".join(alternate(code, address) for code, address in addresses.items()))
        default = alternate("x-default", addresses[LANGUAGES[0]])
        for address in addresses.values():
            content = tag("loc", text(address)) + changed(changed_at) + others + default
            yield tag("url", Xml(content))


def alternate(code: str, address: str) -> Xml:
    return tag("xhtml:link", attributes={"rel": "alternate", "hreflang": code, "href": address})


def changed(at: datetime | None) -> Xml:
    return tag("lastmod", text(at.isoformat(timespec="seconds"))) if at else Xml("")


def document(root: str, attributes: dict[str, str], parts: Iterable[Xml]) -> HttpResponse:
    content = "\n".join([DECLARATION + open_tag(root, attributes), *parts, close_tag(root), ""])
    return HttpResponse(content, content_type="application/xml; charset=utf-8")

"""Sitemaps of every public page in three languages, each with the addresses of the other two.

sitemaps.org allows 50,000 addresses in a file. A file has the articles of a range of keys, so that
no new article moves the others from file to file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.exports.xml import DECLARATION, Xml, close_tag, open_tag, tag, text
from articles.models import Issue, Journal, Listing, Page
from articles.page_cache import cached_page
from articles.queries.public_state import site_state
from articles.records.languages import LANGUAGES

ARTICLES = 16_000  # keys in a file: below 50,000 addresses in three languages
MOST_PAGES = 16_000
INDEX = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
URLS = {**INDEX, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}

Place = tuple[str, datetime | None]  # an address below the language, and when it changed


@require_safe
@cached_page(site_state, keep=False)
def sitemap_index(request: HttpRequest) -> HttpResponse:
    last = Listing.objects.aggregate(last=Max("pk"))["last"] or 0
    names = ["pages", *(f"articles-{number}" for number in range(1, last // ARTICLES + 2))]
    return document("sitemapindex", INDEX, map(sitemap, names))


def sitemap(name: str) -> Xml:
    return tag("sitemap", tag("loc", text(f"{settings.SITE_URL}/sitemap-{name}.xml")))


@require_safe
@cached_page(site_state, keep=False)
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    return document("urlset", URLS, entries(page_places()))


@require_safe
@cached_page(site_state, keep=False)
def sitemap_articles(request: HttpRequest, number: int) -> HttpResponse:
    """The articles of the range with this number, without the withdrawn ones."""
    first = (number - 1) * ARTICLES
    rows = Listing.objects.readable().filter(pk__gt=first, pk__lte=first + ARTICLES)
    columns = rows.order_by("pk").values_list("pk", "changed_at")
    urls = list(entries((f"articles/{pk}/", changed_at) for pk, changed_at in columns))
    if not urls and number > 1:
        raise Http404
    return document("urlset", URLS, urls)


def page_places() -> Iterator[Place]:
    """The home, journals, their archives and pages, and public issues."""
    yield "", None
    for slug, at in Journal.objects.values_list("slug", "facts_changed_at").order_by("slug"):
        yield f"{slug}/", at
        yield f"{slug}/issues/", at
    for slug, page in Page.objects.values_list("journal__slug", "slug").order_by("pk"):
        yield f"{slug}/pages/{page}/", None
    issues = Issue.objects.public().order_by("pk")[:MOST_PAGES]
    for slug, pk, at in issues.values_list("journal__slug", "pk", "facts_changed_at"):
        yield f"{slug}/issues/{pk}/", at


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

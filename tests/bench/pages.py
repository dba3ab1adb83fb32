"""Readers' pages: made anew, asked for again, and answered 304."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

from django.core.cache import cache

from articles.models import Author, Issue, Listing
from tests.bench.database import GREAT_ISSUE, JOURNAL, PROLIFIC_AUTHOR
from tests.bench.figures import Figure
from tests.bench.measuring import Site, cpu_ratio

SPREAD = 30  # different articles, authors and issues for each page
CALLS = 10  # a round
LANGUAGES = ("kk", "ru", "en")
ANEW_QUERIES, ANEW_RATIO, LONG_RATIO = 6, 25, 90
AGAIN_QUERIES, AGAIN_RATIO = 2, 4


def figures() -> Iterator[Figure]:
    site = Site()
    queries: dict[str, int] = {}
    for name, paths in page_addresses().items():
        environs = [site.environ(path) for path in paths]
        # A list of 300 must need no more queries than the same page with fewer articles.
        allowed = queries.get(name.removesuffix("_300"), ANEW_QUERIES)
        ratio = LONG_RATIO if name.endswith("_300") else ANEW_RATIO
        for figure in made_anew(site, name, environs, allowed, ratio):
            queries.setdefault(name.removesuffix("_20"), int(figure.value or 0))
            yield figure
        yield from asked_again(site, name, environs)


def made_anew(
    site: Site, name: str, environs: list[dict], query_budget: int, ratio_budget: float
) -> Iterator[Figure]:
    """With nothing in the cache."""
    cache.clear()
    yield Figure(name, "queries", site.count_queries(environs[0]), query_budget)
    ratio = cpu_ratio(site, getter(site, environs, 200), calls=CALLS, before=cache.clear)
    yield Figure(name, "hello_ratio", round(ratio, 1), ratio_budget)


def asked_again(site: Site, name: str, environs: list[dict]) -> Iterator[Figure]:
    """By another reader, and by a browser that has the page already."""
    responses = [site.get(environ) for environ in environs]
    conditional = [
        environ | {"HTTP_IF_NONE_MATCH": response.headers["ETag"]}
        for environ, response in zip(environs, responses, strict=True)
    ]
    for label, requests, status in (("again", environs, 200), ("304", conditional, 304)):
        queries = site.count_queries(requests[0], status)
        yield Figure(f"{name}_{label}", "queries", queries, AGAIN_QUERIES)
        ratio = cpu_ratio(site, getter(site, requests, status), calls=CALLS)
        yield Figure(f"{name}_{label}", "hello_ratio", round(ratio, 1), AGAIN_RATIO)


def getter(site: Site, environs: list[dict], status: int) -> Callable[[], object]:
    """A function that asks for the next page each time."""
    turns = cycle(environs)
    return lambda: site.get(next(turns), status)


def page_addresses() -> dict[str, list[str]]:
    """Addresses of each kind of page, in all three languages."""
    authors = Author.objects.exclude(family_name_kk=PROLIFIC_AUTHOR)
    authors = authors.filter(listing_keys__isnull=False).distinct().order_by("pk")
    issues = Issue.objects.filter(journal__slug=JOURNAL).order_by("pk")
    short, great = issues.exclude(**GREAT_ISSUE), issues.filter(**GREAT_ISSUE)
    prolific = Author.objects.filter(family_name_kk=PROLIFIC_AUTHOR)
    return {
        "article_page": in_turn("/{}/articles/{}/", some(Listing.objects.order_by("pk"))),
        "journal_home": in_turn("/{}/{}/", [JOURNAL] * 3),
        "archive": in_turn("/{}/{}/issues/", [JOURNAL] * 3),
        "author_page": in_turn("/{}/authors/{}/", some(authors)),
        "issue_contents_20": in_turn(f"/{{}}/{JOURNAL}/issues/{{}}/", some(short)),
        "issue_contents_300": in_turn(f"/{{}}/{JOURNAL}/issues/{{}}/", some(great) * 3),
        "author_page_300": in_turn("/{}/authors/{}/", some(prolific) * 3),
    }


def some(rows) -> list[int]:
    keys = list(rows.values_list("pk", flat=True))
    return keys[:: max(1, len(keys) // SPREAD)][:SPREAD]


def in_turn(pattern: str, values: list) -> list[str]:
    return [pattern.format(LANGUAGES[place % 3], value) for place, value in enumerate(values)]

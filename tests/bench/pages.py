"""The readers' pages: queries, CPU beside an empty view, bytes as they travel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .measuring import Asker, costs, measure, packed

SPREAD = 50  # different articles, authors and issues a page is measured on
STATIC = Path(__file__).resolve().parents[2] / "articles" / "static"
BYTES = 60_000

# Name: queries at most, times an empty view at most. Each page is made anew, and is asked for
# again ("kept"), when only its questions to the database are asked.
BUDGETS = {
    "article_page": (4, 16),
    "article_page_kept": (4, 16),
    "article_unchanged": (4, 5),
    "issue_contents_20": (4, 20),
    "issue_contents_20_kept": (4, 20),
    "journal_home": (5, 16),
    "journal_home_kept": (5, 16),
    "archive": (5, 16),
    "archive_kept": (5, 16),
    "author_page": (5, 16),
    "author_page_kept": (5, 16),
}
ANEW = "?made=anew"  # a page asked with a question is not kept


def measures() -> Iterator[dict]:
    asker = Asker()
    addresses = spread()
    environs = {
        name: [asker.environ(path, headers) for path, headers in asked]
        for name, asked in addresses.items()
    }
    for name, cost in costs(asker, environs, asker.environ("/hello/")).items():
        most_queries, most_ratio = BUDGETS[name]
        path, headers = addresses[name][0]
        yield measure(name, "queries", asker.queries(path, headers), most_queries)
        yield measure(name, "cpu_ms", round(cost.cpu, 2), None)
        yield measure(name, "hello_ratio", round(cost.ratio, 1), most_ratio)
    yield measure("issue_contents_300", "queries", asker.queries(great_issue()), 4)
    style = sum(packed((STATIC / name).read_bytes()) for name in ("style.css", "site.js"))
    for name in ("article_page", "journal_home", "issue_contents_20", "archive", "author_page"):
        _status, _headers, body = asker.ask(environs[name][0])
        yield measure(name, "bytes", packed(body) + style, BYTES)


def spread() -> dict[str, list]:
    """Addresses in all three languages, with what a browser that comes back sends."""
    from articles.models import Author, Issue, Listing

    articles = some(Listing.objects.order_by("pk"), "pk")
    issues = some(Issue.objects.filter(journal__slug="bench", year__gt=2000).order_by("pk"), "pk")
    authors = some(
        Author.objects.filter(listing_keys__isnull=False).distinct().order_by("pk"), "pk"
    )
    pages = {
        "article_page": [f"/{code}/articles/{pk}/" for code, pk in in_turn(articles)],
        "issue_contents_20": [f"/{code}/bench/issues/{pk}/" for code, pk in in_turn(issues)],
        "journal_home": [f"/{code}/bench/" for code in ("kk", "ru", "en")],
        "archive": [f"/{code}/bench/issues/" for code in ("kk", "ru", "en")],
        "author_page": [f"/{code}/authors/{pk}/" for code, pk in in_turn(authors)],
    }
    asked: dict[str, list] = {}
    for name, paths in pages.items():
        asked[name] = [(f"{path}{ANEW}", {}) for path in paths]
        asked[f"{name}_kept"] = [(path, {}) for path in paths]
    asked["article_unchanged"] = [
        (path, {"If-None-Match": etag(path)}) for path in pages["article_page"]
    ]
    return asked


def great_issue() -> str:
    from articles.models import Issue

    issue = Issue.objects.get(journal__slug="bench", year=2000, number="1")
    return f"/kk/bench/issues/{issue.pk}/"


def some(rows, column: str) -> list:
    keys = list(rows.values_list(column, flat=True))
    return keys[:: max(1, len(keys) // SPREAD)][:SPREAD]


def in_turn(keys: list) -> list:
    return [(("kk", "ru", "en")[at % 3], key) for at, key in enumerate(keys)]


def etag(path: str) -> str:
    asker = Asker()
    return asker.ask(asker.environ(path))[1]["ETag"]

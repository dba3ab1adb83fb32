"""Search: a file of queries, words typed letter by letter, an index row and the whole index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from django.db import connection, transaction

from articles.models import Article, SearchRow
from articles.search.engine import engine
from articles.search.public_search import search
from articles.search.rebuild import rebuild
from articles.search.suggestions import suggestions
from tests.bench.figures import Figure
from tests.bench.measuring import Site, cpu_ratio, elapsed_ratio

QUERIES = Path(__file__).with_name("queries.txt").read_text().split("\n")[:-1]
TYPED = ("дипломатия", "қазақстан", "Тулегенова", "science", "технология")
ROUNDS = 3
SAVES = 60
SEARCH_P50, SEARCH_P95 = 60, 250
SUGGESTIONS_P95 = 40
SEARCH_ROW_P50 = 60
ARTICLES_A_HELLO = 0.15  # at least, of rebuild_search


def figures() -> Iterator[Figure]:
    site = Site()
    with connection.cursor() as cursor:  # all CPU in the one process that is measured
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    queries = ratios_of_texts(site, search, QUERIES)
    yield p50("search_p50", queries, SEARCH_P50)
    yield p95("search_p95", queries, SEARCH_P95)
    beginnings = [word[:length] for word in TYPED for length in range(1, len(word) + 1)]
    yield p95("suggestions_p95", ratios_of_texts(site, suggestions, beginnings), SUGGESTIONS_P95)
    yield p50("editors_search_row_p50", search_row_ratios(site), SEARCH_ROW_P50)
    with connection.cursor() as cursor:
        cursor.execute("RESET max_parallel_workers_per_gather")
    yield rebuild_figure(site)


def ratios_of_texts(site: Site, act: Callable[[str], object], texts: list[str]) -> list[float]:
    for text in texts:  # warm
        act(text)
    return [cpu_ratio(site, lambda text=text: act(text), rounds=ROUNDS) for text in texts]


def search_row_ratios(site: Site) -> list[float]:
    """What a save adds for the editors' search, for articles without a full text."""
    articles = Article.objects.select_related("released").order_by("-pk")[: 2 * SAVES]
    pairs = [(article, article.released.record) for article in articles]
    ratios = []
    for article, record in [pair for pair in pairs if not pair[1].body][:SAVES]:

        def save(article: Article = article, record: object = record) -> None:
            with transaction.atomic():
                engine.write(article, record, SearchRow.Scope.EDITORS)

        ratios.append(cpu_ratio(site, save, rounds=1))
    return ratios


def rebuild_figure(site: Site) -> Figure:
    """The whole index: what an article costs."""
    counts: list[int] = []
    ratio = elapsed_ratio(site, lambda: counts.append(rebuild(lambda done, total: None)))
    budget = round(1 / ARTICLES_A_HELLO, 1)
    return Figure("rebuild_search_article", "hello_ratio", round(ratio / counts[0], 1), budget)


def p50(name: str, ratios: list[float], budget: float) -> Figure:
    return Figure(name, "hello_ratio", round(median(ratios), 1), budget)


def p95(name: str, ratios: list[float], budget: float) -> Figure:
    return Figure(name, "hello_ratio", round(quantiles(ratios, n=20)[-1], 1), budget)

"""The search: a file of questions, beginnings typed letter by letter, a save and a whole build."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from .measuring import measure

QUERIES = Path(__file__).with_name("queries.txt")
ROUNDS = 3
SAVES = 60
TYPED = ("дипломатия", "қазақстан", "Тулегенова", "science", "технология")


def measures() -> Iterator[dict]:
    from articles.search.query import search
    from articles.search.suggesting import suggestions

    queries = QUERIES.read_text().split("\n")[:-1]
    yield from told("search", took(search, queries), 20, 120)
    beginnings = [word[:length] for word in TYPED for length in range(1, len(word) + 1)]
    yield from told("suggestions", took(suggestions, beginnings), None, 20)
    yield from told("search_row_of_a_save", saves(), 30, None)
    yield measure("rebuild_search", "per_second", build(), 400)


def took(asked: Callable[[str], object], texts: list[str]) -> list[float]:
    """Milliseconds: of each question the middle one of the rounds."""
    times: dict[str, list[float]] = {text: [] for text in texts}
    for _round in range(ROUNDS):
        for text in texts:
            times[text].append(clocked(lambda text=text: asked(text)))
    return [median(one) for one in times.values()]


def clocked(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def saves() -> list[float]:
    """Of the editors' row, for articles without a full text."""
    from django.db import transaction

    from articles.models import Article, SearchRow
    from articles.search.index import write_search_row

    rows = Article.objects.select_related("released").order_by("-pk")[: 2 * SAVES]
    times = []
    for article in rows:
        record = article.released.record
        if not record.body:
            with transaction.atomic():
                scope = SearchRow.Scope.EDITORS
                act = lambda a=article, r=record, s=scope: write_search_row(a, r, s)  # noqa: E731
                times.append(clocked(act))
    return times[:SAVES]


def build() -> float:
    from articles.search.rebuilding import rebuild

    start = time.perf_counter()
    count = rebuild(lambda done, total: None)
    return round(count / (time.perf_counter() - start))


def told(name: str, times: list[float], p50: float | None, p95: float | None) -> Iterator[dict]:
    yield measure(name, "p50_ms", round(median(times), 1), p50)
    yield measure(name, "p95_ms", round(quantiles(times, n=20)[-1], 1), p95)

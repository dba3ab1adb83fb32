"""What harvesters and Crossref receive: the cost of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from urllib.parse import quote

from django.utils import timezone

from articles.exports import FORMATS, stamp
from articles.models import Article
from articles.queries.released_records import released_records
from tests.bench.figures import Figure
from tests.bench.measuring import Site, cpu_ratio

OAI_RATIOS = {"oai_dc": 1.6, "jats": 6, "oai_datacite": None}  # a record
LAST_PAGE_TOLERANCE = 1.25  # the last page may cost this much more than the first, for noise
CROSSREF_RATIO = 3  # an article, in a batch
BATCH = 100
ROUNDS = 7
TOKEN = re.compile(rb"<resumptionToken[^>]*>([^<]+)<")


def figures() -> Iterator[Figure]:
    site = Site()
    for prefix, budget in OAI_RATIOS.items():
        yield from harvest_figures(site, prefix, budget)
    yield Figure("crossref_article", "hello_ratio", crossref_ratio(site), CROSSREF_RATIO)


def harvest_figures(site: Site, prefix: str, budget: float | None) -> Iterator[Figure]:
    """The median page of a full harvest, the last page against the first, and one sent compressed.

    The budgets are for a harvester that asks for no compression.
    """
    name = f"oai_{prefix.removeprefix('oai_')}"
    pages = [(path, count) for path, count in harvest_pages(site, prefix) if count]
    ratios = [record_ratio(site, path, count, rounds=1) for path, count in pages]
    yield Figure(f"{name}_record", "hello_ratio", round(median(ratios), 2), budget)
    full = [page for page in pages if page[1] == pages[0][1]]
    first, last = (record_ratio(site, *full[place], rounds=ROUNDS) for place in (0, -1))
    most = round(first * LAST_PAGE_TOLERANCE, 2)
    yield Figure(f"{name}_record_last_page", "hello_ratio", round(last, 2), most)
    compressed = record_ratio(site, *full[0], rounds=ROUNDS, encoding="gzip")
    yield Figure(f"{name}_record_compressed", "hello_ratio", round(compressed, 2), None)


def harvest_pages(site: Site, prefix: str) -> Iterator[tuple[str, int]]:
    """The address of every page of a full harvest, and how many records it has."""
    path = f"/oai/?verb=ListRecords&metadataPrefix={prefix}"
    while path:
        body = site.get(site.environ(path, {"Accept-Encoding": "identity"})).body
        yield path, body.count(b"<record>")
        token = TOKEN.search(body)
        path = f"/oai/?verb=ListRecords&resumptionToken={quote(token[1])}" if token else ""


def record_ratio(
    site: Site, path: str, count: int, rounds: int, encoding: str = "identity"
) -> float:
    environ = site.environ(path, {"Accept-Encoding": encoding})
    return cpu_ratio(site, lambda: site.get(environ), rounds=rounds) / count


def crossref_ratio(site: Site) -> float:
    """An article loaded, checked and written."""
    now = stamp(timezone.now())
    keys = list(Article.objects.readable().order_by("pk").values_list("pk", flat=True)[:BATCH])
    articles = Article.objects.filter(pk__in=keys).order_by("pk")
    write = FORMATS["crossref"].write
    ratio = cpu_ratio(site, lambda: b"".join(write(released_records(articles), now)), rounds=ROUNDS)
    return round(ratio / len(keys), 2)

"""What lists all articles or reads all of them: it may grow with their number. No budgets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.cache import cache
from django.urls import reverse

from articles.management.backups import write
from articles.models import SearchWord
from articles.search.public_search import search
from tests.bench.database import JOURNAL
from tests.bench.editors import signed_in_editor
from tests.bench.figures import Figure
from tests.bench.measuring import Site, cpu_ratio, elapsed_ratio

ROUNDS = 3
ADDRESSES = {
    "site_home": "/ru/",
    "author_list": "/ru/authors/",
    "keyword_list": "/ru/keywords/",
    "feed": f"/ru/{JOURNAL}/feed/",
    "sitemap_index": "/sitemap.xml",
    "sitemap_articles": "/sitemap-articles-1.xml",
    "sitemap_issues": "/sitemap-issues-1.xml",
    "api_articles": "/api/v1/articles/",
    "oai_identify": "/oai/?verb=Identify",
    "oai_first_page": "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "search_of_journal": f"/ru/search/?journal={JOURNAL}",
}


def figures() -> Iterator[Figure]:
    site = Site()
    for name, path in ADDRESSES.items():
        environ = site.environ(path)
        ratio = cpu_ratio(
            site, lambda environ=environ: site.get(environ), rounds=ROUNDS, before=cache.clear
        )
        yield Figure(name, "hello_ratio", round(ratio, 1), None)
    for name, typed in frequent_words().items():
        for sort in ("", "oldest"):
            ratio = cpu_ratio(
                site, lambda typed=typed, sort=sort: search(typed, sort=sort), rounds=ROUNDS
            )
            yield Figure(
                f"search_{name}{sort and f'_{sort}'}", "hello_ratio", round(ratio, 1), None
            )
    yield from office_figures(site)
    with TemporaryDirectory() as folder:
        ratio = elapsed_ratio(site, lambda: write(Path(folder, "site.zip"), lambda line: None))
    yield Figure("backup", "hello_ratio", round(ratio), None)


def frequent_words() -> dict[str, str]:
    """The two most frequent words, alone, together, and as a phrase."""
    first, second = SearchWord.objects.order_by("-article_count").values_list("word", flat=True)[:2]
    return {
        "frequent_word": first,
        "frequent_words": f"{first} {second}",
        "frequent_phrase": f"«{first} {second}»",
    }


def office_figures(site: Site) -> Iterator[Figure]:
    word = frequent_words()["frequent_word"]
    articles, issues = (
        reverse(f"admin:articles_{model}_changelist") for model in ("article", "issue")
    )
    with signed_in_editor() as client:
        cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
        for name, path in {
            "article_list_search": f"{articles}?q={word}",
            "issue_list": issues,
        }.items():
            environ = site.environ(path, {"Cookie": cookie})
            ratio = cpu_ratio(site, lambda environ=environ: site.get(environ), rounds=ROUNDS)
            yield Figure(name, "hello_ratio", round(ratio, 1), None)

"""What every public page says, in three languages, compared with golden files."""

import pytest

from articles.records.languages import LANGUAGES
from tests.full_site import a_full_site, stop_the_clock
from tests.goldens import golden
from tests.outlines import outline

pytestmark = pytest.mark.django_db
JOURNAL = "steppe-science"

PAGES = {
    "home": "",
    "journal": f"{JOURNAL}/",
    "journal-bare": "water/",
    "issues": f"{JOURNAL}/issues/",
    "issue": f"{JOURNAL}/issues/{{issue}}/",
    "issue-old": f"{JOURNAL}/issues/{{old}}/",
    "issue-current": f"{JOURNAL}/issues/current/",
    "issue-current-none": "water/issues/current/",
    "issue-coming": f"{JOURNAL}/issues/{{coming}}/",
    "about": f"{JOURNAL}/pages/about/",
    "board": f"{JOURNAL}/pages/board/",
    "news": f"{JOURNAL}/news/",
    "news-none": "water/news/",
    "call": f"{JOURNAL}/news/call-2026/",
    "article-full": "articles/{full}/",
    "article-plain": "articles/{plain}/",
    "article-bare": "articles/{bare}/",
    "article-notice": "articles/{notice}/",
    "article-alone": "articles/{alone}/",
    "article-draft": "articles/{draft}/",
    "authors": "authors/",
    "authors-letter": "authors/?letter=Т",
    "author": "authors/{person}/",
    "keywords": "keywords/",
    "keywords-russian": "keywords/?language=ru",
    "keyword": "keywords/?term=дала",
    "search": "search/",
    "search-found": "search/?q=steppe",
    "search-filtered": f"search/?q=дала&journal={JOURNAL}&type=research&sort=newest",
    "search-none": "search/?q=zzzz",
    "search-journal": f"{JOURNAL}/search/?q=steppe",
    "suggestions": "search/suggestions/?q=дал",
}
MACHINES = {
    "feed": "/kk/steppe-science/feed/",
    "sitemap": "/sitemap.xml",
    "sitemap-pages": "/sitemap-pages.xml",
    "sitemap-issues": "/sitemap-issues-1.xml",
    "sitemap-articles": "/sitemap-articles-1.xml",
    "robots": "/robots.txt",
    "healthz": "/healthz",
    "doi": "/doi/10.5555/FULL",
    "oai-identify": "/oai/?verb=Identify",
    "oai-formats": "/oai/?verb=ListMetadataFormats",
    "oai-sets": "/oai/?verb=ListSets",
    "oai-records": "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "oai-identifiers": "/oai/?verb=ListIdentifiers&metadataPrefix=jats&from=2024-01-01",
    "oai-bad-verb": "/oai/?verb=List",
    "oai-bad-argument": "/oai/?verb=Identify&a=b",
    "oai-no-format": "/oai/?verb=ListRecords&metadataPrefix=x",
    "api-journals": "/api/v1/journals/",
    "api-journal": "/api/v1/journals/steppe-science",
    "api-issues": "/api/v1/journals/steppe-science/issues",
    "api-articles": "/api/v1/articles/",
    "api-article": "/api/v1/articles/{full}",
    "api-search": "/api/v1/search?q=steppe",
    "api-suggestions": "/api/v1/search/suggestions?q=дал",
    "api-authors": "/api/v1/authors",
    "api-keywords": "/api/v1/keywords?language=ru",
}


@pytest.fixture
def site(monkeypatch):
    stop_the_clock(monkeypatch)
    return {name: thing.pk for name, thing in a_full_site().items()}


def test_pages_say_what_they_said(client, site):
    changed = []
    for name, path in PAGES.items():
        written = "".join(
            f"# {language}\n{outline(client.get(f'/{language}/{path.format(**site)}'))}"
            for language in LANGUAGES
        ).encode()
        if written != golden(f"pages/{name}.txt", written):
            changed.append(name)

    assert changed == []


def test_machines_are_answered_what_they_were(client, site):
    changed = []
    for name, path in MACHINES.items():
        written = outline(client.get(path.format(**site))).encode()
        if written != golden(f"machines/{name}.txt", written):
            changed.append(name)

    assert changed == []

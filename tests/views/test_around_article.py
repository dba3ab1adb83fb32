"""Around the text of an article: neighbours, similar articles, citations, formats, sharing."""

import re

import msgspec
import pytest

from articles.editing import save_article, working_record
from articles.models import Article
from articles.publishing import withdraw_article
from articles.publishing.release import release
from articles.records.languages import text
from tests.factories import a_galley, a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


def page(client, article, language="en"):
    html = client.get(f"/{language}/articles/{article.pk}/").content.decode()
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", html))


def part(html, start, end):
    return html.partition(start)[2].partition(end)[0]


def links(html):
    return re.findall(r'<a[^>]* ?href="([^"]+)"[^>]*>', html)


@pytest.fixture
def pair():
    """Two articles of an issue, which share their keywords."""
    journal = a_journal()
    issue = an_issue(journal)
    return [
        a_public_article(
            journal,
            issue_id=issue.pk,
            position=place,
            doi=f"10.5555/{place}",
            title=text(ru=f"Трава {place}"),
            first_page=f"{place}1",
            last_page=f"{place}9",
        )
        for place in (1, 2)
    ]


def test_neighbours_are_named_with_their_pages_and_language(client, pair):
    first, second = pair

    html = part(page(client, first), '<nav class="next section"', "</nav>")

    assert (
        f'<a href="/en/articles/{second.pk}/" rel="next"><small>Next · pp. 21–29 →</small>'
        '<span dir="auto" lang="ru">Трава 2</span></a>'
    ) in html
    assert 'rel="prev"' not in html


def test_similar_articles_are_linked_with_their_language(client, pair):
    first, second = pair

    html = part(page(client, first), "Articles with the same keywords or authors", "</section>")

    link = f'<a href="/en/articles/{second.pk}/" dir="auto" lang="ru">Трава 2</a>'
    assert f'<ul class="list"><li>{link}</li></ul>' in html


def test_an_article_that_stands_alone_has_neither(client):
    html = page(client, a_public_article())

    assert 'class="next' not in html
    assert "Articles with the same keywords" not in html


def rename(article):
    save_article(
        msgspec.structs.replace(working_record(article), title=text(ru="Новое")), article=article
    )
    release(article)


@pytest.mark.parametrize(
    "change",
    [
        rename,
        lambda article: withdraw_article(article, reason="Қате."),
        lambda article: a_public_article(
            article.journal, doi="10.5555/3", issue_id=article.issue_id, position=2
        ),
    ],
    ids=["a new title", "a withdrawal", "a new article"],
)
def test_a_kept_page_follows_its_neighbours(client, pair, change):
    first, second = pair
    address = f"/en/articles/{first.pk}/"
    before = client.get(address)

    change(second)

    after = client.get(address, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content


@pytest.mark.parametrize(
    ("language", "shown", "folded"),
    [
        ("kk", ["gost_7_0_5", "gost_7_0_100", "gost_7_1"], ["apa"]),
        ("ru", ["gost_7_0_5", "gost_7_0_100", "gost_7_1"], ["apa"]),
        ("en", ["apa"], ["gost_7_0_5", "gost_7_0_100", "gost_7_1"]),
    ],
)
def test_the_styles_of_the_language_are_shown_and_the_others_folded(
    client, language, shown, folded
):
    html = part(page(client, a_public_article(), language), 'id="cite"', "</section>")

    first, _summary, second = html.partition("<details")
    assert re.findall(r'data-copy-from="(\w+)"', first) == shown
    assert re.findall(r'data-copy-from="(\w+)"', second) == folded


def test_formats_of_reference_managers_are_shown_and_those_for_machines_folded(client):
    article = a_public_article()

    html = part(page(client, article, "ru"), 'id="cite"', "</section>")

    shown, _fold, folded = html.partition("форматы, для машин")
    names = r"/export/(\w+)(\?language=\w+)?\""
    assert re.findall(names, shown) == [(name, "?language=ru") for name in ("csl", "bibtex", "ris")]
    assert re.findall(names, folded) == [
        (name, "")
        for name in (
            "crossref", "jats", "datacite", "doaj", "rinc", "oai_dc", "schema_org", "record",
        )
    ]  # fmt: skip


def test_the_pdf_comes_first(client):
    galleys = (a_galley(b"<p>text", "a.html", kind="html"), a_galley(b"%PDF-1.4", "a.pdf"))

    html = page(client, a_public_article(galleys=galleys))

    card = part(html, '<aside aria-label="About the article">', "</aside>")
    assert links(card)[0].endswith("/a.pdf")
    assert "Download PDF" in card


def test_sharing_is_plain_links_with_the_doi(client):
    article = a_public_article(title=text(en="Grass & water"), language="en")

    html = part(page(client, article), "<summary>Share</summary>", "</details>")

    address = "https%3A%2F%2Fdoi.org%2F10.5555%2F0000-0000%2F2024-1-1"
    assert links(html) == [
        f"mailto:?subject=Grass%20%26%20water&amp;body=Grass%20%26%20water%0A{address}",
        f"https://t.me/share/url?url={address}&amp;text=Grass+%26+water",
    ]


def test_an_article_without_a_doi_is_shared_by_the_address_of_its_page(client, settings):
    article = a_public_article(doi="")

    html = part(page(client, article), "<summary>Share</summary>", "</details>")

    assert (
        f"{settings.SITE_URL}/en/articles/{article.pk}/".replace("/", "%2F").replace(":", "%3A")
        in html
    )


def test_the_language_versions_of_the_page_are_those_that_have_a_title(client):
    article = a_public_article(title=text(kk="Шөп", ru="Трава"))

    label = 'На другом языке</dt><dd class="noprint">'
    html = part(page(client, article, "ru"), label, "</dd>")

    assert html == f'<a href="/kk/articles/{article.pk}/" lang="kk" hreflang="kk">Қазақша</a>'


def test_a_full_text_has_contents_beside_it_and_another_article_links_above(client):
    body = "<h2>Кіріспе</h2><p>Дала.</p>"

    with_text = page(client, a_public_article(body=body))
    Article.objects.update(doi=None)
    without = page(client, a_public_article(a_journal(slug="b"), doi="10.5555/b"))

    assert '<nav class="contents" id="contents" popover' in with_text
    assert 'popovertarget="contents">Contents</button>' in with_text
    assert 'class="contents"' not in without
    assert '<nav class="artnav" aria-label="On this page">' in without


def test_a_preview_of_a_draft_has_nothing_around_it(admin_client):
    draft = an_article()

    html = admin_client.get(f"/en/articles/{draft.pk}/preview/").content.decode()

    assert 'class="next' not in html

"""What is public is compressed; what holds a secret, or belongs to an editor, is not."""

import gzip
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Author, Proof
from articles.models.proof import digest_of
from tests.factories import (
    a_galley,
    a_journal,
    a_member,
    a_public_article,
    an_article,
    an_author,
    an_issue,
)

pytestmark = pytest.mark.django_db

TOKEN = "token-of-a-proof"


@pytest.fixture
def site():
    """A journal with all that has addresses: public articles, a draft, a proof of the draft."""
    journal = a_journal()
    issue = an_issue(journal)
    person = Author.objects.create(family_name_kk="Төлегенова")
    journal.pages.create(slug="about", title_kk="Журнал туралы", text_kk="<p>Журнал</p>")
    article = a_public_article(
        journal,
        issue_id=issue.pk,
        authors=(an_author(author_id=person.pk),),
        galleys=(a_galley(b"%PDF-1.4" + b" " * 1000),),
    )
    draft = an_article(journal, doi="10.5555/draft", issue_id=issue.pk)
    Proof.objects.create(
        article=draft,
        author="Төлегенова Ұ.",
        language="kk",
        digest=digest_of(TOKEN),
        expires_at=timezone.now() + timedelta(days=1),
    )
    return {
        "article": article.pk,
        "draft": draft.pk,
        "issue": issue.pk,
        "author": person.pk,
        "galley": article.galleys.get().pk,
        "token": TOKEN,
    }


@pytest.fixture
def editor(client, site):
    client.force_login(a_member(Author.objects.get().listing_keys.first().listing.journal))
    return client


def answer(client, address, site):
    return client.get(address.format(**site), headers={"Accept-Encoding": "gzip, br"})


PUBLIC = [
    "/kk/",
    "/kk/steppe-science/",
    "/kk/steppe-science/issues/",
    "/kk/steppe-science/issues/{issue}/",
    "/kk/steppe-science/pages/about/",
    "/kk/steppe-science/feed/",
    "/kk/articles/{article}/",
    "/kk/articles/{article}/?from=mail",
    "/kk/authors/",
    "/kk/authors/{author}/",
    "/kk/keywords/",
    "/kk/keywords/?term=дала",
    "/kk/search/",
    "/kk/search/?q=steppe",
    "/kk/no-such-page/",
    "/articles/{article}/export/jats",
    "/articles/{article}/export/record",
    "/sitemap.xml",
    "/sitemap-pages.xml",
    "/sitemap-articles-1.xml",
    "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "/api/v1/articles/",
    "/api/v1/articles/{article}",
    "/api/v1/search?q=steppe",
]
SECRET = [
    "/admin/login/",
    "/admin/password_reset/",
    "/kk/proof/{token}/",
]
OF_EDITORS = [
    "/admin/",
    "/admin/articles/article/",
    "/admin/articles/article/{draft}/change/",
    "/admin/password_change/",
    "/kk/articles/{draft}/preview/",
    "/articles/{draft}/export/jats",
]


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("is_editor", [False, True])
def test_what_is_public_is_compressed_for_all_alike(request, client, site, address, is_editor):
    if is_editor:
        request.getfixturevalue("editor")
    packed = answer(client, address, site)
    plain = client.get(address.format(**site))

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Content-Encoding" not in plain.headers
    if "/oai/" not in address:  # which tells the time
        assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize("address", PUBLIC)
def test_what_a_browser_has_compressed_is_not_sent_again(client, site, address):
    etag = answer(client, address, site).headers.get("ETag")
    if etag is None:
        return

    headers = {"Accept-Encoding": "gzip", "If-None-Match": etag}

    assert client.get(address.format(**site), headers=headers).status_code == 304


@pytest.mark.parametrize("address", SECRET)
def test_what_holds_a_form_token_is_not_compressed(client, site, address):
    response = answer(client, address, site)

    assert response.status_code == 200
    assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize("address", OF_EDITORS)
def test_what_editors_alone_see_is_not_compressed(editor, site, address):
    response = answer(editor, address, site)

    assert response.status_code == 200
    assert "Content-Encoding" not in response.headers


def test_a_file_is_streamed_as_it_is(client, site):
    response = answer(client, "/articles/{article}/files/{galley}/a.pdf", site)

    assert response.streaming
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert "Content-Encoding" not in response.headers

"""What a shared cache may keep: public pages asked for without a session, and nothing else."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from articles.models import Author, Proof
from articles.models.proof import digest_of
from articles.publishing.publication import withdraw_article
from journal.shared_cache import SharedCache
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

SHARED = "max-age=0, s-maxage=2"
TOKEN = "token-of-a-proof"


@pytest.fixture
def site():
    """A journal with a public article, a draft in the same issue, and a proof of the draft."""
    journal = a_journal()
    issue = an_issue(journal)
    person = Author.objects.create(family_name_kk="Төлегенова")
    journal.pages.create(slug="about", title_kk="Журнал туралы", text_kk="<p>Журнал</p>")
    article = a_public_article(
        journal,
        issue_id=issue.pk,
        authors=(an_author(author_id=person.pk),),
        galleys=(a_galley(b"%PDF-1.4 public", "b.pdf"),),
    )
    draft = an_article(
        journal, doi="10.5555/draft", issue_id=issue.pk, galleys=(a_galley(b"%PDF-1.4", "a.pdf"),)
    )
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
        "galley": draft.galleys.get().pk,
        "public_galley": article.galleys.get().pk,
        "issue": issue.pk,
        "author": person.pk,
        "token": TOKEN,
        "journal": journal,
        "public": article,
    }


@pytest.fixture
def editor(client, site):
    client.force_login(a_member(site["journal"]))
    return client


def cache_control(client, address, site, **headers):
    response = client.get(address.format(**site), headers=headers)
    return response.headers.get("Cache-Control", "")


def content(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def may_be_kept(policy):
    """As RFC 9111 has it for a shared cache: by default, what says nothing may be kept too."""
    directives = {directive.strip() for directive in policy.split(",")}
    return not directives & {"private", "no-store", "no-cache"}


PAGES = [
    "/kk/",
    "/ru/",
    "/en/",
    "/kk/steppe-science/",
    "/kk/steppe-science/issues/",
    "/kk/steppe-science/issues/{issue}/",
    "/kk/steppe-science/pages/about/",
    "/kk/steppe-science/feed/",
    "/kk/articles/{article}/",
    "/kk/articles/{article}/?from=mail",
    "/kk/articles/{article}/linkset.json",
    "/kk/authors/",
    "/kk/authors/{author}/",
    "/kk/keywords/",
    "/kk/search/",
    "/kk/search/?q=steppe",
    "/kk/search/suggestions/?q=st",
    "/articles/{article}/export/jats",
    "/kk/articles/{article}/files/{public_galley}/b.pdf",
]


@pytest.mark.parametrize("address", PAGES)
def test_public_pages_may_be_kept_for_two_seconds(client, site, address):
    first = client.get(address.format(**site))
    again = client.get(address.format(**site))

    assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == SHARED
    assert not first.cookies


@pytest.mark.parametrize("address", PAGES)
def test_what_is_asked_for_with_a_session_is_not_kept(editor, site, address):
    assert cache_control(editor, address, site) == "private, no-cache"


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["kk", "ru, en;q=0.5"])
def test_a_kept_page_is_the_same_for_every_reader(client, site, address, language):
    """Languages, accepted types and cookies other than the session's change nothing in it."""
    plain = client.get(address.format(**site))
    client.cookies["django_language"] = "en"
    client.cookies["csrftoken"] = "x" * 32
    headers = {"Accept-Language": language, "Accept": "application/json"}

    response = client.get(address.format(**site), headers=headers)

    assert response.headers["Cache-Control"] == SHARED
    assert content(response) == content(plain)
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize("address", PAGES)
def test_an_unchanged_page_may_be_kept_on(client, site, address):
    etag = client.get(address.format(**site)).headers.get("ETag")
    if etag is None:
        return

    response = client.get(address.format(**site), headers={"If-None-Match": etag})

    assert (response.status_code, response.headers["Cache-Control"]) == (304, SHARED)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/doi/10.5555/a1",
        "/healthz",
        "/kk/no-such-page/",
        "/kk/articles/{draft}/",
        "/kk/articles/{draft}/files/{galley}/a.pdf",
        "/articles/{draft}/export/jats",
        "/kk/proof/{token}/",
        "/kk/proof/{token}/proof.pdf",
        "/admin/login/",
        "/admin/password_reset/",
        "/api/v1/articles/",
        "/oai/?verb=Identify",
        "/sitemap.xml",
    ],
)
def test_redirects_errors_forms_and_proofs_are_not_kept(client, site, address):
    assert "s-maxage" not in cache_control(client, address, site)


@pytest.mark.parametrize(
    "address",
    [
        "/kk/articles/{draft}/",
        "/kk/articles/{draft}/preview/",
        "/kk/articles/{draft}/files/{galley}/a.pdf",
        "/articles/{draft}/export/jats",
        "/admin/",
        "/admin/articles/article/{draft}/change/",
    ],
)
def test_what_editors_see_of_a_draft_is_not_kept(editor, site, address):
    response = editor.get(address.format(**site))

    assert response.status_code in (200, 404)
    assert not may_be_kept(response.headers["Cache-Control"])


def test_an_address_with_a_password_is_not_kept(client, site):
    policy = cache_control(client, "/kk/", site, Authorization="Basic cmVhZGVyOnNlY3JldA==")

    assert policy == "private, no-cache"


def test_a_page_asked_for_with_a_message_is_not_kept(client, site):
    client.cookies["messages"] = "Saved."

    assert cache_control(client, "/kk/", site) == "private, no-cache"


def test_two_hosts_have_different_pages(client, site, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    pages = [client.get("/kk/", headers={"Host": host}) for host in settings.ALLOWED_HOSTS]

    assert pages[0].headers["ETag"] != pages[1].headers["ETag"]


def test_a_withdrawn_article_has_another_etag_for_caches_that_ask_again(client, site):
    address = f"/kk/articles/{site['article']}/"
    etag = client.get(address).headers["ETag"]

    withdraw_article(site["public"], reason="Қосарлас жарияланым")

    response = client.get(address, headers={"If-None-Match": etag})
    assert (response.status_code, response.headers["Cache-Control"]) == (200, SHARED)
    assert "Қосарлас жарияланым" in response.text


# The middleware alone.


def decided(rf, method="get", status=200, cookie="", **headers):
    def view(request):
        response = HttpResponse("page", status=status, headers=headers)
        if cookie:
            response.set_cookie(cookie, "1")
        return response

    return SharedCache(view)(getattr(rf, method)("/kk/")).headers.get("Cache-Control")


def test_only_what_a_view_calls_public_is_shared(rf):
    assert decided(rf, **{"Cache-Control": "public, no-cache"}) == SHARED
    assert decided(rf, **{"Cache-Control": "no-cache, public"}) == SHARED
    for policy in ("private, no-store", "no-cache", "public, max-age=300"):
        assert decided(rf, **{"Cache-Control": policy}) == policy
    assert decided(rf) is None


@pytest.mark.parametrize("varies_by", ["Cookie", "Accept-Language", "Accept-Encoding, Accept", "*"])
def test_what_depends_on_more_than_the_address_is_not_shared(rf, varies_by):
    headers = {"Cache-Control": "public, no-cache", "Vary": varies_by}

    assert decided(rf, **headers) == "public, no-cache"


@pytest.mark.parametrize("cookie", ["csrftoken", "sessionid", "django_language"])
def test_what_sets_a_cookie_is_for_one_reader(rf, cookie):
    assert decided(rf, cookie=cookie, **{"Cache-Control": "public, no-cache"}) == (
        "private, no-cache"
    )


@pytest.mark.parametrize("status", [301, 400, 404, 410, 500, 503])
def test_errors_and_redirects_are_not_shared(rf, status):
    assert decided(rf, status=status, **{"Cache-Control": "public, no-cache"}) == "public, no-cache"


def test_an_answer_to_a_form_is_not_shared(rf):
    assert decided(rf, method="post", **{"Cache-Control": "public, no-cache"}) == "public, no-cache"

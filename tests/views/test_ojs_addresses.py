"""Addresses of an OJS from which articles came: redirected by rule to the page or file here."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from articles.models import Contacts, EarlierAddress, EarlierItem, EarlierSite
from articles.publishing import withdraw_article
from tests.factories import a_galley, a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n"
OLD_PDF = b"%PDF-1.4\nof the first version\n"
Kind = EarlierItem.Kind


@pytest.fixture
def site():
    return EarlierSite.objects.create(journal=a_journal(slug="steppe"), slug="vestnik")


@pytest.fixture
def article(site):
    """Article 12 there: version 100 with galleys 34 (a file) and 35 (elsewhere), and 99."""
    article = a_public_article(site.journal, galleys=(a_galley(PDF),))
    galley = article.galleys.get()
    add = EarlierItem.objects.create
    add(site=site, kind=Kind.ARTICLE, key="12", article=article)
    add(site=site, kind=Kind.ARTICLE_NAME, key="plants", article=article)
    add(site=site, kind=Kind.VERSION, key="100", within="12", article=article)
    add(site=site, kind=Kind.VERSION, key="99", within="12", article=article)
    add(site=site, kind=Kind.GALLEY, key="34", within="12", article=article, galley=galley)
    add(site=site, kind=Kind.GALLEY_NAME, key="kaz", within="12", article=article, galley=galley)
    address = {"address": "https://elsewhere.example.org/a.pdf"}
    add(site=site, kind=Kind.GALLEY, key="35", within="12", article=article, **address)
    add(site=site, kind=Kind.GALLEY, key="36", within="12", article=article)
    old = {"file": default_storage.save("old.pdf", ContentFile(OLD_PDF)), "file_name": "old.pdf"}
    add(site=site, kind=Kind.GALLEY, key="31", within="12", version="99", article=article, **old)
    return article


def ask(client, address):
    response = client.get(address, headers={"Accept-Language": "ru"})
    return response.status_code, response.headers.get("Location")


def page(article, language="ru"):
    return 301, f"/{language}/articles/{article.pk}/"


@pytest.mark.parametrize(
    "address",
    [
        "/index.php/vestnik/article/view/12",
        "/index.php/vestnik/article/view/12/",
        "/vestnik/article/view/12",
        "/article/view/12",
        "/ojs/index.php/vestnik/article/view/12",
        "/VESTNIK/article/view/12?x=1",
        "/index.php/vestnik/article/view/plants",
        "/index.php/vestnik/article/view/12/version/99",
        "/index.php/vestnik/article/view/12/version/100",
        "/index.php?journal=vestnik&page=article&op=view&path[]=12",
        "/index.php?journal=vestnik&page=article&op=view&path%5B0%5D=12",
        "/index.php?journal=vestnik&page=article&op=view&path=12",
        "/oai:ojs.example.org:article/12",
        # galleys without a file, of an earlier version, and unknown
        "/index.php/vestnik/article/view/12/36",
        "/index.php/vestnik/article/view/12/31",
        "/index.php/vestnik/article/downloadSuppFile/12/7",
        # tools of OJS 2, and citations of OJS 3
        "/index.php/vestnik/article/viewArticle/12",
        "/index.php/vestnik/rt/printerFriendly/12/0",
        "/vestnik/rt/metadata/12/0",
        "/index.php/vestnik/rt/captureCite/plants/0/ApaCitationPlugin",
        "/index.php/vestnik/comment/view/12/0",
        "/index.php/vestnik/article/cite/12/MlaCitationPlugin",
        "/index.php/vestnik/citationstylelanguage/get/apa?submissionId=12&publicationId=100",
        "/index.php?journal=vestnik&page=rt&op=metadata&path[]=12&path[]=0",
    ],
)
def test_an_article_is_found_in_every_form_of_its_address(client, article, address):
    assert ask(client, address) == page(article)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("kk", "kk"), ("kk_KZ", "kk"), ("kz", "kk"), ("en_US", "en"), ("en", "en"), ("ru", "ru")],
)
def test_a_locale_in_the_address_is_the_language_of_the_page(client, article, locale, language):
    assert ask(client, f"/index.php/vestnik/{locale}/article/view/12") == page(article, language)
    assert ask(client, f"/{locale}/article/view/12") == page(article, language)


@pytest.mark.parametrize(
    "address",
    [
        "/index.php/vestnik/article/view/12/34",
        "/index.php/vestnik/article/download/12/34",
        "/vestnik/en/article/viewFile/12/34/77",
        "/index.php/vestnik/rt/printerFriendly/12/34",
        "/index.php/vestnik/article/view/plants/kaz",
        "/index.php/vestnik/article/download/12/version/100/34",
        "/index.php?journal=vestnik&page=article&op=download&path[]=12&path[]=34",
    ],
)
def test_a_galley_leads_to_the_file_itself(client, article, address):
    galley = article.galleys.get()

    assert ask(client, address) == (301, f"/kk/articles/{article.pk}/files/{galley.pk}/a.pdf")


def test_a_galley_elsewhere_leads_there(client, article):
    expected = (301, "https://elsewhere.example.org/a.pdf")

    assert ask(client, "/index.php/vestnik/article/view/12/35") == expected


def test_a_galley_elsewhere_that_is_no_web_address_leads_to_the_page(client, article):
    EarlierItem.objects.filter(key="35").update(address="javascript:alert(1)")

    assert ask(client, "/index.php/vestnik/article/view/12/35") == page(article)


def test_a_file_of_an_earlier_version_stays_readable(client, article):
    _status, url = ask(client, "/index.php/vestnik/article/download/12/version/99/31")

    response = client.get(url)

    assert b"".join(response.streaming_content) == OLD_PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Robots-Tag"] == "noindex"


def test_files_of_a_withdrawn_article_are_gone(client, article):
    _status, url = ask(client, "/index.php/vestnik/article/download/12/version/99/31")
    withdraw_article(article, reason="test")

    assert client.get(url).status_code == 410
    assert ask(client, "/index.php/vestnik/article/download/12/34") == page(article)


@pytest.mark.parametrize(
    "address",
    [
        "/index.php/vestnik/article/view/13",
        "/index.php/other/article/view/12",
        "/index.php/vestnik/article/view/12/version/98",
        "/index.php/vestnik/article/view/12/version/98/34",
        "/index.php/vestnik/article/view",
        "/index.php/vestnik/article/edit/12",
        f"/index.php/vestnik/article/view/{'1' * 300}",
        f"/index.php/{'a/' * 50}article/view/12",
        "/index.php/vestnik/article/view/12%00",
        "/index.php?journal=vestnik&page=article&op=view",
        "/index.php/vestnik/rt/metadata/13/0",
        "/index.php/vestnik/rt",
        "/index.php/vestnik/citationstylelanguage/get/apa",
        "/index.php/vestnik/ethics",
        "/index.php/other/about",
        "/index.php/other/login",
        "/other/search/search",
    ],
)
def test_what_was_never_public_or_is_no_address_is_not_found(client, article, address):
    assert ask(client, address)[0] in (400, 404)


def test_a_draft_gives_nothing_away(client, site):
    draft = an_article(site.journal, galleys=(a_galley(PDF),))
    file = {"file": default_storage.save("old.pdf", ContentFile(OLD_PDF)), "file_name": "old.pdf"}
    for kind, key in ((Kind.ARTICLE, "13"), (Kind.GALLEY, "40")):
        EarlierItem.objects.create(site=site, kind=kind, key=key, article=draft, **file)
    item = EarlierItem.objects.get(key="40")

    assert ask(client, "/index.php/vestnik/article/view/13")[0] == 404
    assert ask(client, "/index.php/vestnik/article/view/13/40")[0] == 404
    assert client.get(f"/earlier-files/{item.pk}/old.pdf").status_code == 404


def test_an_issue_and_its_file(client, site):
    issue = an_issue(site.journal)
    file = {"file": default_storage.save("all.pdf", ContentFile(PDF)), "file_name": "all.pdf"}
    EarlierItem.objects.create(site=site, kind=Kind.ISSUE, key="3", issue=issue)
    EarlierItem.objects.create(site=site, kind=Kind.ISSUE_NAME, key="2024-1", issue=issue)
    whole = EarlierItem.objects.create(
        site=site, kind=Kind.ISSUE_GALLEY, key="9", within="3", issue=issue, **file
    )
    contents = (301, f"/ru/steppe/issues/{issue.pk}/")

    assert ask(client, "/index.php/vestnik/issue/view/3") == contents
    assert ask(client, "/index.php/vestnik/issue/view/3/showToc") == contents
    assert ask(client, "/vestnik/issue/view/2024-1") == contents
    assert ask(client, "/vestnik/issue/download/2024-1/9") == (
        301,
        f"/earlier-files/{whole.pk}/all.pdf",
    )
    assert client.get(f"/earlier-files/{whole.pk}/all.pdf").status_code == 200


def test_an_issue_that_is_not_out_gives_nothing_away(client, site):
    tomorrow = timezone.localdate() + timedelta(days=1)
    issue = an_issue(site.journal, published_on=tomorrow)
    file = {"file": default_storage.save("all.pdf", ContentFile(PDF)), "file_name": "all.pdf"}
    EarlierItem.objects.create(site=site, kind=Kind.ISSUE, key="3", issue=issue)
    whole = EarlierItem.objects.create(
        site=site, kind=Kind.ISSUE_GALLEY, key="9", within="3", issue=issue, **file
    )

    assert ask(client, "/index.php/vestnik/issue/view/3")[0] == 404
    assert ask(client, "/index.php/vestnik/issue/view/3/9")[0] == 404
    assert client.get(f"/earlier-files/{whole.pk}/all.pdf").status_code == 404


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/index.php/vestnik", "/ru/steppe/"),
        ("/index.php/vestnik/index", "/ru/steppe/"),
        ("/index.php/vestnik/en", "/en/steppe/"),
        ("/index.php", "/ru/steppe/"),
        ("/index.php/vestnik/issue/archive", "/ru/steppe/issues/"),
        ("/vestnik/issue/current", "/ru/steppe/issues/current/"),
        ("/index.php/vestnik/gateway/plugin/WebFeedGatewayPlugin/atom", "/ru/steppe/feed/"),
        ("/vestnik/kk/gateway/plugin/WebFeedGatewayPlugin/rss2", "/kk/steppe/feed/"),
        ("/index.php/vestnik/oai?verb=Identify", "/oai/?verb=Identify"),
        ("/vestnik", "/ru/steppe/"),
        ("/vestnik/en", "/en/steppe/"),
        ("/index.php/index", "/ru/steppe/"),
        ("/index.php/vestnik/issue", "/ru/steppe/issues/current/"),
        ("/vestnik/en/issue/archive/2", "/en/steppe/issues/"),
        ("/index.php/vestnik/catalog/category/botany", "/ru/steppe/issues/"),
        ("/index.php/vestnik/announcement/view/5", "/ru/steppe/news/"),
        ("/vestnik/kk/announcement", "/kk/steppe/news/"),
        ("/index.php/vestnik/sitemap", "/sitemap.xml"),
        ("/index.php/vestnik/about", "/ru/steppe/"),
        ("/index.php/vestnik/search", "/ru/search/"),
        ("/en/search/search?query=", "/en/search/"),
        (
            "/vestnik/kk/search/search?query=%D0%B4%D0%B0%D0%BB%D0%B0",
            "/kk/search/?q=%D0%B4%D0%B0%D0%BB%D0%B0",
        ),
        ("/index.php/vestnik/search/results?simpleQuery=a+b", "/ru/search/?q=a+b"),
        ("/index.php/vestnik/search/authors", "/ru/authors/"),
        (
            "/index.php/vestnik/search/authors/view?firstName=Anna&middleName=&lastName=Kim",
            "/ru/search/?q=Anna+Kim",
        ),
        (
            "/index.php/vestnik/oai?verb=GetRecord&identifier=oai:a:article/12",
            "/oai/?verb=GetRecord&identifier=oai%3Aa%3Aarticle%2F12",
        ),
    ],
)
def test_pages_of_the_journal_its_feed_and_its_interface(client, site, address, target):
    assert ask(client, address) == (301, target)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/index.php/vestnik/about", "/ru/steppe/pages/about/"),
        ("/vestnik/en/about/contact", "/en/steppe/pages/about/"),
        ("/index.php/vestnik/about/editorialTeam", "/ru/steppe/pages/board/"),
        ("/index.php/vestnik/kk/about/editorialMasthead", "/kk/steppe/pages/board/"),
        ("/index.php/vestnik/about/submissions", "/ru/steppe/pages/for-authors/"),
        ("/index.php/vestnik/information/authors", "/ru/steppe/pages/for-authors/"),
        ("/index.php?journal=vestnik&page=about&op=submissions", "/ru/steppe/pages/for-authors/"),
        ("/index.php/vestnik/Peer_Review", "/ru/steppe/pages/peer-review/"),
        ("/vestnik/en/peer-review", "/en/steppe/pages/peer-review/"),
        ("/index.php/vestnik/faq", "/ru/steppe/pages/faq/"),
    ],
)
def test_pages_about_the_journal_lead_to_those_on_the_same_thing(client, site, address, target):
    for slug in ("about", "board", "for-authors", "peer-review", "faq"):
        site.journal.pages.create(slug=slug)

    assert ask(client, address) == (301, target)


@pytest.mark.parametrize("has_page", [True, False])
def test_the_editorial_team_and_the_contacts_lead_to_the_board_and_the_contacts(
    client, site, has_page
):
    if has_page:
        site.journal.pages.create(slug="board")
    site.journal.board_groups.create(title_ru="Редакция").members.create(name_ru="Ульгиева А.")
    Contacts.objects.create(journal=site.journal, email="office@example.org")

    team = ask(client, "/index.php/vestnik/about/editorialTeam")
    contacts = ask(client, "/vestnik/en/about/contact")

    assert team == (301, "/ru/steppe/board/")
    assert contacts == (301, "/en/steppe/contacts/")


@pytest.mark.parametrize(
    "address",
    [
        "/index.php/vestnik/login",
        "/index.php/vestnik/en/user/register?source=",
        "/vestnik/submission/wizard",
        "/index.php?journal=vestnik&page=user&op=profile",
    ],
)
def test_accounts_of_the_former_site_are_gone_and_the_page_says_where_to_turn(
    client, site, address
):
    site.journal.submission_url = "https://submit.example.org/"
    site.journal.save()

    response = client.get(address, headers={"Accept-Language": "ru"})

    assert response.status_code == 410
    assert b'href="https://submit.example.org/"' in response.content
    assert b'href="/' in response.content


def test_of_two_journals_the_address_has_to_name_one(client, article):
    other = EarlierSite.objects.create(journal=a_journal(slug="lake"), slug="lake")
    second = a_public_article(other.journal, doi="10.5555/lake")
    EarlierItem.objects.create(site=other, kind=Kind.ARTICLE, key="12", article=second)

    assert ask(client, "/vestnik/article/view/12") == page(article)
    assert ask(client, "/lake/article/view/12") == page(second)
    assert ask(client, "/article/view/12")[0] == 404


def test_a_journal_whose_name_looks_like_a_locale(client, article, site):
    site.slug = "kz"
    site.save()

    assert ask(client, "/index.php/kz/article/view/12") == page(article, "kk")
    assert ask(client, "/index.php/kz/en/article/view/12") == page(article, "en")


def test_an_address_that_an_editor_typed_wins(client, article):
    EarlierAddress.objects.create(path="/vestnik/article/view/12", target="/ru/steppe/")

    assert ask(client, "/vestnik/article/view/12") == (301, "/ru/steppe/")


@pytest.mark.parametrize("address", ["/nothing", "/index.php/vestnik/article/view/99/1/2"])
def test_an_unknown_address_costs_one_query(client, article, address, django_assert_num_queries):
    with django_assert_num_queries(2 + 1):  # two are those of the page that says so
        client.get(address)

"""The editorial board, the contacts and the databases as readers see them."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html
from pytest_django.asserts import assertRedirects

from articles.editing.web_pictures import PORTRAIT, web_logo, web_picture
from articles.models import (
    Author,
    BoardGroup,
    BoardMember,
    Contacts,
    IndexingDatabase,
    Journal,
    News,
    Page,
)
from articles.publishing import withdraw_article
from tests.editing.test_web_pictures import SVG, a_picture
from tests.factories import a_journal, a_public_article, an_author, an_issue

pytestmark = pytest.mark.django_db
BOARD, CONTACTS = "/{}/steppe-science/board/", "/{}/steppe-science/contacts/"
HOME = "/en/steppe-science/"
ORCID = "0000-0000-1423-0019"


@pytest.fixture(autouse=True)
def _empty_cache(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def group(journal):
    return BoardGroup.objects.create(journal=journal, title_kk="Бас редактор", title_en="Editor")


def member(group, **changes):
    values = {"name_kk": "Үлгіева Айгерім", "name_en": "Aigerim Ulgieva", **changes}
    return BoardMember.objects.create(group=group, **values)


def page_of(client, address, language="en"):
    answer = client.get(address.format(language))
    assert answer.status_code == 200
    return html.document_fromstring(answer.content.decode())


def texts(page, path):
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


def json_ld(page):
    return json.loads(page.xpath("string(//script[@type='application/ld+json'])"))


def test_the_board_takes_the_place_of_the_page_when_it_has_a_member(client, journal):
    Page.objects.create(journal=journal, slug="board", title_en="Our board", text_en="<p>Old</p>")
    group = BoardGroup.objects.create(journal=journal, title_en="Editor")
    text_page, board = "/en/steppe-science/pages/board/", BOARD.format("en")
    assert "Old" in client.get(text_page).text
    assertRedirects(client.get(board), text_page)

    row = member(group)

    assertRedirects(client.get(text_page), board)

    page = page_of(client, BOARD)
    assert texts(page, "//h1 | //h2[not(ancestor::footer)] | //h3") == [
        "Our board",
        "Editor",
        "Aigerim Ulgieva",
    ]
    assert "Old" not in page.text_content()

    row.delete()
    assert "Old" in client.get(text_page).text


def test_groups_and_members_stand_in_the_order_of_the_journal(client, journal):
    last = BoardGroup.objects.create(journal=journal, title_en="Members", order=2)
    first = BoardGroup.objects.create(journal=journal, title_en="Editor", order=1)
    BoardGroup.objects.create(journal=journal, title_en="Nobody", order=3)
    member(last, name_en="B", order=2)
    member(last, name_en="A", order=1)
    member(first, name_en="C", order=9)

    assert texts(page_of(client, BOARD), "//main//h2 | //main//h3") == [
        *("Editor", "C", "Members", "A", "B")
    ]


def test_a_member_is_shown_with_everything_that_is_known(client, group):
    member(
        group, degree_en="PhD", post_en="Rector", affiliation_en="Steppe University",
        city_en="Karkara", country="KZ", orcid=ORCID, email="a+b@example.org",
    )  # fmt: skip

    page = page_of(client, BOARD)

    assert texts(page, "//li[.//h3]//p | //span[@class='face']") == [
        *("AU", "Rector", "PhD", "Steppe University", "Karkara, Kazakhstan"),
        *(f"{ORCID} Aigerim Ulgieva", "a+b@example.org"),
    ]
    assert page.xpath("//a[contains(@href, 'mailto')]/@href") == ["mailto:a%2Bb@example.org"]
    described = json_ld(page)
    assert (described["@type"], described["issn"]) == ("Periodical", ["0000-0000"])
    (role,) = described["editor"]
    assert role["roleName"] == [
        {"@language": "kk", "@value": "Бас редактор"},
        {"@language": "en", "@value": "Editor"},
    ]
    assert role["editor"] == {
        "@type": "Person",
        "name": "Aigerim Ulgieva",
        "alternateName": ["Үлгіева Айгерім"],
        "@id": f"https://orcid.org/{ORCID}",
        "honorificSuffix": "PhD",
        "jobTitle": [{"@language": "en", "@value": "Rector"}],
        "affiliation": {
            "@type": "Organization",
            "name": "Steppe University",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Karkara",
                "addressCountry": "KZ",
            },
        },
        "email": "a+b@example.org",
    }


@pytest.mark.parametrize(("language", "lang"), [("kk", None), ("ru", "kk"), ("en", "kk")])
def test_names_of_one_script_say_their_language(client, group, language, lang):
    member(group, name_en="", post_kk="Ректор")

    page = page_of(client, BOARD, language)

    assert [each.get("lang") for each in page.xpath("//main//h3 | //main//li//p")] == [lang, lang]
    assert texts(page, "//span[@class='face']") == ["ҮА"]


def test_a_linked_person_gives_names_orcid_and_articles(client, journal, group):
    person = Author.objects.create(
        family_name_kk="Төлегенова", given_name_kk="Ұлжан", family_name_en="Tolegenova",
        given_name_en="Ulzhan", orcid=ORCID,
    )  # fmt: skip
    member(group, name_kk="", name_en="", person=person)
    assert texts(page_of(client, BOARD), "//main//h3 | //main//li//p") == [
        "Ulzhan Tolegenova",
        f"{ORCID} Ulzhan Tolegenova",
    ]

    article = a_public_article(a_journal(slug="second"), authors=(an_author(author_id=person.pk),))

    link = "//main//li//a[contains(@href, '/authors/')]/@href"
    assert page_of(client, BOARD).xpath(link) == [f"/en/authors/{person.pk}/"]
    person.family_name_en = "Renamed"
    person.save()
    assert texts(page_of(client, BOARD), "//main//h3") == ["Ulzhan Renamed"]
    withdraw_article(article, reason="test")
    assert page_of(client, BOARD).xpath(link) == []


def test_a_merged_person_leads_to_the_page_of_the_kept_one(client, journal, group):
    kept = Author.objects.create(family_name_en="Kept")
    merged = Author.objects.create(family_name_en="Merged", merged_into=kept)
    a_public_article(journal, authors=(an_author(author_id=kept.pk),))
    member(group, person=merged)

    links = page_of(client, BOARD).xpath("//ul[@class='faces']//a/@href")

    assert links == [f"/en/authors/{kept.pk}/"]


@pytest.mark.parametrize("count", [1, 300])
def test_a_board_of_300_makes_as_many_queries_as_one_of_one(client, journal, count):
    groups = [BoardGroup.objects.create(journal=journal, title_en="G") for _ in range(30)]
    for number in range(count):
        person = Author.objects.create(family_name_en=f"P{number}")
        member(groups[number % 30], person=person, duties_en="All")
    Contacts.objects.create(journal=journal, address_en="Here")
    cache.clear()

    for address, queries in ((BOARD, 4), (CONTACTS, 4)):
        with CaptureQueriesContext(connection) as made:
            page = page_of(client, address)
        assert (len(page.xpath("//main//h3")), len(made)) == (count, queries)


def test_menu_and_sitemap_have_the_board_and_the_contacts_once(client, journal, group):
    menu = "//nav[@id='menu']//a"
    places = ("board/", "contacts/", "pages/board/")

    def counts():
        sitemap = client.get("/sitemap-pages.xml").text
        base = "<loc>http://127.0.0.1:8000/en/steppe-science"
        listed = [sitemap.count(f"{base}/{place}") for place in places]
        return texts(page_of(client, HOME, "en"), menu)[2:], listed

    assert counts() == ([], [0, 0, 0])
    row = member(group)
    Contacts.objects.create(journal=journal)
    assert counts() == (["Editorial board", "Contacts"], [1, 1, 0])
    Page.objects.create(journal=journal, slug="board", title_en="Board")
    assert counts() == (["Board", "Contacts"], [1, 1, 0])
    row.delete()
    Contacts.objects.all().delete()
    assert counts() == (["Board"], [0, 0, 1])
    assert Journal.objects.get().has_board is False


def test_contacts_are_a_page_and_stand_in_the_footer(client, journal, group):
    Page.objects.create(journal=journal, slug="contacts", title_en="Write to us", text_en="Old")
    Contacts.objects.create(
        journal=journal, address_en="1 Example Street", address_kk="Мысал көшесі, 1",
        phones="+7 (700) 000-00-00, 8 700 1", email="office@example.org", hours_kk="10:00",
        map_url="https://maps.example.org/?q=1&z=2",
    )  # fmt: skip
    member(group, duties_en="Complaints", post_en="Chief", email="chief@example.org")
    member(group, name_en="Not to write to")

    page = page_of(client, CONTACTS)

    assert texts(page, "//main//h1 | //main//h2 | //main//h3") == [
        *("Write to us", "Office of the journal", "Whom to write to", "Aigerim Ulgieva"),
        "Founder and publisher",
    ]
    office = "//main//section[contains(@class, 'card')][.//h2[.='Office of the journal']]"
    assert texts(page, f"{office}//dd") == [
        "1 Example Street",
        "+7 (700) 000-00-00, 8 700 1",
        "office@example.org",
        "10:00",
        "Open the map",
    ]
    assert page.xpath(f"{office}//a/@href") == [
        *("tel:+77000000000", "tel:87001", "mailto:office@example.org"),
        "https://maps.example.org/?q=1&z=2",
    ]
    assert page.xpath("//dd[text()='10:00']/@lang") == ["kk"]
    assert texts(page, "//ul[@class='faces']//p") == ["Chief", "Complaints", "chief@example.org"]
    footer = texts(page_of(client, HOME), "//footer//p")[1]
    assert footer == "1 Example Street +7 (700) 000-00-00, 8 700 1 office@example.org"
    office = json_ld(page)["mainEntity"]
    assert office["telephone"] == ["+7 (700) 000-00-00", "8 700 1"]
    assert office["contactPoint"] == [
        {
            "@type": "ContactPoint",
            "name": "Aigerim Ulgieva",
            "contactType": "Complaints",
            "email": "chief@example.org",
        }
    ]


def test_the_home_and_the_page_about_show_databases_by_logo_or_name(client, journal):
    an_issue(journal)
    Page.objects.create(journal=journal, slug="about", title_en="About", text_en="<p>Us</p>")
    logo = web_logo(ContentFile(SVG.format("<g/>").encode(), name="logo.svg"))
    IndexingDatabase.objects.create(
        journal=journal, name_en="Index", url="https://example.org/1", logo=logo, order=2
    )
    IndexingDatabase.objects.create(journal=journal, name_kk="Тізім", order=1)

    for address in (HOME, "/en/steppe-science/pages/about/"):
        page = page_of(client, address)
        assert texts(page, "//ul[contains(@class, 'logos')]/li") == ["Тізім", ""]
        assert page.xpath("//ul[contains(@class, 'logos')]//img/@alt") == ["Index"]
        assert page.xpath("//ul[contains(@class, 'logos')]//a/@href") == ["https://example.org/1"]
    file = client.get(page.xpath("//ul[contains(@class, 'logos')]//img/@src")[0])
    assert (file["Content-Type"], b"".join(file)) == ("image/svg+xml", SVG.format("<g/>").encode())
    assert "sandbox" in file["Content-Security-Policy"]


def test_a_picture_is_public_as_long_as_a_public_page_shows_it(client, journal, group):
    row = member(group, picture=web_picture(a_picture(), PORTRAIT))
    address = page_of(client, BOARD).xpath("string(//img[@class='face']/@src)")
    assert client.get(address)["Content-Type"] == "image/jpeg"
    row.delete()
    assert client.get(address).status_code == 404

    tomorrow = timezone.localdate() + timedelta(days=1)
    News.objects.create(
        journal=journal, slug="n", title_en="N", published_on=tomorrow,
        picture=row.picture.name,
    )  # fmt: skip
    assert client.get(address).status_code == 404
    News.objects.update(published_on=timezone.localdate())
    assert client.get(address).status_code == 200

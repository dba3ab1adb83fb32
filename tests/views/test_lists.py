"""The lists from A to Я: in Kazakh alphabetical order, in each language, with counts."""

import pytest
from django.core.cache import cache

from articles.models import Author
from articles.records.names import Name
from tests.factories import a_journal, a_public_article, an_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def articles():
    journal = a_journal()
    families = ("Есеркепова", "Әбенов", "Ғабитов", "Аманов", "Гоголь", "Бекова", "Wells")
    for number, family in enumerate(families):
        a_public_article(
            journal,
            doi=f"10.5555/{number}",
            authors=(an_author(names={"kk": Name(family, "Ай", ""), "en": Name("A", "B", "")}),),
            keywords={"kk": ("дала", f"сөз {number}"), "en": ("steppe",)},
        )
    an_article(journal, doi="10.5555/d", authors=(an_author(names={"kk": Name("Құпия", "", "")}),))


def lines(html):
    """The words of the list, as they follow each other."""
    part = html.partition('<ul class="issues mt"')[2].partition("</ul>")[0]
    return [one.partition(">")[2].partition("</a>")[0] for one in part.split("<a ")[1:]]


def test_authors_stand_in_kazakh_alphabetical_order_and_drafts_do_not(client):
    html = client.get("/kk/authors/").content.decode()

    assert [line.partition(",")[0] for line in lines(html)] == [
        "Аманов", "Әбенов", "Бекова", "Гоголь", "Ғабитов", "Есеркепова", "Wells",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/kk/authors/?letter=Ә", ["Әбенов, Ай"]),
        ("/kk/authors/?letter=ғ", ["Ғабитов, Ай"]),
        ("/en/authors/?language=kk&letter=W", ["Wells, Ай"]),
        ("/kk/authors/?language=en", ["A, B"]),
        ("/ru/keywords/?language=en", ["steppe"]),
        ("/kk/keywords/?letter=Д", ["дала"]),
    ],
)
def test_a_letter_and_a_language_are_chosen_by_the_address(client, address, expected):
    assert lines(client.get(address).content.decode()) == expected


@pytest.mark.parametrize("address", ["/kk/authors/?letter=Ю", "/kk/authors/?page=2"])
def test_where_nothing_is_there_is_no_page(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("more", [0, 1, 6])
def test_a_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, more):
    for number in range(more):
        a_public_article(a_journal(slug=f"m{number}"), doi=f"10.5555/more{number}")
    cache.clear()

    with django_assert_num_queries(5):
        client.get("/kk/authors/")


def test_an_author_without_a_page_leads_to_a_search_that_finds_the_articles(client):
    html = client.get("/kk/authors/?letter=Ә").content.decode()

    address = html.partition('<ul class="issues mt"')[2].partition('href="')[2].partition('"')[0]
    found = client.get(address).content.decode()

    assert "1 мақала табылды" in found or "1 article found" in found
    assert Author.objects.count() == 0

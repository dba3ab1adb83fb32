"""A few letters suggest titles, authors and keywords of public articles, in any script."""

import pytest

from articles.models import Journal
from articles.records.languages import text
from articles.records.names import Name
from articles.search.suggestions import MOST, suggestions
from tests.factories import a_journal, a_public_article, an_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def articles():
    journal = a_journal()
    for number in range(3):
        a_public_article(
            journal,
            doi=f"10.5555/{number}",
            title=text("Қазақстан далалары", "Степи Казахстана", "Steppes of Kazakhstan"),
            authors=(an_author(names={"kk": Name("Қазыбеков", "Ай", "")}),),
            keywords={"kk": ("қазақ тілі", f"қазына {number}")},
        )
    an_article(journal, doi="10.5555/d", title=text("Қазба құпия", "Тайна", "Secret"))


@pytest.mark.parametrize("typed", ["қаз", "каз", "qaz", "Қаз", " қаз "])
def test_the_beginning_suggests_each_value_once(typed):
    assert [(one.kind, one.label) for one in suggestions(typed)] == [
        ("keyword", "қазақ тілі"),
        ("keyword", "қазына 0"),
        ("keyword", "қазына 1"),
        ("keyword", "қазына 2"),
        ("author", "Қазыбеков, Ай"),
        ("title", "Қазақстан далалары"),
    ]
    assert MOST == 4


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "'", "\x00", "\U0010ffff", "қ" * 10_000])
def test_what_begins_nothing_suggests_nothing(typed):
    assert suggestions(typed) == []


def test_a_journal_suggests_from_its_own_articles_alone():
    other = a_journal(slug="other")
    a_public_article(other, doi="10.5555/o", title=text(en="Qazaq"), keywords={"en": ("qaz",)})
    first = Journal.objects.exclude(pk=other.pk).get()

    assert [one.label for one in suggestions("qaz", other.pk)] == ["qaz", "Qazaq"]
    assert [one.label for one in suggestions("qaz")][:2] == ["qaz", "қазақ тілі"]
    assert [one.label for one in suggestions("qaz", first.pk)] == [
        "қазақ тілі", "қазына 0", "қазына 1", "қазына 2", "Қазыбеков, Ай", "Қазақстан далалары",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_suggestion_of_a_journal_leads_into_it(client, language):
    a_journal(slug="other")
    address = f"/{language}/steppe-science/search/suggestions/"

    suggested = client.get(address, {"q": "қаз"}).json()["suggestions"]

    urls = [one["url"] for one in suggested]
    assert [url.partition("?")[0] for url in urls[:5]] == [
        f"/{language}/steppe-science/search/"
    ] * 5
    assert [client.get(url).status_code for url in urls] == [200] * 6
    articles = [client.get(url).text.count("Қазақстан далалары") for url in urls[:5]]
    assert articles == [3, 1, 1, 1, 3]
    assert client.get(f"/{language}/nowhere/search/suggestions/").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_suggestion_leads_somewhere(client, language):
    found = client.get(f"/{language}/search/suggestions/", {"q": "қаз"}).json()["suggestions"]

    assert [client.get(one["url"]).status_code for one in found] == [200] * 6

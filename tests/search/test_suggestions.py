"""A few letters suggest titles, authors and keywords of public articles, in any script."""

import pytest

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


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_suggestion_leads_somewhere(client, language):
    found = client.get(f"/{language}/search/suggestions/", {"q": "қаз"}).json()["suggestions"]

    assert [client.get(one["url"]).status_code for one in found] == [200] * 6

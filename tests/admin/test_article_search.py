"""The search of the list of articles: over drafts too, and only what the editor may see."""

import pytest

from articles.models import Article, User
from articles.records.languages import text
from articles.search.editors_search import matching_articles
from tests.factories import a_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    journal = a_journal()
    draft = an_article(
        journal, doi="10.5555/draft", title=text("Түйелер туралы", "О верблюдах", "On camels")
    )
    return {"draft": draft, "public": a_public_article(journal)}


@pytest.mark.parametrize("typed", ["түйе", "верблюды", "camel", "түй", "10.5555/draft"])
def test_a_draft_is_found_by_its_words_names_and_identifiers(articles, typed):
    assert list(matching_articles(Article.objects.all(), typed)) == [articles["draft"]]


@pytest.mark.parametrize(("typed", "count"), [("", 2), ("   ", 2), ("- ! ?", 0), ("жоқ сөз", 0)])
def test_an_empty_search_finds_everything_and_unknown_words_nothing(articles, typed, count):
    assert matching_articles(Article.objects.all(), typed).count() == count


def test_only_articles_of_the_given_list_are_found(articles):
    others = Article.objects.filter(pk=articles["public"].pk)

    assert list(matching_articles(others, "түйе")) == []


def test_the_list_has_the_search(articles, client):
    client.force_login(User.objects.create_superuser("editor", password="x"))

    html = client.get("/admin/articles/article/", {"q": "верблюдами"}).content.decode()

    assert f"/admin/articles/article/{articles['draft'].pk}/change/" in html
    assert f"/admin/articles/article/{articles['public'].pk}/change/" not in html

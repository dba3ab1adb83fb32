"""Editors find what was released by the readers' row, until they change it."""

import msgspec
import pytest

from articles.editing import save_article, working_record
from articles.models import Article, SearchRow
from articles.publishing.release import release
from articles.search.editors_search import matching_articles
from tests.factories import a_public_article, an_article

pytestmark = pytest.mark.django_db


def found(typed):
    return set(matching_articles(Article.objects.all(), typed).values_list("pk", flat=True))


def own_vectors():
    return SearchRow.objects.filter(scope="editors", vector__isnull=False).count()


def retitled(article, title):
    record = msgspec.structs.replace(working_record(article), title={"en": title})
    save_article(record, article=article, base=article.version)
    article.refresh_from_db()


def test_a_draft_is_found_by_a_row_of_its_own():
    article = an_article(title={"en": "Saxaul groves"})

    assert own_vectors() == 1
    assert found("saxaul") == {article.pk}


def test_what_is_released_is_found_without_one():
    article = a_public_article(title={"en": "Saxaul groves"})

    assert own_vectors() == 0
    assert found("saxaul") == {article.pk}


def test_what_was_changed_since_is_found_as_it_is_now_and_once_more_when_released():
    article = a_public_article(title={"en": "Saxaul groves"})

    retitled(article, "Feather grass")
    assert own_vectors() == 1
    assert found("saxaul") == set()
    assert found("feather") == {article.pk}

    release(article)
    assert own_vectors() == 0
    assert found("feather") == {article.pk}

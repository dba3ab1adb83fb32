"""Public pages, lists and the API follow a merge of two people at once, and its end."""

import pytest
from django.test import Client

from articles.models import Author, AuthorMerge
from articles.people import PEOPLE, merge_rows, undo_merge
from tests.factories import a_journal, a_public_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    journal = a_journal()
    rows = [Author.objects.create(family_name_kk=name) for name in ("Сынақов", "Сынаков")]
    for number, one in enumerate(rows):
        authors = (an_author(author_id=one.pk),)
        a_public_article(journal, doi=f"10.5555/{number}", authors=authors)
    return rows


def page(path):
    return Client().get(path, follow=False)


def test_the_page_of_a_merged_person_leads_to_the_kept_one(people):
    kept, merged = people
    assert page(f"/en/authors/{merged.pk}/").status_code == 200

    merge_rows(PEOPLE, kept.pk, [merged.pk])

    answer = page(f"/en/authors/{merged.pk}/")
    assert (answer.status_code, answer.url) == (301, f"/en/authors/{kept.pk}/")
    assert answer["Cache-Control"] == "no-cache"
    assert page(answer.url).content.decode().count("10.5555/") >= 2

    undo_merge(PEOPLE, AuthorMerge.objects.get().pk)
    assert page(f"/en/authors/{merged.pk}/").status_code == 200


def test_a_merged_person_without_public_articles_has_no_page(people):
    first, second = (Author.objects.create(family_name_kk=name) for name in ("А", "Б"))
    merge_rows(PEOPLE, first.pk, [second.pk])

    assert page(f"/en/authors/{second.pk}/").status_code == 404


def test_pages_of_articles_lists_search_and_api_name_the_kept_person(people):
    kept, merged = people
    article = merged.authorships.get().article
    paths = ["/en/authors/", f"/en/articles/{article.pk}/"]
    before = {path: page(path).content.decode() for path in paths}
    assert all(f"/en/authors/{merged.pk}/" in text for text in before.values())

    merge_rows(PEOPLE, kept.pk, [merged.pk])

    for path in paths:
        text = page(path).content.decode()
        assert f"/en/authors/{merged.pk}/" not in text
        assert f"/en/authors/{kept.pk}/" in text
    results = page("/api/v1/authors").json()["results"]
    assert [(one["id"], one["articles"]) for one in results] == [(kept.pk, 2)]
    listed = page("/api/v1/articles/").json()["results"]
    assert {one["authors"][0]["author_id"] for one in listed} == {kept.pk}
    record = page(f"/articles/{article.pk}/export/record").json()
    assert record["authors"][0]["author_id"] == kept.pk
    for key in (kept.pk, merged.pk):
        assert page(f"/en/search/?author={key}").content.decode().count("<h3") >= 2

"""Kept lists and facts follow what they were made of: a change of any of it makes them anew."""

import msgspec
import pytest

from articles.editing import save_article, working_record
from articles.models import Author, Issue, TitlePeriod
from articles.publishing.release import release
from tests.factories import a_journal, a_public_article, an_author, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    journal = a_journal()
    issue = an_issue(journal)
    person = Author.objects.create(family_name_kk="Төлегенова")
    article = a_public_article(
        journal, issue_id=issue.pk, authors=(an_author(author_id=person.pk),)
    )
    return article, issue, person


def pages(issue, person):
    root = "/kk/steppe-science/"
    return [root, f"{root}issues/{issue.pk}/", f"/kk/authors/{person.pk}/"]


def test_a_list_shows_a_new_title_once_it_is_released_and_not_before(client, place):
    article, issue, person = place
    before = [client.get(page).content for page in pages(issue, person)]
    record = msgspec.structs.replace(working_record(article), title={"kk": "Жаңа тақырып"})

    save_article(record, article=article, base=article.version)
    assert [client.get(page).content for page in pages(issue, person)] == before

    article.refresh_from_db()
    release(article)
    for page in pages(issue, person):
        assert "Жаңа тақырып" in client.get(page).text


def test_the_archive_shows_a_new_number_of_an_issue(client, place):
    _article, issue, _person = place
    page = "/kk/steppe-science/issues/"
    assert "77" not in client.get(page).text

    Issue.objects.filter(pk=issue.pk).update(number="77")

    assert "77" in client.get(page).text


def test_a_list_that_has_not_changed_is_not_sent_again(client, place):
    _article, issue, person = place
    for page in [*pages(issue, person), "/kk/steppe-science/issues/"]:
        etag = client.get(page).headers["ETag"]
        assert client.get(page, headers={"If-None-Match": etag}).status_code == 304


def test_languages_do_not_share_a_page(client, place):
    assert 'lang="kk"' in client.get("/kk/steppe-science/").text[:60]
    assert 'lang="ru"' in client.get("/ru/steppe-science/").text[:60]


def test_an_article_follows_the_facts_of_its_journal(client, place):
    article, _issue, _person = place
    address = f"/articles/{article.pk}/export/record"
    client.get(address)
    journal = article.journal

    journal.name_en = "Another Journal"
    journal.save()
    assert "Another Journal" in client.get(address).text

    period = {"from_on": "1990-01-01", "until_on": "2090-01-01"}
    TitlePeriod.objects.create(journal=journal, name_en="Former Journal", **period)
    assert "Former Journal" in client.get(address).text

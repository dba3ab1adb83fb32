"""The page on which editors look at the EPUB of an article and accept it as a file."""

from datetime import date

import msgspec
import pytest
from django.test import Client
from django.urls import reverse

from articles.editing import save_article, working_record
from articles.models import Article
from articles.preflight import findings
from articles.publishing.publication import publish_article
from articles.records.languages import text
from tests.factories import a_galley, a_member, an_article

pytestmark = pytest.mark.django_db


def page_of(article, role="editor"):
    client = Client()
    client.force_login(a_member(article.journal, role))
    return client, reverse("admin:articles_article_epub", args=[article.pk])


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def current(article):
    return working_record(Article.objects.select_related("journal").get(pk=article.pk))


def test_the_epub_is_downloaded_and_accepted():
    article = an_article(doi="10.5555/a")
    client, url = page_of(article)

    shown = client.get(url).content.decode()
    file = client.get(reverse("admin:articles_article_epub_file", args=[article.pk]))
    answer = client.post(url, {"accept": article.version}, follow=True)

    assert "Everything is shown as it is." in shown
    assert file["Content-Type"] == "application/epub+zip"
    assert file["Content-Disposition"] == 'attachment; filename="10.5555-a.epub"'
    assert messages_of(answer) == ["The EPUB is now a file of the article."]
    (galley,) = current(article).galleys
    assert (galley.kind, galley.language, galley.name) == ("epub", "kk", "10.5555-a.epub")
    assert galley.made_from
    assert "was made from this text." in client.get(url).content.decode()


def test_what_differs_is_listed_with_its_place():
    client, url = page_of(an_article(body="<figure><img src='absent.png'></figure>"))

    page = client.get(url).content.decode()

    assert "The picture “absent.png” cannot be shown; its name is printed." in page


def test_a_text_changed_since_is_not_accepted_unseen():
    article = an_article()
    client, url = page_of(article)
    seen = article.version
    save_article(msgspec.structs.replace(current(article), title=text("Басқа")), article=article)

    answer = client.post(url, {"accept": seen}, follow=True)

    expected = ["The article was changed since. Look at the EPUB again."]
    assert messages_of(answer) == expected
    assert messages_of(client.post(url, {"accept": "x"}, follow=True)) == expected
    assert current(article).galleys == ()


def test_beside_an_uploaded_file_it_is_not_offered():
    article = an_article(galleys=(a_galley(b"PK\x03\x04", "mine.epub", kind="epub"),))
    client, url = page_of(article)

    page = client.get(url).content.decode()
    answer = client.post(url, {"accept": article.version}, follow=True)

    assert 'name="accept"' not in page
    assert "“mine.epub” was uploaded by an editor and stays." in messages_of(answer)[0]


def test_an_epub_of_an_earlier_text_is_marked_noted_and_made_anew_on_release():
    article = an_article()
    client, url = page_of(article)
    client.post(url, {"accept": article.version})
    made = current(article)
    article.refresh_from_db()
    save_article(
        msgspec.structs.replace(made, title=text("Басқа", "Другая", "Another")), article=article
    )

    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    noted = [each.check for each in findings(current(article)) if each.field == "galleys"]
    article.refresh_from_db()
    publish_article(article, published_on=date(2024, 3, 29), override="test")

    assert '<span class="st warn">of an earlier text</span>' in form
    assert noted == ["check_current_epub"]
    (before,), (after,) = made.galleys, current(article).galleys
    assert (after.id, after.name) == (before.id, before.name)
    assert after.made_from != before.made_from
    assert after.checksum != before.checksum


@pytest.mark.parametrize("role", ["auditor", "translator"])
def test_roles_that_may_not_edit_download_it_and_accept_none(role):
    article = an_article()
    client, url = page_of(article, role)

    file = reverse("admin:articles_article_epub_file", args=[article.pk])

    assert (client.get(url).status_code, client.get(file).status_code) == (403, 200)
    assert client.post(url, {"accept": article.version}).status_code == 403

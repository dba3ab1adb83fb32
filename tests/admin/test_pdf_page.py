"""The page on which editors make the PDF of an article and accept it as a file."""

import msgspec
import pytest
from django.test import Client
from django.urls import reverse

from articles.editing import save_article, working_record
from articles.exports.typesetting import typesetter
from articles.records.languages import text
from tests.factories import a_galley, a_member, an_article

pytestmark = pytest.mark.django_db


def page_of(article, role="editor"):
    client = Client()
    client.force_login(a_member(article.journal, role))
    return client, reverse("admin:articles_article_pdf", args=[article.pk])


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_the_pdf_is_made_shown_and_accepted():
    article = an_article()
    client, url = page_of(article)
    assert "The article has no PDF in its language." in client.get(url).content.decode()

    made = client.post(url, {"make": "1"}).content.decode()
    shown = client.get(reverse("admin:articles_article_pdf_file", args=[article.pk]))
    answer = client.post(url, {"accept": article.version}, follow=True)

    assert "Everything is shown as it is." in made
    assert 'name="accept"' in made
    assert shown.content[:5] == b"%PDF-"
    assert "no-store" in shown["Cache-Control"]
    assert messages_of(answer) == ["The PDF is now a file of the article."]
    article.refresh_from_db()
    assert working_record(article).galleys[0].made_from
    assert "was made from this text." in client.get(url).content.decode()


def test_what_differs_is_listed_with_its_place():
    article = an_article(body="<figure><img src='absent.png'></figure>")
    client, url = page_of(article)

    page = client.post(url, {"make": "1"}).content.decode()

    assert "The picture “absent.png” cannot be shown; its name is printed." in page


def test_a_text_changed_since_is_not_accepted_unseen():
    article = an_article()
    client, url = page_of(article)
    seen = article.version
    changed = msgspec.structs.replace(working_record(article), title=text("Басқа"))
    save_article(changed, article=article)

    answer = client.post(url, {"accept": seen}, follow=True)

    assert messages_of(answer) == ["The article was changed since. Make the PDF again."]
    article.refresh_from_db()
    assert working_record(article).galleys == ()


def test_beside_an_uploaded_file_it_is_shown_and_not_offered():
    article = an_article(galleys=(a_galley(b"%PDF-1.4 mine"),))
    client, url = page_of(article)

    page = client.post(url, {"make": "1"}).content.decode()
    answer = client.post(url, {"accept": article.version}, follow=True)

    assert 'name="accept"' not in page
    assert "“a.pdf” was uploaded by an editor and stays." in messages_of(answer)[0]


def test_a_stale_pdf_is_marked_on_its_page_and_in_the_form():
    article = an_article(galleys=(a_galley(b"%PDF-1.4", made_from="0" * 64),))
    client, url = page_of(article)

    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()

    assert "was made from an earlier text of the article." in client.get(url).content.decode()
    assert '<span class="st warn">of an earlier text</span>' in form


def test_an_article_that_cannot_be_typeset_is_refused_with_a_message(monkeypatch):
    article = an_article()
    client, url = page_of(article)
    monkeypatch.setattr(typesetter, "typeset", lambda *arguments: None)

    page = client.post(url, {"make": "1"})
    shown = client.get(reverse("admin:articles_article_pdf_file", args=[article.pk]))
    answer = client.post(url, {"accept": article.version}, follow=True)

    refusal = "The article is too long to create a PDF here. Upload a PDF of your own."
    assert messages_of(page) == messages_of(answer) == [refusal]
    assert (shown.status_code, shown.content.decode()) == (503, refusal)


@pytest.mark.parametrize(("role", "codes"), [("auditor", (403, 200)), ("translator", (403, 200))])
def test_roles_that_may_not_edit_see_the_pdf_and_make_none(role, codes):
    article = an_article()
    client, url = page_of(article, role)

    file = reverse("admin:articles_article_pdf_file", args=[article.pk])

    assert (client.post(url, {"make": "1"}).status_code, client.get(file).status_code) == codes
    assert client.post(url, {"accept": article.version}).status_code == 403

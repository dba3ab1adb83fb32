"""Forms that could not be taken: the CSRF check failed, or the session has ended."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.admin.article.draft_recovery import editor_token
from articles.models import Article, Section
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
ADD_ARTICLE = reverse("admin:articles_article_add")
ADD_SECTION = reverse("admin:articles_section_add")


@pytest.fixture
def person():
    return a_member(a_journal(), interface_language="ru")


@pytest.fixture
def client(person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    return client


def token_of(rf, person):
    request = rf.get("/")
    request.user = person
    return editor_token(request)


def test_an_article_form_without_a_valid_token_is_kept_and_shown_again(client, person, rf):
    typed = {"title_kk": "Алма өсіру", "editor_token": token_of(rf, person)}

    response = client.post(ADD_ARTICLE, typed)
    again = client.get(ADD_ARTICLE)

    assert response.status_code == 403
    assert '<html lang="ru">' in response.text
    assert f'href="{ADD_ARTICLE}"' in response.text
    assert "Алма өсіру" in again.text
    assert not Article.objects.exists()


def test_the_text_of_any_other_form_is_shown_on_the_page(client):
    response = client.post(
        ADD_SECTION, {"title_kk": "Биология <b>", "order": "1", "password": "жасырын сөз"}
    )

    assert response.status_code == 403
    assert "Биология &lt;b&gt;</textarea>" in response.text
    assert response.text.count("<textarea") == 1
    assert not Section.objects.exists()


def test_a_step_without_text_only_leads_back(client):
    response = client.post(ADD_SECTION, {"_save": "1"})

    assert "<textarea" not in response.text
    assert f'href="{ADD_SECTION}"' in response.text


def test_a_form_that_came_after_the_session_had_ended_is_shown_with_the_way_to_sign_in():
    response = Client().post(ADD_SECTION, {"title_kk": "Биология"})

    assert response.status_code == 403
    assert "Биология</textarea>" in response.text
    assert f'href="{reverse("admin:login")}?next=%2Fadmin' in response.text


def test_the_sign_in_page_says_that_an_article_form_is_kept(rf, person):
    visitor = Client()

    response = visitor.post(
        ADD_ARTICLE, {"title_kk": "Алма өсіру", "editor_token": token_of(rf, person)}
    )
    page = visitor.get(response.url, headers={"accept-language": "en"})

    assert response.status_code == 302
    assert "What you typed is kept" in page.text

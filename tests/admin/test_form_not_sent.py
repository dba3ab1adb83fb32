"""Forms that could not be taken: the CSRF check failed, or the session has ended."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.admin.draft_recovery import editor_token
from articles.models import Article, Journal, Membership, Section, TitlePeriod
from tests.factories import a_journal, a_member, a_public_article, an_article, an_issue

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


def opened(client, address):
    page = html.document_fromstring(client.get(address).content.decode())
    form = next(form for form in page.forms if "editor_token" in form.fields)
    return dict(form.form_values())


def test_a_stock_form_sent_after_the_session_had_ended_is_opened_as_typed(client, person):
    journal = person.memberships.get().journal
    address = reverse("admin:articles_journal_change", args=[journal.pk])
    TitlePeriod.objects.create(
        journal=journal, name_kk="Ескі", from_on="2000-01-01", until_on="2001-01-01"
    )
    Membership.objects.update(role="chief_editor")
    typed = opened(client, address)
    row = next(name for name in typed if name.endswith("-0-name_kk"))
    typed |= {"publisher_kk": "Жаңа баспа", row: "Жаңа атау", "slug": "kept"}
    visitor = Client()

    refused = visitor.post(address, typed)
    visitor.force_login(person)
    page = visitor.get(address)

    again = html.document_fromstring(page.content.decode())
    values = next(form for form in again.forms if "editor_token" in form.fields).fields
    assert refused.url.startswith(reverse("admin:login"))
    assert values["publisher_kk"] == "Жаңа баспа"
    assert values[row] == "Жаңа атау"
    assert "errorlist" not in page.text
    assert not Journal.objects.filter(publisher_kk="Жаңа баспа").exists()


def test_files_of_a_form_that_was_not_taken_are_named(client, person, rf):
    journal = person.memberships.get().journal
    issue = an_issue(journal)
    address = reverse("admin:articles_issue_change", args=[issue.pk])
    cover = SimpleUploadedFile("cover.png", b"x", "image/png")
    typed = opened(client, address)
    typed.pop("csrfmiddlewaretoken")

    refused = client.post(address, {**typed, "title_kk": "Жусан", "cover": cover})
    page = client.get(address)

    assert refused.status_code == 403
    assert "cover.png" in refused.text
    assert "Жусан" in page.text
    assert any("cover.png" in str(message) for message in page.context["messages"])


def test_what_the_browser_has_kept_is_shown_unsaved(client, person):
    journal = person.memberships.get().journal
    address = reverse("admin:articles_issue_change", args=[an_issue(journal).pk])
    typed = {**opened(client, address), "title_kk": "Жусан", "typing": "1234", "_recover": "1"}

    answer = client.post(address, typed)
    page = client.get(address)

    assert (answer.status_code, answer.url) == (302, address)
    assert "Жусан" in page.text
    assert "data-unsaved" in page.text
    assert "Жусан" not in client.get(address).text


def test_passwords_are_never_kept(rf, person, django_user_model):
    keeper = django_user_model.objects.create_superuser("keeper")
    address = reverse("admin:articles_user_add")
    signed_in = Client()
    signed_in.force_login(keeper)
    typed = {**opened(signed_in, address), "username": "dana", "password1": "Құпия сөз 1"}
    visitor = Client()

    visitor.post(address, typed)

    assert "dana" in visitor.session["typed"]["typed"]
    assert "password" not in visitor.session["typed"]["typed"].replace("usable_password", "")


def test_only_the_editor_who_typed_gets_the_text_back(client, person, django_user_model):
    journal = person.memberships.get().journal
    address = reverse("admin:articles_issue_change", args=[an_issue(journal).pk])
    typed = {**opened(client, address), "title_kk": "Жусан"}
    visitor = Client()
    visitor.post(address, typed)
    visitor.force_login(django_user_model.objects.create_superuser("other"))

    assert "Жусан" not in visitor.get(address).text


def test_a_saved_form_is_forgotten_by_the_browser(client, person):
    journal = person.memberships.get().journal
    address = reverse("admin:articles_issue_change", args=[an_issue(journal).pk])
    typed = {**opened(client, address), "title_kk": "Жусан", "typing": "4321"}

    answer = client.post(address, typed)

    assert answer.status_code == 302
    assert answer.cookies["desk_saved"].value == "4321"


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("articles_article_notice", {"reason_kk": "Жазылған себеп"}),
        ("articles_article_proof", {"author": "Жазылған атау"}),
        ("articles_article_publish", {"override": "Жазылған себеп", "published_on": "2020-01-01"}),
    ],
)
def test_pages_of_an_article_give_back_what_was_typed(client, person, page, typed):
    journal = person.memberships.get().journal
    Membership.objects.update(role="chief_editor")
    article = (
        a_public_article(journal) if page.endswith("notice") else an_article(journal, title={})
    )
    address = reverse(f"admin:{page}", args=[article.pk])
    visitor = Client()

    visitor.post(address, {**opened(client, address), **typed})
    visitor.force_login(person)
    answer = visitor.get(address)

    assert answer.status_code == 200
    assert "Жазылған" in answer.text


@pytest.mark.parametrize(
    ("page", "typed"),
    [("archive", {"reason": "Жазылған"}), ("makeup", {"first-{}": "Жазылған"})],
)
def test_pages_of_an_issue_give_back_what_was_typed(client, person, page, typed):
    journal = person.memberships.get().journal
    Membership.objects.update(role="chief_editor")
    issue = an_issue(journal)
    article = an_article(journal, issue_id=issue.pk)
    address = reverse(f"admin:articles_issue_{page}", args=[issue.pk])
    typed = {name.format(article.pk): value for name, value in typed.items()}
    visitor = Client()

    visitor.post(address, {**opened(client, address), **typed})
    visitor.force_login(person)
    answer = visitor.get(address)

    assert answer.status_code == 200
    assert "Жазылған" in answer.text


def test_what_a_script_sends_does_not_take_the_place_of_a_kept_form(client, person):
    article = an_article(person.memberships.get().journal)
    address = reverse("admin:articles_article_change", args=[article.pk])
    live = reverse("admin:articles_article_live", args=[article.pk])
    typed = {**opened(client, address), "title_kk": "Жусан"}
    visitor = Client()
    visitor.post(address, typed)

    visitor.post(live, typed, headers={"X-CSRFToken": "x"})
    visitor.force_login(person)

    assert "Жусан" in visitor.get(address).text

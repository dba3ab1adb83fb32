"""The page of the full text: shown, previewed, put in order, pasted into, saved."""

import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.admin.text_editor.body_form import clean_typed_body
from articles.editing import save_article, working_record
from articles.models import Article, User
from articles.records.languages import text
from tests.admin.test_article_form import as_sent
from tests.factories import a_galley, a_member, a_record, an_article
from tests.imports.clipboard.clipboards import clipboard

pytestmark = pytest.mark.django_db
BODY = "<h2>Кіріспе</h2>\n<p>Дала [1].</p>\n"


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def url(article):
    return reverse("admin:articles_article_body", args=[article.pk])


def typed(page, **changes):
    form = page.context["form"]
    values = {name: form[name].value() or "" for name in ("body", "base_version", "reason")}
    return {**values, "editor_token": page.context["editor_token"], **changes}


def body_of(article):
    article.refresh_from_db()
    return working_record(article).body


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_the_page_shows_the_text_beside_what_readers_will_see(editor):
    article = an_article(body=BODY)

    page = editor.get(url(article))

    assert page.context["form"]["body"].value() == BODY
    shown = page.content.decode()
    assert '<h2 id="s-kirispe">' in shown  # the public page's own template and headings
    assert 'href="#ref1"' in shown
    assert page.context["losses"] == []


def test_what_is_typed_is_saved_as_a_new_version_with_its_reason(editor):
    article = an_article(body=BODY)
    form = typed(editor.get(url(article)), body=f"{BODY}\nЖай мәтін.\n\nТағы.", _save="1")

    page = editor.post(url(article), {**form, "reason": "толықтыру"}, follow=True)

    assert body_of(article) == f"{BODY}\n<p>Жай мәтін.</p>\n<p>Тағы.</p>"
    assert messages_of(page) == ["Saved as version 2. Draft; only editors see it."]
    assert article.revisions.get(version=2).reason == "толықтыру"


def test_the_preview_of_the_script_saves_nothing_and_names_what_is_lost(editor):
    article = an_article(body=BODY)
    form = typed(
        editor.get(url(article)),
        body="<p onclick='x()'>Дала [1], тағы [1], жаңа [7].</p>",
        _preview="1",
    )

    answer = editor.post(url(article), form)

    assert [loss.message for loss in answer.context["losses"]] == [
        "The attribute onclick has no place here (1×)."
    ]
    messages = [str(entry.finding.message) for entry in answer.context["entries"]]
    assert "[7] is cited; the list ends with 1." in messages
    assert ", жаңа [7].</p>" in answer.content.decode()
    assert body_of(article) == BODY


def test_a_text_that_would_lose_something_is_not_saved_and_stays_as_typed(editor):
    article = an_article(body=BODY)
    form = typed(editor.get(url(article)), body="<div>a<br>b</div>", _save="1")

    page = editor.post(url(article), form)

    assert page.status_code == 422
    assert page.context["form"]["body"].value() == "<div>a<br>b</div>"
    assert page.context["form"].errors == {
        "body": ["The full text contains HTML that is not allowed here or is not well formed."]
    }
    assert body_of(article) == BODY


def test_a_text_is_put_in_order_and_not_saved(editor):
    article = an_article(body=BODY)
    form = typed(editor.get(url(article)), body="<div>a<br>b</div>", _tidy="1")

    page = editor.post(url(article), form)

    assert page.context["form"]["body"].value() == "<p>a</p>\n<p>b</p>"
    assert page.context["losses"] == []
    assert body_of(article) == BODY


def test_update_shows_the_page_again_with_what_is_typed(editor):
    article = an_article(body=BODY)

    page = editor.post(url(article), typed(editor.get(url(article)), body="Жаңа", _update="1"))

    assert page.context["form"]["body"].value() == "Жаңа"
    assert str(page.context["full_text"].html) == "<p>Жаңа</p>"
    assert body_of(article) == BODY


def test_a_table_of_word_stays_a_table(editor):
    article = an_article()
    pasted = {"_paste": "1", "pasted": clipboard("word-table"), "before": "<p>a", "after": "</p>"}

    answer = editor.post(url(article), pasted).json()

    assert answer["before"].startswith("<p>a</p>\n<table><caption>Таблица 1")
    assert (answer["before"][-8:], answer["after"]) == ("</table>", "")
    assert re.fullmatch(r"Pasted\. Left out: Styles of another program: \d+\.", answer["message"])


def test_too_much_to_paste_is_refused(editor, monkeypatch):
    monkeypatch.setattr("articles.admin.text_editor.pasting.MAX_CHARACTERS", 10)

    answer = editor.post(url(an_article()), {"_paste": "1", "pasted": "<p>1234567890</p>"})

    assert (answer.status_code, answer.json()) == (413, {"message": "Too much to paste at once."})


def test_another_editors_text_is_a_conflict_and_nothing_is_lost(editor):
    article = an_article(body=BODY)
    form = typed(editor.get(url(article)), body="<p>Менікі.</p>", _save="1")
    other = User.objects.create(username="dana", is_superuser=True)
    save_article(a_record(body="<p>Олардікі.</p>"), article=article, base=1, editor=other)

    page = editor.post(url(article), form)

    assert page.status_code == 409
    (conflict,) = page.context["conflicts"]
    assert conflict.key == "body"
    choice = {"pending": page.context["pending"], "choice:body": "mine"}
    editor.post(reverse("admin:articles_article_conflict", args=[article.pk]), choice)
    assert body_of(article) == "<p>Менікі.</p>"


def test_a_change_of_another_field_meanwhile_is_kept(editor):
    article = an_article(body=BODY)
    form = typed(editor.get(url(article)), body="<p>Менікі.</p>", _save="1")
    save_article(a_record(body=BODY, title=text("Жаңа")), article=article, base=1, editor=None)

    editor.post(url(article), form)

    record = working_record(Article.objects.get())
    assert (record.title, record.body) == (text("Жаңа"), "<p>Менікі.</p>")


def test_a_text_sent_from_a_page_that_was_open_for_too_long_comes_back(editor, admin_user):
    article = an_article(body=BODY)
    form = typed(editor.get(url(article)), body="<p>Жоғалмайды.</p>", _save="1")
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)

    refused = client.post(url(article), form)
    page = client.get(url(article))

    assert refused.status_code == 403
    assert page.context["form"]["body"].value() == "<p>Жоғалмайды.</p>"
    assert "data-unsaved" in page.content.decode()


def test_readers_pictures_of_a_draft_are_shown(editor):
    picture = a_galley(b"\x89PNG\r\n\x1a\n", "карта.png", kind="image")
    article = an_article(body='<figure><img src="карта.png" alt=""></figure>', galleys=(picture,))

    page = editor.get(url(article))

    address = re.search(r'<img src="([^"]+)"', page.content.decode())[1]
    assert editor.get(address).status_code == 200
    assert page.context["pictures"] == ["карта.png"]


@pytest.mark.parametrize("role", ["translator", "auditor"])
def test_those_who_may_not_edit_are_offered_no_editor(role):
    article = an_article(body=BODY)
    client = Client()
    client.force_login(a_member(article.journal, role, languages=["ru"]))

    form = client.get(reverse("admin:articles_article_change", args=[article.pk]))

    assert url(article) not in form.content.decode()
    assert client.get(url(article)).status_code == 403
    assert client.post(url(article), {"_save": "1", "body": ""}).status_code == 403


def test_the_article_form_leads_to_the_editor(editor):
    article = an_article()

    form = editor.get(reverse("admin:articles_article_change", args=[article.pk]))

    assert url(article) in form.content.decode()


@pytest.mark.parametrize("times", [1, 300])
def test_the_page_asks_the_database_as_often_for_a_long_text(
    editor, times, django_assert_num_queries
):
    article = an_article(body="<h2>A</h2><p>[1]</p>" * times)

    with django_assert_num_queries(7):
        editor.get(url(article))


def test_opening_and_saving_leaves_every_text_of_the_sample_issue_as_it_was(editor):
    call_command("load_sample", verbosity=0)
    articles = Article.objects.exclude(body="")
    before = {article.pk: body_of(article) for article in articles}

    for article in articles:
        editor.post(url(article), typed(editor.get(url(article)), _save="1"))
        change = reverse("admin:articles_article_change", args=[article.pk])
        editor.post(change, as_sent(editor.get(change)))

    assert len(before) > 0
    assert {article.pk: body_of(article) for article in articles} == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.sampled_from(["\n", "\r\n"]))
def test_a_text_that_is_sent_back_unchanged_is_saved_byte_for_byte(before, line_end):
    sent_back = before.replace("\r\n", "\n").replace("\r", "\n").replace("\n", line_end)

    assert clean_typed_body(sent_back, before) == before

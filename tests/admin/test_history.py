"""The history page: what each version changed, and restoring a version or a field."""

from datetime import date

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.admin.history.reasons import PROGRAM_REASONS, translate_reason
from articles.editing import save_article, working_record
from articles.models import Article
from articles.publishing import publish_article
from tests.factories import a_member, a_record, an_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return an_article()


@pytest.fixture
def editor(article):
    return a_member(article.journal, "editor")


@pytest.fixture
def client(editor):
    client = Client()
    client.force_login(editor)
    return client


def saved(article, editor, **changes):
    record = msgspec.structs.replace(working_record(Article.objects.get(pk=article.pk)), **changes)
    save_article(record, article=article, editor=editor, reason="because")


def history(article):
    return reverse("admin:articles_article_history", args=[article.pk])


def test_each_version_shows_who_changed_which_words(article, editor, client):
    saved(article, editor, title={**a_record().title, "ru": "Редкие растения степи"})

    latest, first = client.get(history(article)).context["entries"]

    (difference,) = latest.differences
    assert (latest.revision.editor, latest.revision.reason) == (editor, "because")
    assert (difference.place.label, difference.place.language) == ("Title", "ru")
    assert [(piece.text, piece.mark) for piece in difference.before] == [
        ("Растения", "del"),
        (" степи", ""),
    ]
    assert [(piece.text, piece.mark) for piece in difference.after] == [
        ("Редкие растения", "ins"),
        (" степи", ""),
    ]
    assert first.differences == []


def test_one_field_can_be_restored(article, editor, client):
    saved(article, editor, title={**a_record().title, "ru": "Травы"}, first_page="7")

    client.post(history(article), {"version": "1", "path": '["title","ru"]'})

    record = working_record(Article.objects.get())
    assert (record.title["ru"], record.first_page) == ("Растения степи", "7")


@pytest.mark.parametrize("name", ["authors", "references", "keywords"])
def test_a_list_is_restored_as_a_whole(name, article, editor, client):
    changed = {
        "authors": (an_author(), an_author(orcid="0000-0000-0000-0001")),
        "references": (),
        "keywords": {**a_record().keywords, "ru": ("поле",)},
    }
    saved(article, editor, **{name: changed[name]})
    (latest, _first) = client.get(history(article)).context["entries"]
    way = latest.differences[0].restore_path

    client.post(history(article), {"version": "1", "path": way})

    assert getattr(working_record(Article.objects.get()), name) == getattr(a_record(), name)


def test_a_whole_version_can_be_restored(article, editor, client):
    saved(article, editor, title={"kk": "Басқа"}, references=(), first_page="99")

    client.post(history(article), {"version": "1"})

    article.refresh_from_db()
    assert working_record(article).title == a_record().title
    assert working_record(article).references == a_record().references
    assert article.version == 3


@pytest.mark.parametrize(
    "sent", [{"version": "x"}, {"version": "99"}, {"version": "1", "path": "{"}]
)
def test_restoring_an_unknown_version_changes_nothing(sent, article, client):
    response = client.post(history(article), sent, follow=True)

    article.refresh_from_db()
    assert [str(message) for message in response.context["messages"]] == ["Version not found."]
    assert article.version == 1


@pytest.mark.parametrize(
    ("role", "status", "version"), [("auditor", 403, 1), ("translator", 403, 2)]
)
def test_roles_that_may_not_write_cannot_restore(role, status, version, article, editor):
    if role == "translator":
        saved(article, editor, title={**a_record().title, "kk": "Басқа"})
    client = Client()
    client.force_login(a_member(article.journal, role, languages=["ru"]))

    response = client.post(history(article), {"version": "1"})

    article.refresh_from_db()
    assert (response.status_code, article.version) == (403, version)


def test_the_history_page_takes_few_queries(article, editor, client, django_assert_num_queries):
    for number in range(5):
        saved(article, editor, first_page=str(number + 20))

    with django_assert_num_queries(8):
        client.get(history(article))


@pytest.mark.parametrize(
    ("reason", "russian"),
    [
        ("retracted", "ретрагирована"),
        ("импортталды", "импортировано"),
        ("Restored from version 3", "Восстановлено из версии 3"),
        ("make-up of the issue", "вёрстка выпуска"),
        ("In spite of the findings: in haste", "Несмотря на ошибки: in haste"),
        ("because we said so", "because we said so"),
        ("Restored from version x%(y)s", "Restored from version x%(y)s"),
        ("from the file 007%.docx", "из файла 007%.docx"),
    ],
)
def test_a_reason_written_by_the_program_is_translated(reason, russian):
    with translation.override("ru"):
        assert translate_reason(reason) == russian


def test_every_reason_of_the_program_is_recognised_in_every_language():
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            written = [str(message) for message in PROGRAM_REASONS]
        filled = [text % {"name": "a.pdf", "version": 3, "reason": "x"} for text in written]
        with translation.override("en"):
            assert [translate_reason(text) for text in filled] == [
                str(message) % {"name": "a.pdf", "version": 3, "reason": "x"}
                for message in PROGRAM_REASONS
            ]


def test_the_status_is_not_restored(article, client):
    publish_article(article, published_on=date(2024, 3, 29), override="test")

    (latest, _first) = client.get(history(article)).context["entries"]
    (status,) = [
        difference for difference in latest.differences if difference.place.label == "Status"
    ]
    answer = client.post(history(article), {"version": 1, "path": '["status"]'}, follow=True)

    article.refresh_from_db()
    before = "".join(piece.text for piece in status.before)
    assert (status.restore_path, before, article.status) == ("", "draft", "published")
    assert [str(message) for message in answer.context["messages"]] == [
        "Change the status on the Publish page, not in the history."
    ]

"""Bulk changes of chosen articles: asked for, previewed, applied article by article, reported."""

import pytest
from django.contrib.messages import get_messages

from articles.models import Revision
from tests.admin.bulk import (
    CC0,
    LIST,
    apply,
    choose,
    done,
    lines,
    preview,
    record,
    signed_in,
    skipped,
)
from tests.factories import a_depositing_journal, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


def test_a_licence_is_previewed_then_saved_in_each_article(journal):
    first = an_article(journal, doi="10.5555/1")
    second = an_article(journal, doi="10.5555/2", licence=CC0)
    client = signed_in(journal)

    shown = preview(client, "change_licence", first, second, licence=CC0)
    before = Revision.objects.count()
    report = apply(client, shown)

    assert lines(shown) == [
        ("Licence: –", "Licence: CC0 1.0", ""),
        ("", "", "It is so already."),
    ]
    assert (before, Revision.objects.count()) == (2, 3)
    assert record(first).licence == CC0
    assert (done(report), skipped(report)) == ([first.pk], {second.pk: "It is so already."})
    assert Revision.objects.latest("pk").editor.username == "chief_editor"


def test_what_is_chosen_and_what_is_asked_changes_nothing(journal):
    article = an_article(journal)
    client = signed_in(journal)

    asked = choose(client, "change_licence", article, query="?status__exact=draft")
    preview(client, "change_licence", article, licence=CC0)

    assert (asked.context["planned_changes"], asked.context["form"].errors) == (None, {})
    assert asked.context["selection"].back == "status__exact=draft"
    assert Revision.objects.count() == 1


def test_all_articles_of_the_filtered_list_can_be_chosen(journal):
    draft = an_article(journal, doi="10.5555/1")
    an_article(journal, doi="10.5555/2", status="ready")
    client = signed_in(journal)
    sent = {"action": "change_licence", "_selected_action": [draft.pk], "select_across": "1"}

    page = client.post(f"{LIST}?status__exact=draft", sent)

    assert page.context["selection"].keys == (draft.pk,)


def test_more_articles_than_a_change_may_have_are_refused(journal, monkeypatch):
    from articles.admin.article.bulk import pages

    monkeypatch.setattr(pages, "MOST_ARTICLES", 1)
    articles = [an_article(journal, doi=f"10.5555/{number}") for number in range(2)]

    response = choose(signed_in(journal), "make_ready", *articles)

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert said == ["Choose at most 1 articles at once."]
    assert {record(article).status for article in articles} == {"draft"}

"""Bulk changes of articles that were changed meanwhile, and selections that are not one's own."""

import pytest
from django.contrib.messages import get_messages

from articles.editing import save_article
from articles.records.languages import text
from tests.admin.bulk import (
    CC0,
    LIST,
    address,
    apply,
    choose,
    done,
    preview,
    record,
    signed_in,
    skipped,
)
from tests.factories import a_depositing_journal, a_record, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


def test_an_article_changed_since_the_preview_is_told_and_the_others_are_saved(journal):
    first = an_article(journal, doi="10.5555/1")
    second = an_article(journal, doi="10.5555/2")
    client = signed_in(journal)
    shown = preview(client, "change_licence", first, second, licence=CC0)
    save_article(a_record(doi="10.5555/1", title=text("Олардікі")), article=first)

    report = apply(client, shown)

    assert skipped(report) == {first.pk: "It was changed since the preview."}
    assert done(report) == [second.pk]
    assert (record(first).title, record(first).licence) == ({"kk": "Олардікі"}, "")
    assert record(second).licence == CC0
    again = report.context["again"]
    page = client.post(
        address("change_licence"), {"selection": again.token(), "do": "preview", "licence": CC0}
    )
    assert done(apply(client, page)) == [first.pk]
    assert (record(first).title, record(first).licence) == ({"kk": "Олардікі"}, CC0)


def test_what_another_editor_saves_while_it_is_applied_is_kept(journal, monkeypatch):
    from articles.admin.article.bulk import edits

    article = an_article(journal)
    client = signed_in(journal)
    shown = preview(client, "make_ready", article)
    save = edits.save_article

    def save_after_another(ready, **named):
        save(a_record(title=text("Олардікі")), article=article)
        return save(ready, **named)

    monkeypatch.setattr(edits, "save_article", save_after_another)
    report = apply(client, shown)

    assert done(report) == [article.pk]
    assert (record(article).title, record(article).status) == ({"kk": "Олардікі"}, "ready")


def test_a_conflict_while_it_is_applied_is_told_and_stops_no_other(journal, monkeypatch):
    from articles.admin.article.bulk import edits

    first = an_article(journal, doi="10.5555/1")
    second = an_article(journal, doi="10.5555/2")
    client = signed_in(journal)
    shown = preview(client, "change_licence", first, second, licence=CC0)
    save = edits.save_article

    def save_after_another(changed, **named):
        if changed.doi == "10.5555/1":
            theirs = a_record(doi="10.5555/1", licence="https://example.org/l")
            save(theirs, article=first)
        return save(changed, **named)

    monkeypatch.setattr(edits, "save_article", save_after_another)
    report = apply(client, shown)

    reason = "Another editor changed the same fields. Choose which text to keep."
    assert (skipped(report), done(report)) == ({first.pk: reason}, [second.pk])
    assert record(first).licence == "https://example.org/l"


@pytest.mark.parametrize("spoilt", ["", "x", "another editor's", "another change"])
def test_a_selection_that_is_not_the_editors_own_changes_nothing(journal, spoilt):
    article = an_article(journal)
    client = signed_in(journal)
    other = signed_in(journal, "editor")
    shown = preview(client, "make_ready", article)
    token = shown.context["selection"].token()
    if spoilt == "another editor's":
        token = preview(other, "make_ready", article).context["selection"].token()
    name = "make_draft" if spoilt == "another change" else "make_ready"
    sent = {"selection": {"x": "x", "": ""}.get(spoilt, token), "do": "apply"}

    response = client.post(address(name), sent)

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert (response.status_code, response.url) == (302, LIST)
    assert said == ["This selection is too old. Choose the articles again; nothing was changed."]
    assert record(article).status == "draft"


def test_a_change_needs_its_preview_first(journal):
    article = an_article(journal)
    client = signed_in(journal)
    asked = choose(client, "change_licence", article)
    sent = {"selection": asked.context["selection"].token(), "do": "apply", "licence": CC0}

    page = client.post(address("change_licence"), sent)

    assert (page.context["planned_changes"], record(article).licence) == (None, "")

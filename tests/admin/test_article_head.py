"""The head of the article form: what readers see, the next step, the same after a save."""

from datetime import UTC, datetime

import msgspec
import pytest
from django.test import Client
from django.urls import reverse

from articles.admin.article.completeness_panel import form_parts
from articles.editing import save_article, working_record
from articles.models import Article
from articles.publishing import withdraw_article
from articles.records.findings import Finding, Level
from articles.records.plain_fields import FORM_FIELDS
from tests.admin.test_article_form import as_sent
from tests.factories import a_journal, a_member, a_public_article, an_article

pytestmark = pytest.mark.django_db
PLAIN_PATHS = [field.path for field in FORM_FIELDS]


def change(article, **texts):
    record = msgspec.structs.replace(working_record(article), **texts)
    return save_article(record, article=article).article


def form_page(article, role="editor"):
    client = Client()
    client.force_login(a_member(article.journal, role, languages=["en"]))
    return client.get(reverse("admin:articles_article_change", args=[article.pk]))


def head(article, role="editor"):
    context = form_page(article, role).context["head"]
    step = context.step and context.step.label
    return context.sentence, step, context.tone


def test_a_draft_is_to_be_checked():
    assert head(an_article()) == ("Draft; only editors see it.", "Check", "late")


def test_a_ready_article_is_to_be_published_by_those_who_may():
    article = an_article()
    Article.objects.update(status="ready")

    sentence = "Ready to publish; only editors see it."
    assert head(article) == (sentence, "Publish", "late")
    assert head(article, "translator") == (sentence, "Check", "late")


def test_a_scheduled_article_says_when():
    article = an_article()
    Article.objects.update(scheduled_for=datetime(2030, 1, 2, 4, 0, tzinfo=UTC))

    assert head(article) == (
        "It will be published at 02.01.2030 09:00; until then only editors see it.",
        "Change the hour",
        "late",
    )


def test_what_readers_do_not_see_yet_is_counted_named_and_to_be_released():
    article = a_public_article()
    title = {**working_record(article).title, "kk": "Басқа"}
    change(article, title=title, edn="ABCDEF")

    sentence = "Readers see version 2; 2 changes are not released."
    assert head(article) == (sentence, "Release", "late")
    assert head(article, "translator") == (sentence, "Show the changes", "late")
    assert form_page(article, "chief_editor").context["head"].changed == "Title (Қазақша); EDN"


def test_a_released_article_says_that_readers_see_it():
    article = a_public_article()

    assert head(article) == (
        "Readers see this version (2).",
        "Correct, retract or withdraw",
        "",
    )
    assert head(article, "auditor") == ("Readers see this version (2).", None, "")


def test_a_withdrawn_article_says_what_is_left():
    article = a_public_article()
    withdraw_article(article, reason="Қате")

    assert head(article)[0] == "Withdrawn; readers see only this and the reason."


def test_the_message_after_a_save_says_what_readers_see():
    article = a_public_article(a_journal())
    client = Client()
    client.force_login(a_member(article.journal, "editor"))
    address = reverse("admin:articles_article_change", args=[article.pk])
    sent = {**as_sent(client.get(address)), "title_kk": "Басқа"}

    page = client.post(address, sent, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "Saved as version 3. Readers see version 2; 1 change is not released."
    ]
    assert page.context["head"].sentence == "Readers see version 2; 1 change is not released."


def test_the_bar_of_parts_counts_the_errors_of_each():
    article = an_article(title={"kk": "Дала"}, first_page="14", last_page="5")

    parts = form_page(article).context["matrix"].parts

    assert [part.id for part in parts if not part.errors] == [
        *("affiliations", "authors", "abstract", "keywords", "references", "files", "statements"),
        *("funding", "relations", "body", "office"),
    ]
    assert {part.id: part.errors for part in parts if part.errors} == {"title": 2, "dates": 2}


@pytest.mark.parametrize("field", [*PLAIN_PATHS, "authors[2].orcid", "galleys[1]", "relations[1]"])
def test_every_finding_belongs_to_a_part_of_the_form(field):
    finding = Finding(Level.BLOCKS, field, None, "Wrong.")

    assert sum(part.errors for part in form_parts([finding])) == 1


def test_a_withdrawn_article_has_no_next_step_and_gets_no_notice():
    article = a_public_article()
    withdraw_article(article, reason="!")

    context = form_page(article, "chief_editor").context["head"]

    assert (context.step, context.may_give_notice) == (None, False)

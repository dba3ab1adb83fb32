"""Whose turn an article is, and what waits for each role."""

import pytest
from django.contrib.auth import get_user_model

from articles.models import Article, Membership, Section
from articles.queries.editor_tasks import (
    Turn,
    missing_any_text,
    missing_text,
    waiting_for_turn,
    waiting_for_user,
)
from articles.records.languages import text
from tests.factories import a_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db

IN_KAZAKH = text(kk="Дала")
IN_WORK = {"draft", "draft without texts", "ready", "ready without texts"}


@pytest.fixture
def articles():
    """One of each kind in one journal, by name."""
    journal = a_journal()

    def doi(name):
        return f"10.5555/{name}"

    found = {
        "draft": an_article(journal, doi=doi("draft")),
        "draft without texts": an_article(journal, doi=doi("no-title"), title=IN_KAZAKH),
        "ready": an_article(journal, doi=doi("ready"), status="ready"),
        "ready without texts": an_article(
            journal, doi=doi("no-abstract"), status="ready", abstract=IN_KAZAKH
        ),
        "public": a_public_article(journal, doi=doi("public")),
        "public, changed": a_public_article(journal, doi=doi("changed")),
        "public without texts": a_public_article(journal, doi=doi("partly"), title=IN_KAZAKH),
    }
    Article.objects.filter(doi__in=[doi("ready"), doi("no-abstract")]).update(status="ready")
    Article.objects.filter(doi=doi("changed")).update(version=99)
    return found


def names(articles, condition):
    pks = set(Article.objects.filter(condition).values_list("pk", flat=True))
    return {name for name, article in articles.items() if article.pk in pks}


def test_every_article_is_the_turn_of_its_people(articles):
    assert {turn: names(articles, waiting_for_turn(turn)) for turn in Turn.values} == {
        "translator": {"draft without texts", "ready without texts"},
        "editor": {"draft", "public, changed"},
        "chief_editor": {"ready"},
        "nobody": {"public", "public without texts"},
    }


@pytest.mark.parametrize(
    ("role", "waits"),
    [
        ("auditor", set()),
        ("translator", {"draft without texts", "ready without texts"}),
        ("editor", IN_WORK | {"public, changed"}),
        ("chief_editor", IN_WORK | {"public, changed"}),
    ],
)
def test_each_role_has_its_own_tasks_in_its_own_journal(articles, role, waits):
    an_article(a_journal(slug="other"), doi="10.5555/other")
    journal = articles["draft"].journal
    user = get_user_model().objects.create(username=role, is_staff=True)
    Membership.objects.create(user=user, journal=journal, role=role, languages=["ru", "en"])

    assert names(articles, waiting_for_user(user)) == waits
    waiting = Article.objects.filter(waiting_for_user(user))
    assert set(waiting.values_list("journal", flat=True)) <= {journal.pk}


def test_a_translator_has_what_lacks_a_text_in_the_own_languages(articles):
    user = get_user_model().objects.create(username="translator", is_staff=True)
    journal = articles["draft"].journal
    Membership.objects.create(user=user, journal=journal, role="translator", languages=["kk"])

    assert names(articles, waiting_for_user(user)) == set()


def test_a_section_editor_has_the_drafts_of_the_own_sections(articles):
    journal = articles["draft"].journal
    mine, theirs = (Section.objects.create(journal=journal, title_kk=title) for title in "АБ")
    user = get_user_model().objects.create(username="section", is_staff=True)
    membership = Membership.objects.create(user=user, journal=journal, role="section_editor")
    membership.sections.add(mine)
    Article.objects.update(section=mine)
    Article.objects.filter(pk=articles["draft without texts"].pk).update(section=theirs)

    assert names(articles, waiting_for_user(user)) == {"draft"}


def test_a_superuser_has_all_that_is_in_work_or_changed(articles):
    user = get_user_model().objects.create(username="root", is_staff=True, is_superuser=True)

    public = {"public", "public without texts"}
    assert names(articles, waiting_for_user(user)) == set(articles) - public


def test_a_text_is_missing_where_a_title_or_a_needed_abstract_is():
    journal = a_journal()
    articles = {
        "complete": an_article(journal, doi="10.5555/1"),
        "no title": an_article(journal, doi="10.5555/2", title=IN_KAZAKH),
        "no abstract": an_article(journal, doi="10.5555/3", abstract=IN_KAZAKH),
        "letter": an_article(journal, doi="10.5555/4", abstract={}, type="letter"),
    }

    assert names(articles, missing_text("en")) == {"no title", "no abstract"}
    assert names(articles, missing_text("kk")) == set()
    assert names(articles, missing_any_text()) == {"no title", "no abstract"}
    assert names(articles, missing_any_text(["kk"])) == set()
    assert names(articles, missing_any_text([])) == set()
    Article.objects.update(title_kk="", abstract_kk="")
    assert names(articles, missing_text("kk")) == set(articles)

"""The list of articles: filters and columns."""

from datetime import date

import pytest
from django.urls import reverse
from lxml import html

from articles.editing import save_article
from articles.models import Membership, User
from articles.publishing import publish_article
from articles.queries.editor_tasks import waiting_for_user
from articles.records.languages import text
from tests.factories import a_journal, a_member, a_record, an_article

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_article_changelist")
COUNTS = reverse("admin:articles_article_finding_counts")


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def doi(number):
    return f"10.5555/0000-0000/2024-1-{number}"


@pytest.fixture
def articles(db):
    """One of each turn: the translator's, the editor's, the chief editor's, nobody's, changed."""
    journal = a_journal()
    untranslated = an_article(journal, doi=doi(1), title=text("Бір", "Один"))
    draft = an_article(journal, doi=doi(2))
    ready = an_article(journal, doi=doi(3), status="ready")
    public = an_article(journal, doi=doi(4))
    publish_article(public, published_on=date(2024, 3, 29), override="test")
    changed = an_article(journal, doi=doi(5))
    publish_article(changed, published_on=date(2024, 3, 29), override="test")
    changed.refresh_from_db()
    record = a_record(
        doi=doi(5), status="published", published_on=date(2024, 3, 29), title=text("Түзетілді")
    )
    save_article(record, article=changed)
    return {
        "untranslated": untranslated,
        "draft": draft,
        "ready": ready,
        "public": public,
        "changed": changed,
    }


def listed(client, articles, query):
    shown = {one.pk for one in client.get(LIST + query).context["cl"].result_list}
    return {name for name, article in articles.items() if article.pk in shown}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?turn=translator", {"untranslated"}),
        ("?turn=editor", {"draft", "changed"}),
        ("?turn=chief_editor", {"ready"}),
        ("?turn=nobody", {"public"}),
        ("?turn=mine", {"untranslated", "draft", "ready", "changed"}),
        ("?missing=en", {"untranslated", "changed"}),
        ("?missing=kk", set()),
        ("?missing=any", {"untranslated", "changed"}),
        ("?missing=none", {"draft", "ready", "public"}),
        ("?issue=none", {"untranslated", "draft", "ready", "public", "changed"}),
        ("?status__exact=ready", {"ready"}),
    ],
)
def test_each_filter_finds_its_articles(editor, articles, query, names):
    assert listed(editor, articles, query) == names


@pytest.mark.parametrize(
    ("role", "languages", "names"),
    [
        ("translator", ["en"], {"untranslated"}),
        ("translator", ["kk"], set()),
        ("editor", [], {"untranslated", "draft", "ready", "changed"}),
        ("chief_editor", [], {"untranslated", "draft", "ready", "changed"}),
        ("auditor", [], set()),
    ],
)
def test_each_role_sees_the_articles_of_its_turn(articles, role, languages, names):
    user = User.objects.create(username="dana", is_staff=True)
    journal = articles["draft"].journal
    Membership.objects.create(user=user, journal=journal, role=role, languages=languages)

    waiting = set(type(articles["draft"]).objects.filter(waiting_for_user(user)))

    assert {name for name, article in articles.items() if article in waiting} == names


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_articles(
    editor, count, django_assert_num_queries
):
    journal = a_journal()
    for number in range(count):
        an_article(journal, doi=doi(number))
    editor.get(LIST)

    with django_assert_num_queries(7):
        editor.get(LIST)


@pytest.mark.parametrize(
    ("title", "language"), [(text("Дала", "Степь"), "kk"), (text("", "Степь"), "ru"), ({}, None)]
)
def test_a_title_says_its_language(editor, title, language):
    an_article(a_journal(), title=title)

    page = html.fromstring(editor.get(LIST).content.decode())

    assert page.xpath("//tbody//th//@lang") == ([language] if language else [])


def test_a_row_links_to_the_check_of_its_article(editor):
    bare = an_article(doi=doi(1), title={"kk": "Дала"})

    page = editor.get(LIST).content.decode()

    address = reverse("admin:articles_article_preflight", args=[bare.pk])
    assert f'<a class="st" href="{address}" data-article="{bare.pk}">Check</a>' in page


def test_findings_are_counted_for_the_rows_that_the_editor_sees(client, editor):
    mine, elsewhere = (
        an_article(doi=doi(1), title={"kk": "Дала"}),
        an_article(a_journal(slug="x"), doi=doi(2)),
    )
    both = {"id": [mine.pk, elsewhere.pk, "²"]}

    everywhere = editor.get(COUNTS, both).json()["counts"]
    assert set(everywhere) == {str(mine.pk), str(elsewhere.pk)}
    assert everywhere[str(mine.pk)]["mark"] == "bad"
    assert everywhere[str(mine.pk)]["count"] > 1

    client.force_login(a_member(mine.journal))
    assert set(client.get(COUNTS, both).json()["counts"]) == {str(mine.pk)}


@pytest.mark.parametrize("count", [1, 3])
def test_findings_are_counted_in_the_same_queries(editor, count, django_assert_num_queries):
    journal = a_journal()
    keys = [an_article(journal, doi=doi(number)).pk for number in range(count)]
    editor.get(COUNTS, {"id": keys})

    with django_assert_num_queries(7):
        editor.get(COUNTS, {"id": keys})

"""The list of articles: filters, columns and actions."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from articles.editing import save_article, working_record
from articles.models import Membership, User
from articles.publishing import publish_article
from articles.queries.editor_tasks import waiting_for_user
from articles.records.languages import text
from tests.factories import a_journal, a_member, a_record, an_article, an_issue

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


def act(client, action, *articles, **more):
    sent = {"action": action, "_selected_action": [one.pk for one in articles], **more}
    response = client.post(LIST, sent)
    return [str(message) for message in get_messages(response.wsgi_request)], response


def test_articles_are_marked_as_ready_and_others_are_reported(editor, articles):
    said, _response = act(editor, "make_ready", *articles.values())

    statuses = {name: working_record(fresh(one)).status for name, one in articles.items()}
    assert statuses == {
        "untranslated": "ready",
        "draft": "ready",
        "ready": "ready",
        "public": "published",
        "changed": "published",
    }
    assert said[-2:] == ["Changed: 2.", "Not changed: 1."]
    assert said[0].endswith("Status: published.")


def test_articles_are_added_to_the_issue_that_the_editor_chooses(editor, articles):
    issue = an_issue(articles["draft"].journal)
    both = (articles["draft"], articles["ready"])

    _said, question = act(editor, "assign_issue", *both)
    said, _response = act(editor, "assign_issue", *both, apply="1", issue=issue.pk)

    assert question.context["title"] == "Add to an issue"
    assert said == ["Changed: 2."]
    assert [fresh(one).issue_id for one in both] == [issue.pk] * 2


def test_articles_without_blocking_findings_are_published_and_others_are_reported(editor, articles):
    both = (articles["draft"], articles["untranslated"])

    said, _response = act(editor, "publish", *both, apply="1", published_on="2024-03-29")

    assert [fresh(one).status for one in both] == ["published", "draft"]
    assert said[-1] == "Changed: 1."
    assert said[0].startswith("“Бір”: ")


def test_an_action_keeps_what_another_editor_saves_meanwhile(editor, articles, monkeypatch):
    from articles.admin.article.changelist import bulk_actions

    article = articles["draft"]
    read = bulk_actions.working_record

    def read_and_be_overtaken(one):
        record = read(one)
        save_article(a_record(doi=doi(2), title=text("Олардікі")), article=one)
        return record

    monkeypatch.setattr(bulk_actions, "working_record", read_and_be_overtaken)
    act(editor, "make_ready", article)

    record = working_record(fresh(article))
    assert (record.title, record.status) == ({"kk": "Олардікі"}, "ready")


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


def fresh(article):
    return type(article).objects.select_related("journal").get(pk=article.pk)


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


def test_articles_go_back_to_drafts_and_others_are_reported(editor, articles):
    names = ("ready", "draft", "public")

    said, _response = act(editor, "make_draft", *(articles[name] for name in names))

    statuses = [working_record(fresh(articles[name])).status for name in names]
    assert statuses == ["draft", "draft", "published"]
    assert said[-2:] == ["Changed: 1.", "Not changed: 1."]
    assert said[0].endswith("Status: published.")


def test_an_issue_is_asked_for_before_anything_is_changed(editor, articles):
    issue = an_issue(articles["draft"].journal)

    said, question = act(editor, "assign_issue", articles["draft"], issue=issue.pk)

    assert (said, question.status_code) == ([], 200)
    assert question.context["form"].errors == {}
    assert fresh(articles["draft"]).issue_id is None


def test_articles_stay_out_of_the_issues_of_other_journals(editor, articles):
    issue = an_issue(a_journal(slug="other"))
    elsewhere = an_article(issue.journal, doi=doi(9))

    said, _response = act(
        editor, "assign_issue", articles["draft"], elsewhere, apply="1", issue=issue.pk
    )

    assert said[0].endswith("journal.")
    assert said[1:] == ["Changed: 1."]
    assert fresh(articles["draft"]).issue_id is None
    assert fresh(elsewhere).issue_id == issue.pk


def test_a_date_is_asked_for_before_anything_is_published(editor, articles):
    said, question = act(editor, "publish", articles["draft"], published_on="2024-03-29")

    assert (said, question.context["title"]) == ([], "Publish")
    assert fresh(articles["draft"]).status == "draft"
